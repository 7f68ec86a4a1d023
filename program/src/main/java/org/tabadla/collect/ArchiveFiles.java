package org.tabadla.collect;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabadla.model.Refusal;

/// The files of the archive: appended to, rolled, made sure of, and mended after a crash.
///
/// `synced` in the folder names the last file and how far it was made sure of. When a crash left
/// the file longer than its whole records, and all that was made sure of is whole, the rest is cut
/// off. Otherwise something else damaged the file: it is left as it is and a new one is begun.
///
/// Uses plain files, not channels: a channel closes when a thread that writes to it is interrupted.
final class ArchiveFiles implements AutoCloseable {
  static final long ROLL_BYTES = 1L << 30;

  private static final Pattern NAME = Pattern.compile("tabadla-([0-9]{6})-[0-9]{8}\\.warc\\.gz");
  private static final Pattern SYNCED = Pattern.compile("(\\S+) ([0-9]{1,15})\\s*");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
  private static final String MARK = "synced";
  private static final String LOCK = "lock";

  private final Path folder;
  private final InstantSource clock;
  private final long rollBytes;
  private final FileChannel lockFile;
  private final RandomAccessFile mark;

  /// Taken to append; before `syncing` when both are needed.
  private final ReentrantLock appending = new ReentrantLock();

  /// Taken to make sure: while one thread waits for the disk, others append.
  private final ReentrantLock syncing = new ReentrantLock();

  private volatile Segment current;
  private long syncedBytes;

  /// A file, as far as it holds whole records.
  record Part(String name, long bytes) {}

  /// The file that is appended to.
  private static final class Segment {
    private final RandomAccessFile file;
    private final String name;
    private volatile long endBytes;

    Segment(RandomAccessFile file, String name, long endBytes) {
      this.file = file;
      this.name = name;
      this.endBytes = endBytes;
    }
  }

  private ArchiveFiles(Path folder, InstantSource clock, long rollBytes, FileChannel lockFile)
      throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.rollBytes = rollBytes;
    this.lockFile = lockFile;
    this.mark = new RandomAccessFile(folder.resolve(MARK).toFile(), "rw");
    List<String> names = names(folder);
    this.current = names.isEmpty() ? create(1) : reopen(names.getLast());
    this.syncedBytes = current.endBytes;
  }

  /// @throws Refusal when another process has the archive open, or the folder cannot be written
  static ArchiveFiles open(Path folder, InstantSource clock, long rollBytes) {
    try {
      Files.createDirectories(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isTaken(lock)) {
        lock.close();
        throw new Refusal(
            "[" + folder + "] another process writes to this archive",
            "Stop the other tabadla, or give this one its own data folder.");
      }
      return new ArchiveFiles(folder, clock, rollBytes, lock);
    } catch (IOException e) {
      throw new Refusal(
          "["
              + folder
              + "] archive cannot be opened: "
              + Lines.brief(String.valueOf(e.getMessage())),
          "Check that the folder exists and may be written.");
    }
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very process has it open
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  private Segment create(int number) throws IOException {
    String name =
        String.format(Locale.ROOT, "tabadla-%06d-%s.warc.gz", number, DAY.format(clock.instant()));
    var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw");
    byte[] info = KeptRecords.packed(KeptRecords.info(name));
    file.write(info);
    file.getFD().sync();
    syncFolder();
    mark(name, info.length);
    return new Segment(file, name, info.length);
  }

  /// A new name is on the disk for good only when its folder is.
  private void syncFolder() throws IOException {
    if (File.separatorChar == '/') { // elsewhere a folder cannot be opened
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private Segment reopen(String name) throws IOException {
    Path path = folder.resolve(name);
    long length = Files.size(path);
    long synced = synced(name);
    long end = synced <= length ? GzipMembers.wholeEnd(path, synced) : 0;
    if (end < length) {
      end = GzipMembers.wholeEnd(path, 0); // whatever the mark says
    }
    if (end < length && end < synced) {
      return create(number(name) + 1);
    }
    var file = new RandomAccessFile(path.toFile(), "rw");
    if (end < length) {
      file.setLength(end);
      file.getFD().sync();
    }
    return new Segment(file, name, end);
  }

  private static int number(String name) {
    Matcher match = NAME.matcher(name);
    if (!match.matches()) {
      throw new IllegalStateException(name);
    }
    return Integer.parseInt(match.group(1));
  }

  /// @return how far the file was made sure of; the largest number when the mark is lost
  private long synced(String name) throws IOException {
    String line = Files.readString(folder.resolve(MARK), StandardCharsets.ISO_8859_1);
    Matcher match = SYNCED.matcher(line);
    if (!match.matches()) {
      return Long.MAX_VALUE;
    }
    return match.group(1).equals(name) ? Long.parseLong(match.group(2)) : 0;
  }

  private void mark(String name, long bytes) throws IOException {
    mark.seek(0);
    mark.write(
        String.format(Locale.ROOT, "%s %015d%n", name, bytes)
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  /// @param record one gzip member
  /// @return `file:offset`
  String append(byte[] record) throws IOException {
    appending.lock();
    try {
      if (current.endBytes >= rollBytes) {
        roll();
      }
      Segment to = current;
      long offset = to.endBytes;
      to.file.seek(offset); // over the rest of a record that failed half-way
      to.file.write(record);
      to.endBytes = offset + record.length;
      return to.name + ":" + offset;
    } finally {
      appending.unlock();
    }
  }

  private void roll() throws IOException {
    syncing.lock();
    try {
      Segment full = current;
      full.file.getFD().sync();
      current = create(number(full.name) + 1);
      syncedBytes = current.endBytes;
      full.file.close();
    } finally {
      syncing.unlock();
    }
  }

  /// Returns when all that was appended before is on the disk.
  void sync() throws IOException {
    Segment seen = current;
    long wanted = seen.endBytes;
    syncing.lock();
    try {
      if (seen != current || syncedBytes >= wanted) {
        return; // rolling made sure of it, or another thread did
      }
      long end = seen.endBytes;
      seen.file.getFD().sync();
      syncedBytes = end;
      mark(seen.name, end);
    } finally {
      syncing.unlock();
    }
  }

  /// @return the files, oldest first, as far as they hold whole records now
  List<Part> parts() throws IOException {
    Segment last = current;
    long end = last.endBytes;
    var parts = new ArrayList<Part>();
    for (String name : names(folder)) {
      if (number(name) < number(last.name)) {
        parts.add(new Part(name, Files.size(folder.resolve(name))));
      }
    }
    parts.add(new Part(last.name, end));
    return parts;
  }

  @Override
  public void close() throws IOException {
    appending.lock();
    try {
      sync();
      current.file.close();
      mark.close();
      lockFile.close();
    } finally {
      appending.unlock();
    }
  }
}

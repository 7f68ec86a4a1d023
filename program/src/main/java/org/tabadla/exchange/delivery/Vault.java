package org.tabadla.exchange.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files on disk by the hash of their content: `files/ab/abcd…`. A name never becomes a path, and
/// the same file is kept once.
public final class Vault {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final String PART = ".part";
  private static final int BUFFER_BYTES = 1 << 16;

  /// Room that stays free for everything else on the disk.
  private static final long SPARE_BYTES = 256L << 20;

  private final Path folder;

  /// Held while a file takes its place or is thrown away: one that comes in again at that moment
  /// stays.
  private final ReentrantLock placing = new ReentrantLock();

  /// @param folder made at the first file
  public Vault(Path folder) {
    this.folder = folder;
  }

  /// A file that is kept.
  public record Kept(String sha256, long bytes) {}

  /// What came of taking a file in.
  public sealed interface Taken {
    record Whole(Kept kept) implements Taken {}

    /// More came than may; nothing is kept.
    record TooLarge(long limit) implements Taken {}
  }

  /// Takes a file in, with as much memory as one buffer. It is there whole or not at all.
  ///
  /// @param mostBytes where to give up
  public Taken take(InputStream in, long mostBytes) throws IOException {
    Path coming = Files.createTempFile(Files.createDirectories(coming()), "form-", ".part");
    try {
      MessageDigest digest = sha256();
      long bytes = copy(in, coming, digest, mostBytes);
      if (bytes > mostBytes) {
        return new Taken.TooLarge(mostBytes);
      }
      String name = HexFormat.of().formatHex(digest.digest());
      adopt(coming, name);
      return new Taken.Whole(new Kept(name, bytes));
    } finally {
      Files.deleteIfExists(coming);
    }
  }

  private static long copy(InputStream in, Path to, MessageDigest digest, long mostBytes)
      throws IOException {
    long bytes = 0;
    try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0 && bytes <= mostBytes; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        ByteBuffer left = ByteBuffer.wrap(buffer, 0, n);
        while (left.hasRemaining()) {
          out.write(left);
        }
        bytes += n;
      }
      out.force(true);
    }
    return bytes;
  }

  /// @return the file, where it is kept
  public Optional<Path> file(String sha256) {
    return DIGEST.matcher(sha256).matches()
        ? Optional.of(place(sha256)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  /// @return the file and its size, where it is kept
  public Optional<Kept> kept(String sha256) {
    return file(sha256)
        .map(file -> {
          try {
            return new Kept(sha256, Files.size(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// Tells whether so many bytes may come in and leave room for everything else on the disk.
  public boolean hasRoomFor(long bytes) {
    try {
      Files.createDirectories(coming());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coming().toFile().getUsableSpace() - SPARE_BYTES >= bytes;
  }

  /// Reads a kept file through and tells whether it still is what it was.
  public boolean isWhole(String sha256) {
    Optional<Path> file = file(sha256);
    if (file.isEmpty()) {
      return false;
    }
    try {
      return digest(file.get()).equals(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = sha256();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /// Where a file lies while it comes from elsewhere, in pieces, perhaps for days.
  public Path coming(String sha256) {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no digest: " + sha256);
    }
    Path place = coming().resolve(sha256 + PART);
    try {
      Files.createDirectories(place.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return place;
  }

  /// Tells whether a file of this name is one that {@link #coming(String)} gave out.
  static boolean isComing(String name) {
    return name.endsWith(PART)
        && DIGEST.matcher(name.substring(0, name.length() - PART.length())).matches();
  }

  /// Keeps a file that has come, if it is what its digest says; else it is thrown away. That we
  /// have such a file already does not make what came that file.
  ///
  /// @return whether it is what its digest says
  public boolean keep(Path come, String sha256) throws IOException {
    if (!digest(come).equals(sha256)) {
      Files.deleteIfExists(come);
      return false;
    }
    adopt(come, sha256);
    return true;
  }

  /// Takes in a file that lies in {@link #coming} and whose digest is known. One that is kept
  /// already becomes as young as this one.
  void adopt(Path whole, String sha256) throws IOException {
    Path place = place(sha256);
    placing.lock();
    try {
      Files.createDirectories(place.getParent());
      Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      placing.unlock();
    }
  }

  /// Whole files, and those on their way from elsewhere, that nothing has been written to for long.
  ///
  /// @return their digests, each once
  public Set<String> untouchedSince(Instant when) throws IOException {
    var found = new TreeSet<String>();
    for (Path inner : within(folder)) {
      for (Path file : within(inner)) {
        String name = String.valueOf(file.getFileName());
        String digest = isComing(name) ? name.substring(0, name.length() - PART.length()) : name;
        if (DIGEST.matcher(digest).matches() && isOlder(file, when)) {
          found.add(digest);
        }
      }
    }
    return found;
  }

  private static List<Path> within(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> every = Files.list(folder)) {
      return every.toList();
    }
  }

  /// Throws a file away, and what has come of it, unless something was written since.
  ///
  /// @return whether anything was thrown away
  public boolean discard(String sha256, Instant untouchedSince) throws IOException {
    placing.lock();
    try {
      boolean gone = false;
      for (Path file : List.of(place(sha256), coming(sha256))) {
        if (isOlder(file, untouchedSince)) {
          gone |= Files.deleteIfExists(file);
        }
      }
      return gone;
    } finally {
      placing.unlock();
    }
  }

  private static boolean isOlder(Path file, Instant when) throws IOException {
    try {
      var about = Files.readAttributes(file, BasicFileAttributes.class);
      return about.isRegularFile() && about.lastModifiedTime().toInstant().isBefore(when);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /// Where files lie while they come in: on the same disk, so that the last step is a renaming.
  Path coming() {
    return folder.resolve("coming");
  }

  private Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

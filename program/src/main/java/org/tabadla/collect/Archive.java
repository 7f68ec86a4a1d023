package org.tabadla.collect;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabadla.model.Page;
import org.tabadla.model.Refusal;

/// The raw bytes of every visit, in a folder of WARC files (ISO 28500), one gzip member a record,
/// so that everything else can be derived anew.
///
/// One writer at a time, which a lock file sees to; safe for any number of threads. What {@link
/// #write} has returned for, or {@link #sync} after {@link #append}, outlives a crash. A record
/// that a crash left half-written is cut off when the archive is opened again.
public final class Archive implements AutoCloseable {
  private static final Pattern RECORD =
      Pattern.compile("(tabadla-[0-9]{6}-[0-9]{8}\\.warc\\.gz):([0-9]{1,15})");
  private static final int PAGE_LIMIT_BYTES = 256 * 1024 * 1024;

  private final Path folder;
  private final ArchiveFiles files;

  /// @param folder made when it is not there
  /// @param clock dates the names of new files
  /// @throws Refusal when another process writes to the archive, or the folder cannot be written
  public Archive(Path folder, InstantSource clock) {
    this(folder, clock, ArchiveFiles.ROLL_BYTES);
  }

  Archive(Path folder, InstantSource clock, long rollBytes) {
    this.folder = folder;
    this.files = ArchiveFiles.open(folder, clock, rollBytes);
  }

  /// Keeps a page for good: when this returns, it is on the disk. Many threads that write at once
  /// share the wait.
  ///
  /// @return its record, for {@link #read}
  public String write(Page page, int status, Map<String, String> notes) {
    String record = append(page, status, notes);
    sync();
    return record;
  }

  /// As {@link #write}, but the page is sure to be on the disk only after the next {@link #sync}.
  ///
  /// @param status the HTTP status it came with
  /// @param notes a few short values to keep with it, keys of letters, digits and `-`
  public String append(Page page, int status, Map<String, String> notes) {
    try {
      return files.append(KeptRecords.packed(KeptRecords.of(page, status, notes)));
    } catch (IOException e) {
      throw new UncheckedIOException("[" + folder + "] page could not be kept", e);
    }
  }

  /// Waits until everything appended so far is on the disk.
  public void sync() {
    try {
      files.sync();
    } catch (IOException e) {
      throw new UncheckedIOException("[" + folder + "] pages could not be kept", e);
    }
  }

  /// @param record as {@link #write} gave it
  /// @throws Refusal when the archive holds no such record
  public Archived.Kept read(String record) {
    return read(folder, record);
  }

  /// As {@link #read(String)}, of an archive that may be open elsewhere.
  public static Archived.Kept read(Path folder, String record) {
    Matcher match = RECORD.matcher(record);
    if (!match.matches()) {
      throw new Refusal("[" + record + "] is no record of the archive", "Run rebuild.");
    }
    Path file = folder.resolve(match.group(1));
    try (var in = new FileInputStream(file.toFile())) {
      in.skipNBytes(Long.parseLong(match.group(2)));
      try (var pages = new WarcPages(new BufferedInputStream(in), PAGE_LIMIT_BYTES, false)) {
        if (pages.hasNext()
            && pages.next() instanceof WarcPages.Item.Whole whole
            && whole.offset() == 0) {
          return new Archived.Kept(record, whole.page(), whole.status(), whole.notes());
        }
      }
    } catch (IOException e) {
      throw new Refusal(
          "[" + record + "] " + Faults.fileLine(e), "Restore the archive from a backup.");
    }
    throw new Refusal("[" + record + "] is damaged", "Restore the archive from a backup.");
  }

  /// @return everything kept up to now, oldest first; to be closed
  public ArchiveReading readAll() {
    try {
      return new ArchiveReading(folder, files.parts(), PAGE_LIMIT_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException("[" + folder + "] archive could not be listed", e);
    }
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

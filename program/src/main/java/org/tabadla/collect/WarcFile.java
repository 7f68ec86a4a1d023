package org.tabadla.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.tabadla.model.Refusal;

/// The HTML pages of a `.warc` or `.warc.gz` file, read one by one as they are asked for. A file
/// that was cut in the middle gives what is whole and then one `BadFile` that names the offset.
public final class WarcFile implements Iterator<Saved>, AutoCloseable {
  private static final List<String> ENDINGS = List.of(".warc", ".warc.gz");

  private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final String REMEDY = "Give a .warc or .warc.gz file.";

  private final Path file;
  private final WarcPages pages;

  /// @param pageLimitBytes the largest page, unpacked
  /// @throws Refusal when the file cannot be read or is no WARC file
  public WarcFile(Path file, int pageLimitBytes) {
    this.file = file;
    try {
      var in = new BufferedInputStream(Files.newInputStream(file));
      if (!isWarc(in)) {
        in.close();
        throw new Refusal("[" + file + "] is no WARC file", REMEDY);
      }
      pages = new WarcPages(in, pageLimitBytes, true);
    } catch (IOException e) {
      throw new Refusal("[" + file + "] " + Faults.fileLine(e), REMEDY);
    }
  }

  private static boolean isWarc(BufferedInputStream in) throws IOException {
    in.mark(MAGIC.length);
    byte[] start = in.readNBytes(MAGIC.length);
    in.reset();
    return Unpacking.isGzip(start) || Arrays.equals(start, MAGIC);
  }

  /// @return whether a file of this name is taken for a WARC file
  public static boolean isWarcName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  @Override
  public boolean hasNext() {
    return pages.hasNext();
  }

  @Override
  public Saved next() {
    return switch (pages.next()) {
      case WarcPages.Item.Whole whole ->
          new Saved.PageFile(file + ":" + whole.offset(), whole.page());
      case WarcPages.Item.Bad bad ->
          new Saved.BadFile(
              file + ":" + bad.offset(),
              "[" + file + "] at byte " + bad.offset() + ": " + bad.why());
    };
  }

  @Override
  public void close() {
    try {
      pages.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

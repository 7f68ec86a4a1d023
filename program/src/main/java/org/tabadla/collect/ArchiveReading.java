package org.tabadla.collect;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Everything in the archive, oldest first, read as it is asked for.
public final class ArchiveReading implements Iterator<Archived>, AutoCloseable {
  private final Path folder;
  private final Iterator<ArchiveFiles.Part> parts;
  private final int pageLimitBytes;
  private String name = "";
  private @Nullable WarcPages pages;
  private @Nullable Archived next;

  ArchiveReading(Path folder, List<ArchiveFiles.Part> parts, int pageLimitBytes) {
    this.folder = folder;
    this.parts = parts.iterator();
    this.pageLimitBytes = pageLimitBytes;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (pages != null || parts.hasNext())) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Archived next() {
    Archived now = hasNext() ? next : null;
    if (now == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return now;
  }

  private @Nullable Archived advance() {
    if (pages == null) {
      return open(parts.next());
    }
    if (!pages.hasNext()) {
      close();
      return null;
    }
    return switch (pages.next()) {
      case WarcPages.Item.Whole whole ->
          new Archived.Kept(
              name + ":" + whole.offset(), whole.page(), whole.status(), whole.notes());
      case WarcPages.Item.Bad bad -> damaged(bad.offset(), bad.why());
    };
  }

  private @Nullable Archived open(ArchiveFiles.Part part) {
    name = part.name();
    if (part.bytes() == 0) {
      return null;
    }
    try {
      var in = new Head(new FileInputStream(folder.resolve(name).toFile()), part.bytes());
      pages = new WarcPages(new BufferedInputStream(in), pageLimitBytes, false);
      return null;
    } catch (IOException e) {
      return damaged(0, Faults.fileLine(e));
    }
  }

  private Archived damaged(long offset, String why) {
    return new Archived.Damaged(
        name + ":" + offset, "[" + name + "] at byte " + offset + ": " + why);
  }

  @Override
  public void close() {
    try {
      if (pages != null) {
        pages.close();
        pages = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The beginning of a stream: what is appended meanwhile is not read half.
  private static final class Head extends FilterInputStream {
    private long left;

    Head(InputStream in, long bytes) {
      super(in);
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int n = super.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(n, 0);
      return n;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(super.available(), left);
    }
  }
}

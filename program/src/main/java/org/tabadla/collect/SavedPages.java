package org.tabadla.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Refusal;

/// The saved pages in a folder and the folders below it, in the order of their names, read one by
/// one as they are asked for.
///
/// Pages are files that end in `.html`, `.htm`, `.xhtml`, `.html.gz` or `.htm.gz`; other files are
/// passed over. Symbolic links are not followed, so a folder cannot hand out what lies outside it.
public final class SavedPages implements Iterable<Saved> {
  private static final List<String> ENDINGS =
      List.of(".html", ".htm", ".xhtml", ".html.gz", ".htm.gz");
  private static final int DEPTH_LIMIT = 64;
  private static final String GZIP_ENDING = ".gz";

  private final Path start;
  private final int pageLimitBytes;

  /// @param start a folder, or one page
  /// @param pageLimitBytes the largest page, unpacked
  /// @throws Refusal when there is neither
  public SavedPages(Path start, int pageLimitBytes) {
    if (!Files.isDirectory(start) && !Files.isRegularFile(start)) {
      throw new Refusal(
          "[" + start + "] no such folder or file", "Give the folder that holds the saved pages.");
    }
    this.start = start;
    this.pageLimitBytes = pageLimitBytes;
  }

  /// @return whether a file of this name is taken for a saved page
  public static boolean isPageName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  @Override
  public Iterator<Saved> iterator() {
    return new Walk();
  }

  private Saved read(Path file) {
    try {
      long size = Files.size(file);
      if (size > pageLimitBytes) {
        return bad(
            file,
            "page of "
                + Lines.size(size)
                + " passes the limit of "
                + Lines.size(pageLimitBytes)
                + "; "
                + Bodies.REMEDY);
      }
      try (InputStream in = Files.newInputStream(file)) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        byte[] body =
            Unpacking.read(in, name.endsWith(GZIP_ENDING) ? "gzip" : null, pageLimitBytes);
        var page =
            new Page(null, null, new Bytes(body), Files.getLastModifiedTime(file).toInstant());
        return new Saved.PageFile(file.toString(), page);
      }
    } catch (Unpacking.TooLarge e) {
      return bad(
          file,
          "unpacked page passes the limit of " + Lines.size(pageLimitBytes) + "; " + Bodies.REMEDY);
    } catch (IOException e) {
      return bad(file, Faults.fileLine(e));
    }
  }

  private static Saved bad(Path file, String why) {
    return new Saved.BadFile(file.toString(), "[" + file + "] " + why);
  }

  /// Walks depth first; holds the names of the folders on the way, never pages.
  private final class Walk implements Iterator<Saved> {
    private final Deque<Iterator<Path>> folders = new ArrayDeque<>();
    private @Nullable Saved next;

    Walk() {
      folders.push(List.of(start).iterator());
    }

    @Override
    public boolean hasNext() {
      while (next == null && !folders.isEmpty()) {
        if (folders.element().hasNext()) {
          next = visit(folders.element().next());
        } else {
          folders.pop();
        }
      }
      return next != null;
    }

    @Override
    public Saved next() {
      Saved now = hasNext() ? next : null;
      if (now == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return now;
    }

    /// @return what is to be told about the path; null when there is nothing
    private @Nullable Saved visit(Path path) {
      boolean isStart = path.equals(start);
      if (!isStart && Files.isSymbolicLink(path)) {
        return Files.isDirectory(path) || isPageName(path.toString())
            ? bad(path, "symbolic link, not followed; add what it points to by its own path")
            : null;
      }
      if (isStart ? Files.isDirectory(path) : Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        return enter(path);
      }
      boolean isPage = isStart || (isPageName(path.toString()) && Files.isRegularFile(path));
      return isPage ? read(path) : null;
    }

    private @Nullable Saved enter(Path folder) {
      if (folders.size() > DEPTH_LIMIT) {
        return bad(folder, "more than " + DEPTH_LIMIT + " folders deep; add it by its own path");
      }
      try (Stream<Path> names = Files.list(folder)) {
        folders.push(names.sorted().toList().iterator());
        return null;
      } catch (IOException e) {
        return bad(folder, Faults.fileLine(e));
      }
    }
  }
}

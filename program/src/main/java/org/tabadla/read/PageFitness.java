package org.tabadla.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block;
import org.tabadla.model.Reading;

/// Tells what is no article, and why in one line.
final class PageFitness {
  private static final int SNIFF_MAX_BYTES = 4096;
  private static final double CONTROL_MAX_SHARE = 0.1;

  private PageFitness() {}

  /// @return why these bytes are no page, or null when they may be one
  static @Nullable Reading ofBytes(byte[] bytes, @Nullable String contentType) {
    if (bytes.length > PageReader.PAGE_MAX_BYTES) {
      return new Reading.Unreadable(
          "page of " + bytes.length + " bytes: the limit is " + PageReader.PAGE_MAX_BYTES);
    }
    if (starts(bytes, "%PDF")) {
      return new Reading.NotAnArticle("a PDF file, not a page");
    }
    if (isBinary(bytes)) {
      return new Reading.Unreadable("binary bytes" + said(contentType) + ", not a page");
    }
    if (isBlank(bytes)) {
      return new Reading.NotAnArticle("an empty page: " + bytes.length + " bytes");
    }
    return null;
  }

  private static String said(@Nullable String contentType) {
    return contentType == null ? "" : " of type " + contentType.toLowerCase(Locale.ROOT);
  }

  private static boolean starts(byte[] bytes, String magic) {
    int from = 0;
    while (from < bytes.length && from < magic.length() && bytes[from] <= ' ' && bytes[from] >= 0) {
      from++;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (from + i >= bytes.length || bytes[from + i] != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Many control characters, and not UTF-16, whose every second byte is often zero.
  private static boolean isBinary(byte[] bytes) {
    int size = Math.min(bytes.length, SNIFF_MAX_BYTES);
    int controls = 0;
    int[] zeros = new int[2];
    for (int i = 0; i < size; i++) {
      int b = bytes[i];
      if (b == 0) {
        zeros[i & 1]++;
      } else if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f'
          && b != 0x1B) {
        controls++;
      }
    }
    boolean wide = size > 1 && (zeros[0] == 0) != (zeros[1] == 0);
    return controls + (wide ? 0 : zeros[0] + zeros[1]) > CONTROL_MAX_SHARE * size;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }

  /// @param kind what the page is besides text; a video or a gallery needs no running text
  /// @return why this page is no article, or null when it is one
  static @Nullable Reading ofPage(
      PageTree tree, PageBody body, JsonLd data, String title, String url, PageKind kind) {
    var walls = new PageWalls(tree, body, data, title);
    String wall = walls.found();
    if (wall != null) {
      return new Reading.NotAnArticle(wall + quoted(title));
    }
    if (kind.isOwnText()) {
      return null;
    }
    String list = PageListing.of(tree, body, data, url);
    if (list != null) {
      return new Reading.NotAnArticle(list + quoted(title));
    }
    if (body.lines().isEmpty()) {
      String shell = walls.shell();
      return shell == null ? wordless(title) : new Reading.NotAnArticle(shell + quoted(title));
    }
    return null;
  }

  /// @return whether a reader gets something of it: words, or moving or several pictures
  static boolean tells(Block block) {
    return block instanceof Block.Video
        || block instanceof Block.Gallery
        || !block.plain().isBlank();
  }

  static Reading wordless(String title) {
    return new Reading.NotAnArticle("no running text on the page" + quoted(title));
  }

  private static String quoted(String title) {
    return title.isEmpty() ? "" : ": «" + title + "»";
  }
}

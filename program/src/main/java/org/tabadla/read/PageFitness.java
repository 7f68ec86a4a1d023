package org.tabadla.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Reading;

/// Tells what is no article, and why in one line.
final class PageFitness {
  private static final int SNIFF_MAX_BYTES = 4096;
  private static final double CONTROL_MAX_SHARE = 0.1;

  /// A wall says little.
  private static final float WALL_MAX_UNITS = 700;

  private static final int WALL_MAX_LINES = 40;

  private static final int CARDS_MIN = 8;
  private static final float CARD_MIN_LINKS = 0.8f;
  private static final float CARD_MIN_UNITS = 15;

  /// A page is a list when it has a link for so little prose.
  private static final float CARD_UNITS = 45;

  /// A heading that is a link begins a card with a summary, so fewer tell a list.
  private static final int HEADED_CARDS_MIN = 3;

  private static final float HEADED_CARD_UNITS = 250;

  private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4");

  private PageFitness() {}

  private static final class Walls {
    static final List<String> ROWS = CharsetLabels.rows("page-walls.tsv");
  }

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

  /// @return why this page is no article, or null when it is one
  static @Nullable Reading ofPage(PageTree tree, PageBody body, JsonLd data, String title) {
    float units = 0;
    for (int i = body.lines().nextSetBit(0); i >= 0; i = body.lines().nextSetBit(i + 1)) {
      units += tree.lines().get(i).units();
    }
    boolean said = data.article() != null || "article".equals(tree.clues().meta("og:type"));
    String wall = said ? null : wall(tree, title, units);
    if (wall != null) {
      return new Reading.NotAnArticle(wall);
    }
    if (body.lines().isEmpty()) {
      return new Reading.NotAnArticle("no running text on the page" + quoted(title));
    }
    return said ? null : list(tree, body, units, title);
  }

  /// @return that the page is a list, when it has a link for every little prose
  private static @Nullable Reading list(PageTree tree, PageBody body, float units, String title) {
    int cards = 0;
    int headed = 0;
    float run = 0;
    float longestRun = 0;
    for (int i = body.main().firstLine; i < body.main().endLine; i++) {
      Line line = tree.lines().get(i);
      if (line.linkShare() > CARD_MIN_LINKS && line.units() >= CARD_MIN_UNITS) {
        cards++;
        if (HEADINGS.contains(tree.boxes().get(line.box()).element.normalName())) {
          headed++;
          run = 0;
        }
      } else if (body.lines().get(i)) {
        run += line.units();
        longestRun = Math.max(longestRun, run);
      }
    }
    boolean isList = cards >= CARDS_MIN && cards * CARD_UNITS > units;
    // An article may well begin or end with such cards, but has more to say than one of them.
    boolean isHeadedList =
        headed >= HEADED_CARDS_MIN
            && headed * HEADED_CARD_UNITS > units
            && longestRun < HEADED_CARD_UNITS;
    return isList || isHeadedList
        ? new Reading.NotAnArticle("a list of " + cards + " other pages" + quoted(title))
        : null;
  }

  private static String quoted(String title) {
    return title.isEmpty() ? "" : ": «" + title + "»";
  }

  private static @Nullable String wall(PageTree tree, String title, float units) {
    if (units > WALL_MAX_UNITS) {
      return null;
    }
    String said = title.toLowerCase(Locale.ROOT);
    var text = new StringBuilder(said);
    if (tree.lines().size() <= WALL_MAX_LINES) {
      // A banner about cookies beside a short article is no wall before it.
      tree.lines().stream()
          .filter(line -> !tree.boxes().get(line.box()).furniture)
          .forEach(line -> text.append('\n').append(line.text()));
    }
    String all = text.toString().toLowerCase(Locale.ROOT);
    for (String row : Walls.ROWS) {
      int tab = row.indexOf('\t');
      if (all.contains(row.substring(tab + 1))) {
        String kind = row.substring(0, tab);
        return (kind.startsWith("e") ? "an " : "a ") + kind + quoted(title);
      }
    }
    return null;
  }
}

package org.tabadla.read;

import java.util.List;

/// Where the head of an article stands among the lines of a page: its headline, the byline and the
/// date under it, the first lines of the body.
///
/// @param headline index of the line that is the headline, or -1
/// @param first index of the first line of the body
/// @param last index of the last line of the body
record PageHead(int headline, int first, int last) {
  /// How far from the body a headline may stand.
  private static final int HEADLINE_MAX_LINES = 60;

  private static final int CAPTION_LEVELS = 3;
  private static final int UNDER_MAX_LINES = 30;
  private static final int OVER_MAX_LINES = 4;
  private static final int BEFORE_MAX_LINES = 12;
  private static final int TITLE_MIN_SHARE_PERCENT = 60;

  /// @param title the headline as it was found
  static PageHead of(PageTree tree, PageBody body, String title) {
    int first = Math.max(body.prose().nextSetBit(0), 0);
    int last = Math.max(body.prose().length() - 1, first);
    return new PageHead(headline(tree, title, first), first, last);
  }

  /// The line nearest to the body that says the title: as a heading, or in so many words.
  private static int headline(PageTree tree, String title, int first) {
    String key = PageTitle.key(title);
    if (key.isEmpty()) {
      return -1;
    }
    List<Line> lines = tree.lines();
    int found = -1;
    int to = Math.min(lines.size() - 1, first + 2);
    for (int i = to; i >= 0 && i >= first - HEADLINE_MAX_LINES; i--) {
      String text = lines.get(i).text();
      if (text.length() > 3 * title.length()) {
        continue;
      }
      String line = PageTitle.key(text);
      boolean same = line.equals(key);
      boolean part =
          !same
              && line.length() * 100 >= key.length() * TITLE_MIN_SHARE_PERCENT
              && (key.contains(line) || line.startsWith(key))
              && line.length() <= 2 * key.length();
      boolean heading = tree.boxes().get(lines.get(i).box()).is("h1");
      if (heading && (same || part)) {
        return i;
      }
      if ((same || part) && found < 0) {
        found = i;
      }
    }
    return found;
  }

  /// @return the first line to look for byline and date in, just under the headline
  int from() {
    return headline >= 0 ? headline + 1 : Math.max(0, first - BEFORE_MAX_LINES);
  }

  /// @return the index after the last such line, which is one of the first of the body
  int to() {
    int under = headline >= 0 ? headline + 1 + UNDER_MAX_LINES : first;
    return Math.max(Math.min(first, under), from());
  }

  /// @return the first line over the headline that may still belong to it
  int over() {
    return headline >= 0 ? Math.max(0, headline - OVER_MAX_LINES) : from();
  }

  /// @return whether a line stands between the headline and the body, or just over the headline
  boolean holds(int line) {
    return line >= over() && line < Math.max(to(), first + 1);
  }

  /// @return whether a line belongs to a picture, by its box
  static boolean isCaption(PageTree tree, int box) {
    int at = box;
    for (int level = 0;
        at > 0 && level < CAPTION_LEVELS;
        level++, at = tree.boxes().get(at).parent) {
      Box b = tree.boxes().get(at);
      if (b.is("figcaption") || b.is("figure")) {
        return true;
      }
    }
    return false;
  }
}

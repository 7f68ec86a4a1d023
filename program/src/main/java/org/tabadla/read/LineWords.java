package org.tabadla.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Traits of a line's own words, and of what they repeat.
final class LineWords {
  private static final float SHORT_MAX_UNITS = 300;
  private static final float AGAIN_MIN_UNITS = 15;

  /// What a link repeats is told by where it leads.
  private static final float LINKS_MAX_SHARE = 0.9f;

  private LineWords() {}

  /// @param title the headline, maybe empty
  /// @param stated the body as structured data has it, maybe empty
  static void measure(LineTraits traits, PageTree tree, String title, String stated) {
    List<Line> lines = tree.lines();
    float units = 0;
    float ideographs = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      amounts(traits, i, line);
      characters(traits, i, line);
      int phrases = PagePhrases.kinds(line.text());
      for (int bit = 0; bit < PagePhrases.KINDS.size(); bit++) {
        traits.row(i)[Trait.ONWARD.place() + bit] = (phrases >> bit) & 1;
      }
      units += line.units();
      ideographs += line.text().length() < line.units() ? line.units() : 0;
    }
    for (int i = 0; i < lines.size(); i++) {
      traits.set(i, Trait.IDEOGRAPHS, ideographs > units / 3);
    }
    repeats(traits, tree, title, stated);
    again(traits, lines);
  }

  private static void amounts(LineTraits traits, int i, Line line) {
    traits.set(i, Trait.UNITS, LineTraits.log(line.units()));
    traits.set(i, Trait.LINK_SHARE, line.linkShare());
    traits.set(i, Trait.PLAIN_UNITS, LineTraits.log(line.units() - line.linkUnits()));
    traits.set(i, Trait.MARKS, LineTraits.log(line.marks()));
    traits.set(i, Trait.MARK_SHARE, LineTraits.share(line.marks(), line.units()));
    traits.set(i, Trait.ENDS_SENTENCE, line.endsSentence());
    traits.set(i, Trait.BOLD, line.bold());
  }

  private static void characters(LineTraits traits, int i, Line line) {
    String text = line.text();
    int digits = 0;
    int capitals = 0;
    int signs = 0;
    for (int k = 0; k < text.length(); k++) {
      int kinds = Signs.of(text.charAt(k));
      digits += (kinds & Signs.DIGIT) == 0 ? 0 : 1;
      capitals += (kinds & Signs.CAPITAL) == 0 ? 0 : 1;
      signs += (kinds & Signs.PARTER) == 0 ? 0 : 1;
    }
    traits.set(i, Trait.DIGIT_SHARE, LineTraits.share(digits, line.units()));
    traits.set(i, Trait.UPPER_SHARE, LineTraits.share(capitals, line.units()));
    traits.set(i, Trait.SIGNS, LineTraits.log(signs));
    traits.set(i, Trait.FIRST_CHARACTER, kind(text.charAt(0)));
    traits.set(i, Trait.LAST_CHARACTER, kind(text.charAt(text.length() - 1)));
  }

  private static int kind(char c) {
    if (Character.isUpperCase(c)) {
      return 1;
    }
    if (Character.isDigit(c)) {
      return 2;
    }
    if (Character.isLetter(c)) {
      return Character.isLowerCase(c) ? 3 : 4;
    }
    return switch (c) {
      case '"', '“', '”', '«', '»', '‘', '’', '\'', '「', '」' -> 5;
      case '.', '۔', '。', '।' -> 6;
      case '?', '!', '؟', '？', '！' -> 7;
      case ':', '：' -> 8;
      case '…' -> 9;
      case '-', '–', '—', '•', '*', '·' -> 10;
      case '(', '[', ')', ']', '（', '）', '【', '】' -> 11;
      case ',', '،', '，', ';' -> 12;
      default -> 13;
    };
  }

  private static void repeats(LineTraits traits, PageTree tree, String title, String stated) {
    var headline = new WordPairs();
    headline.add(title);
    var summary = new WordPairs();
    for (String meta : new String[] {"description", "og:description", "twitter:description"}) {
      tree.clues().metas(meta).forEach(summary::add);
    }
    var body = new WordPairs();
    body.add(stated);
    var pairs = new WordPairs.Reading();
    for (int i = 0; i < traits.size(); i++) {
      Line line = tree.lines().get(i);
      if (line.linkShare() > LINKS_MAX_SHARE) {
        traits.set(i, Trait.STATED_SHARE, body.isEmpty() ? -1 : 0);
        continue;
      }
      boolean isShort = line.units() < SHORT_MAX_UNITS;
      if (isShort || !summary.isEmpty() || !body.isEmpty()) {
        pairs.read(line.text());
      }
      traits.set(i, Trait.TITLE_SHARE, isShort ? headline.shareOf(pairs) : 0);
      traits.set(i, Trait.SUMMARY_SHARE, summary.isEmpty() ? 0 : summary.shareOf(pairs));
      traits.set(i, Trait.STATED_SHARE, body.isEmpty() ? -1 : body.shareOf(pairs));
    }
  }

  private static void again(LineTraits traits, List<Line> lines) {
    Set<String> said = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.units() >= AGAIN_MIN_UNITS && !said.add(line.text())) {
        traits.set(i, Trait.AGAIN, true);
        twice.add(line.text());
      }
    }
    for (int i = 0; i < lines.size() && !twice.isEmpty(); i++) {
      boolean isFirst = traits.get(i, Trait.AGAIN) == 0 && twice.contains(lines.get(i).text());
      traits.set(i, Trait.TWICE, isFirst);
    }
  }
}

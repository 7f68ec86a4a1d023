package org.tabadla.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.language.Stopwords;
import org.tabadla.language.Words;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// A word of a text as keywords and names see it: elided articles parted off («l'» of «l'armée»),
/// words tied by a hyphen left whole («Hewlett-Packard»).
///
/// @param start index of its first UTF-16 code unit
/// @param end index after the last
/// @param key folded; "" for a mark of punctuation
/// @param stop a word that no keyword begins or ends with
/// @param upper whether it begins with a capital letter
record Token(int start, int end, String key, boolean stop, boolean upper) {
  private static final int LONGEST_CHARS = 40;
  private static final int LONGEST_TEXT_CHARS = 60_000;
  private static final String ENGLISH = "en";
  private static final Set<String> ELIDING = Set.of("fr", "it", "ca");
  private static final int LONGEST_ELISION_CHARS = 2;
  private static final Set<String> LONG_ELISIONS =
      Set.of("jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "nell", "sull", "dall", "all");

  /// Words folded lately: a news language uses some ten thousand again and again. Threads may race
  /// for a slot: each finds a whole entry or none.
  private static final @Nullable Folded[] LATELY = new Folded[1 << 14];

  private record Folded(String surface, String lang, String key, boolean stop) {}

  /// @param most how many at most
  static List<Token> of(String text, Lang lang, int most) {
    List<Token> out = new ArrayList<>();
    boolean eliding = ELIDING.contains(lang.primary());
    for (Span span : Words.of(head(text), lang)) {
      if (out.size() >= most) {
        break;
      }
      add(text, span.start(), span.end(), lang, eliding, out);
    }
    return out;
  }

  /// What lies beyond changes nothing of what an article is about, and could cost seconds.
  private static String head(String text) {
    if (text.length() <= LONGEST_TEXT_CHARS) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(LONGEST_TEXT_CHARS - 1));
    return text.substring(0, halves ? LONGEST_TEXT_CHARS - 1 : LONGEST_TEXT_CHARS);
  }

  private static void add(
      String text, int start, int end, Lang lang, boolean eliding, List<Token> out) {
    int from = start;
    if (eliding) {
      int mark = elision(text, start, end);
      if (mark > 0) {
        out.add(made(text, start, mark, lang));
        from = mark;
      }
    }
    if (from >= end) {
      return;
    }
    int owner = ENGLISH.equals(lang.primary()) ? possessive(text, from, end) : 0;
    if (owner > 0) {
      joined(text, from, owner, lang, out);
      out.add(made(text, owner, end, lang));
    } else {
      joined(text, from, end, lang, out);
    }
  }

  /// @return the index of the apostrophe of a possessive, or 0
  private static int possessive(String text, int start, int end) {
    char mark = end - start > 2 ? text.charAt(end - 2) : 0;
    return (mark == '\'' || mark == '\u2019') && text.charAt(end - 1) == 's' ? end - 2 : 0;
  }

  private static void joined(String text, int from, int end, Lang lang, List<Token> out) {
    Token last = out.isEmpty() ? null : out.getLast();
    Token before = out.size() < 2 ? null : out.get(out.size() - 2);
    if (before != null
        && last != null
        && last.end == from
        && before.end == last.start
        && isHyphen(text, last)
        && !before.key.isEmpty()
        && isWord(text.codePointAt(from))
        && end - before.start <= LONGEST_CHARS) {
      out.removeLast();
      out.removeLast();
      out.add(made(text, before.start, end, lang));
    } else {
      out.add(made(text, from, end, lang));
    }
  }

  private static boolean isHyphen(String text, Token token) {
    char c = text.charAt(token.start);
    return token.end - token.start == 1 && (c == '-' || c == '\u2010' || c == '\u2011');
  }

  /// @return the index after an apostrophe that closes an elided article, or 0
  private static int elision(String text, int start, int end) {
    for (int i = start + 1; i < Math.min(end, start + 7); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '\u2019') {
        boolean elided =
            i - start <= LONGEST_ELISION_CHARS
                || LONG_ELISIONS.contains(
                    text.substring(start, i).toLowerCase(java.util.Locale.ROOT));
        return elided ? i + 1 : 0;
      }
    }
    return 0;
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c);
  }

  private static Token made(String text, int start, int end, Lang lang) {
    int first = text.codePointAt(start);
    if (!isWord(first)) {
      return new Token(start, end, "", false, false);
    }
    boolean upper = Character.isUpperCase(first);
    if (end - start > LONGEST_CHARS) {
      return new Token(start, end, "", false, upper);
    }
    Folded folded = folded(text, start, end, lang);
    return new Token(start, end, folded.key, folded.stop, upper);
  }

  private static Folded folded(String text, int start, int end, Lang lang) {
    String tag = lang.primary();
    int hash = tag.hashCode();
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 14)) & (LATELY.length - 1);
    Folded known = LATELY[slot];
    if (known != null
        && known.surface.length() == end - start
        && known.lang.equals(tag)
        && text.startsWith(known.surface, start)) {
      return known;
    }
    String surface = text.substring(start, end);
    String key = Letters.fold(surface, lang);
    boolean stop = Stopwords.contains(key, lang) || CommonWords.isStop(key, lang);
    var made = new Folded(surface, tag, key, stop);
    LATELY[slot] = made;
    return made;
  }

  boolean isMark() {
    return key.isEmpty();
  }

  boolean hasLetter() {
    return key.codePoints().anyMatch(Character::isLetter);
  }
}

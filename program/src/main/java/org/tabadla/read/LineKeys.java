package org.tabadla.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Digests of lines in their places, by which a site's memory knows them again.
///
/// A line has one digest of its letters and digits, and digests that nearly the same words share: a
/// short one with figures has the same with every figure alike («Post Views: 1»); a long one has
/// the smallest of its shingles of four words under each of three hashes, so that two lines of
/// which a share `j` of all shingles is common agree in each with the probability `j` (Broder, On
/// the resemblance and containment of documents, 1997).
final class LineKeys {
  /// One chance in a million million that two texts are taken for one.
  static final int KEY_BITS = 40;

  private static final long KEY_MASK = (1L << KEY_BITS) - 1;

  /// How many boxes around a line make its place. More would bring in classes of the whole page,
  /// which often name its topic.
  private static final int PATH_BOXES = 4;

  private static final int SHINGLE_WORDS = 4;
  private static final int LONG_MIN_WORDS = 12;

  /// Longer lines are judged by their beginning.
  private static final int TEXT_MAX_CHARS = 4_000;

  private static final long[] SALTS = {
    0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL, 0x165667B19E3779F9L
  };
  private static final long FIGURE = 0x27D4EB2F165667C5L;

  private final PageTree tree;
  private final Map<Integer, Long> paths = new HashMap<>();

  LineKeys(PageTree tree) {
    this.tree = tree;
  }

  /// @return the digest of a text or an address
  static long of(String text) {
    long hash = 0;
    boolean apart = false;
    int size = Math.min(text.length(), TEXT_MAX_CHARS);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        hash = mix(apart ? mix(hash, ' ') : hash, c);
        apart = false;
      } else {
        apart = true;
      }
    }
    return mix(hash, text.length() > TEXT_MAX_CHARS ? 1 : 0) & KEY_MASK;
  }

  /// @return digests that nearly the same words share; three of a long line, at most one of others
  static List<Long> near(String text) {
    var words = new Shingles();
    int size = Math.min(text.length(), TEXT_MAX_CHARS);
    for (int i = 0; i < size; i++) {
      words.take(text.charAt(i));
    }
    words.endWord();
    if (words.count >= LONG_MIN_WORDS) {
      return Arrays.stream(words.least).map(least -> least & KEY_MASK).boxed().toList();
    }
    return words.figures == 0 ? List.of() : List.of(mix(words.all, FIGURE) & KEY_MASK);
  }

  /// @return the digest of a line's words in their place: the same words elsewhere on a page, as in
  ///   a teaser of an article, are others
  long text(Line line) {
    return placed(of(line.text()), line);
  }

  /// @return as {@link #near(String)}, in the line's place
  List<Long> near(Line line) {
    return near(line.text()).stream().map(key -> placed(key, line)).toList();
  }

  private long placed(long key, Line line) {
    return mix(key, path(line)) & KEY_MASK;
  }

  /// @return the digest of the tags and classes nearest around a line, figures in names left out
  long path(Line line) {
    return paths.computeIfAbsent(line.box(), this::pathOf);
  }

  private long pathOf(int box) {
    long hash = 0;
    int at = box;
    for (int i = 0; i < PATH_BOXES && at > 0; i++) {
      Box b = tree.boxes().get(at);
      hash = name(b.element, mix(hash, i));
      at = b.parent;
    }
    return hash & KEY_MASK;
  }

  private static long name(Element e, long before) {
    long hash = letters(e.normalName(), before);
    return letters(e.className(), mix(hash, '.'));
  }

  private static long letters(String name, long before) {
    long hash = before;
    int size = Math.min(name.length(), TEXT_MAX_CHARS);
    for (int i = 0; i < size; i++) {
      char c = name.charAt(i);
      hash = c >= '0' && c <= '9' ? hash : mix(hash, c);
    }
    return hash;
  }

  /// What is remembered of a page, lines beside the body only where they are text.
  ///
  /// @param body the lines that the reader chose
  PageTrace trace(BitSet body, String address) {
    var seen = new ArrayList<PageTrace.Seen>();
    int chosen = body.cardinality();
    int nth = 0;
    int beside = 0;
    for (int i = 0; i < tree.lines().size(); i++) {
      Line line = tree.lines().get(i);
      if (body.get(i)) {
        boolean middle = nth >= Limits.BODY_FIRST && nth < chosen - Limits.BODY_LAST;
        nth++;
        if (!middle) {
          seen.add(seen(line, true));
        }
      } else if (beside < Limits.BESIDE
          && line.units() >= Limits.BESIDE_MIN_UNITS
          && line.linkShare() < Limits.BESIDE_MAX_LINKS) {
        beside++;
        seen.add(seen(line, false));
      }
    }
    return new PageTrace((int) of(address), seen);
  }

  private PageTrace.Seen seen(Line line, boolean body) {
    return new PageTrace.Seen(
        text(line), body ? near(line) : List.of(), path(line), body, Math.round(line.units()));
  }

  /// How many lines of a page are remembered.
  private static final class Limits {
    static final int BODY_FIRST = 200;
    static final int BODY_LAST = 100;
    static final int BESIDE = 100;
    static final float BESIDE_MIN_UNITS = 10;
    static final float BESIDE_MAX_LINKS = 0.5f;
  }

  /// A 64-bit step: multiply and fold, as in splitmix64.
  static long mix(long hash, long value) {
    long x = (hash ^ value) * 0xBF58476D1CE4E5B9L;
    return (x ^ (x >>> 29)) * 0x94D049BB133111EBL;
  }

  /// Cuts a text into words, an ideograph one word, a figure the same as every other, and keeps the
  /// smallest shingles.
  private static final class Shingles {
    final long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    long all;
    int count;
    int figures;
    private final long[] last = new long[SHINGLE_WORDS];
    private long word;
    private boolean isFigure;

    void take(char c) {
      if (Character.isDigit(c)) {
        if (!isFigure) {
          endWord();
          figures++;
        }
        isFigure = true;
        word = '0';
      } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
        if (isFigure || Line.unit(c) > 2) {
          endWord();
        }
        word = mix(word, c);
      } else {
        endWord();
      }
    }

    void endWord() {
      isFigure = false;
      if (word == 0) {
        return;
      }
      all = mix(all, word);
      last[count % SHINGLE_WORDS] = word;
      word = 0;
      count++;
      if (count < SHINGLE_WORDS) {
        return;
      }
      long shingle = 0;
      for (int i = 0; i < SHINGLE_WORDS; i++) {
        shingle = mix(shingle, last[(count + i) % SHINGLE_WORDS]);
      }
      for (int i = 0; i < SALTS.length; i++) {
        least[i] = Math.min(least[i], mix(shingle, SALTS[i]) & Long.MAX_VALUE);
      }
    }
  }
}

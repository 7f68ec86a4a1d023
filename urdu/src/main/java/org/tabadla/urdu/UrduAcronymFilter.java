package org.tabadla.urdu;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/// Gives an acronym that is spelled by the names of Latin letters in Latin too: «ایس سی او» is ایس,
/// سی, او and, beside them, `sco`, so that «SCO» finds it and it finds «SCO». Dots, hyphens and
/// joiners between the names were the tokenizer's. `S.C.O.` in Latin letters is `sco`.
///
/// The Latin term stands at the first part's position and is as long as all parts: in a query that
/// is a graph; an index keeps no lengths, so there it is a synonym of the first part.
///
/// Works on terms of {@link UrduNormalizationFilter}.
///
/// ```
/// new UrduAcronymFilter(new UrduNormalizationFilter(words, Level.SEARCH));
/// ```
public final class UrduAcronymFilter extends TokenFilter {
  private static final int MOST_LETTERS = 12;

  /// A run of more letters is two acronyms, or an enumeration.
  private static final int LONGEST_UNKNOWN_LETTERS = 5;

  private static final int LONGEST_NAME_CHARS = 6;

  private static final class Names {
    static final CharArrayMap<Character> LETTERS = new CharArrayMap<>(64, false);

    /// The last letters of the names: most words are told from them by theirs.
    static final BitSet LASTS = new BitSet();

    static final Set<String> KNOWN = new HashSet<>();
    static final Set<Character> APART = new HashSet<>();

    static {
      for (String[] row : Rows.of("acronyms.tsv", 3)) {
        switch (row[0]) {
          case "letter" -> {
            LETTERS.put(UrduNormalizer.fold(row[1]), row[2].charAt(0));
            LASTS.set(row[1].charAt(row[1].length() - 1));
          }
          case "apart" -> APART.add(row[2].charAt(0));
          default -> KNOWN.add(row[1]);
        }
      }
    }
  }

  private record Part(AttributeSource.State state, int start, int end) {}

  /// Letters that stand in a row: where, and which acronym they are.
  private record Found(int from, int to, String latin) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute span = addAttribute(PositionLengthAttribute.class);
  private final List<Part> parts = new ArrayList<>();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final StringBuilder letters = new StringBuilder();

  /// The term that was read ahead, while {@link #isAhead}; and the one before it. Kept in places
  /// that are used again: «کے» is the name of a letter and the most frequent word there is.
  private @Nullable AttributeSource ahead;

  private @Nullable AttributeSource first;
  private boolean isAhead;

  public UrduAcronymFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!waiting.isEmpty()) {
      waiting.remove().run();
      return true;
    }
    if (isAhead && ahead != null) {
      ahead.copyTo(this);
      isAhead = false;
    } else if (!input.incrementToken()) {
      return false;
    }
    char letter = letter();
    if (letter == 0) {
      withoutDots();
      return true;
    }
    AttributeSource alone = held(first);
    first = alone;
    int start = offset.startOffset();
    int end = offset.endOffset();
    char second = secondLetter();
    if (second == 0) {
      alone.copyTo(this);
      return true;
    }
    parts.clear();
    letters.setLength(0);
    letters.append(letter);
    parts.add(new Part(alone.captureState(), start, end));
    for (char more = second; more != 0; more = parts.size() == MOST_LETTERS ? 0 : secondLetter()) {
      letters.append(more);
      parts.add(new Part(captureState(), offset.startOffset(), offset.endOffset()));
    }
    queue(acronyms(letters.toString()));
    waiting.remove().run();
    return true;
  }

  /// Reads the next term.
  ///
  /// @return the letter that it is the name of where it goes on from the one before; else 0, and
  ///   the term, if there is one, is kept for the next call
  private char secondLetter() throws IOException {
    if (!input.incrementToken()) {
      return 0;
    }
    char letter = step.getPositionIncrement() == 1 ? letter() : 0;
    if (letter == 0) {
      ahead = held(ahead);
      isAhead = true;
    }
    return letter;
  }

  /// Copies the term into a place, or into a new one where there is none yet.
  private AttributeSource held(@Nullable AttributeSource place) {
    AttributeSource to = place == null ? cloneAttributes() : place;
    copyTo(to);
    return to;
  }

  private void queue(List<Found> acronyms) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      waiting.add(() -> restoreState(part.state()));
      for (Found each : acronyms) {
        if (each.from() == i) {
          int end = parts.get(each.to() - 1).end();
          waiting.add(() -> {
            restoreState(part.state());
            term.setEmpty().append(each.latin());
            step.setPositionIncrement(0);
            span.setPositionLength(each.to() - each.from());
            offset.setOffset(part.start(), Math.max(end, part.end()));
          });
        }
      }
    }
  }

  /// @return the whole run where that can be one acronym, and those known inside of it, none within
  ///   another
  private static List<Found> acronyms(String run) {
    int from = 0;
    int to = run.length();
    while (from < to && isApart(run, from) && !Names.KNOWN.contains(run.substring(from, to))) {
      from++;
    }
    while (from < to && isApart(run, to - 1) && !Names.KNOWN.contains(run.substring(from, to))) {
      to--;
    }
    List<Found> found = new ArrayList<>();
    if (to - from > 1 && to - from <= LONGEST_UNKNOWN_LETTERS) {
      found.add(new Found(from, to, run.substring(from, to)));
    }
    if (found.isEmpty() || !Names.KNOWN.contains(run.substring(from, to))) {
      known(run, found);
    }
    return found;
  }

  private static void known(String run, List<Found> found) {
    for (int from = 0; from < run.length(); from++) {
      for (int to = run.length(); to > from + 1; to--) {
        String part = run.substring(from, to);
        if (Names.KNOWN.contains(part)) {
          var one = new Found(from, to, part);
          if (!found.contains(one)) {
            found.add(one);
          }
          from = to - 1;
          break;
        }
      }
    }
  }

  private static boolean isApart(String run, int i) {
    return Names.APART.contains(run.charAt(i));
  }

  /// @return the letter that the term is the name of, or 0
  private char letter() {
    int n = term.length();
    if (n < 2 || n > LONGEST_NAME_CHARS || !Names.LASTS.get(term.buffer()[n - 1])) {
      return 0;
    }
    Character letter = Names.LETTERS.get(term.buffer(), 0, n);
    return letter == null ? 0 : letter;
  }

  /// `s.c.o` and `s.c.o.` become `sco`.
  private void withoutDots() {
    char[] text = term.buffer();
    int n = term.length();
    if (n < 3 || text[1] != '.') {
      return;
    }
    for (int i = 0; i < n; i++) {
      boolean fits = i % 2 == 1 ? text[i] == '.' : text[i] >= 'a' && text[i] <= 'z';
      if (!fits) {
        return;
      }
    }
    int to = 0;
    for (int i = 0; i < n; i += 2) {
      text[to++] = text[i];
    }
    term.setLength(to);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
    isAhead = false;
    // Whoever reads may have brought further attributes since the last text.
    ahead = null;
    first = null;
  }
}

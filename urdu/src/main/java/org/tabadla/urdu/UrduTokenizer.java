package org.tabadla.urdu;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Gives the words and numbers of Urdu text, letters already in one form, with their places in the
/// text as it was. Punctuation takes no position.
///
/// The folded kind also writes apart what is written together («کیلئے», «وزیراعظم») and stems with
/// {@link UrduStemmer}.
public final class UrduTokenizer extends Tokenizer {
  private static final int MOST_CHARS = 4_000_000;
  private static final int LONGEST_WORD_CHARS = 128;

  private static final class Splits {
    static final Map<String, List<String>> APART = new HashMap<>();

    static {
      for (String[] row : Rows.of("splits.tsv", 2)) {
        APART.put(UrduNormalizer.fold(row[0]), List.of(row[1].split(" ", -1)));
      }
    }
  }

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final boolean folded;
  private final StringBuilder text = new StringBuilder();
  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private List<Stretch> words = List.of();
  private int next;
  private int start;
  private int end;

  /// @param folded whether spellings and forms of a word meet, or only its letters have one form
  public UrduTokenizer(boolean folded) {
    this.folded = folded;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (waiting.isEmpty()) {
      if (next >= words.size()) {
        return false;
      }
      Stretch word = words.get(next++);
      start = word.start();
      end = Math.min(word.end(), start + LONGEST_WORD_CHARS);
      terms(text.substring(start, end));
    }
    term.append(waiting.remove());
    step.setPositionIncrement(1);
    offset.setOffset(correctOffset(start), correctOffset(end));
    return true;
  }

  private void terms(String word) {
    if (!folded) {
      add(UrduNormalizer.letters(word).toLowerCase(java.util.Locale.ROOT));
      return;
    }
    folded(word.replace('_', ' ')).forEach(this::add);
  }

  /// @return the terms that the folded kind gives for words
  static List<String> folded(String words) {
    return Arrays.stream(UrduNormalizer.fold(words).split(" ", -1))
        .flatMap(part -> Splits.APART.getOrDefault(part, List.of(part)).stream())
        .map(UrduStemmer::stem)
        .toList();
  }

  private void add(String one) {
    // A sign may stand for a word (the rial's does), so this asks only after folding.
    if (one.chars().anyMatch(Character::isLetterOrDigit)) {
      waiting.add(one);
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    text.setLength(0);
    waiting.clear();
    next = 0;
    char[] buffer = new char[8192];
    for (int n = input.read(buffer); n >= 0 && text.length() < MOST_CHARS; n = input.read(buffer)) {
      text.append(buffer, 0, n);
    }
    words = UrduWords.of(text);
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(text.length());
    offset.setOffset(last, last);
  }
}

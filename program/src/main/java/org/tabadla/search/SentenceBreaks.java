package org.tabadla.search;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.Arrays;
import java.util.List;
import org.tabadla.language.Sentences;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Sentence ends for the highlighter, by {@link Sentences}: the JDK's own iterator finds none in
/// Urdu. A sentence reaches to the start of the next.
final class SentenceBreaks extends BreakIterator {
  private final Lang lang;
  private CharacterIterator text = new StringCharacterIterator("");
  private int[] breaks = {0};
  private int at;

  SentenceBreaks(Lang lang) {
    this.lang = lang;
  }

  @Override
  public void setText(CharacterIterator newText) {
    text = newText;
    int begin = newText.getBeginIndex();
    var copy = new StringBuilder(newText.getEndIndex() - begin);
    for (char c = newText.first(); newText.getIndex() < newText.getEndIndex(); c = newText.next()) {
      copy.append(c);
    }
    newText.first();
    List<Span> sentences = Sentences.of(copy.toString(), lang);
    breaks = new int[Math.max(sentences.size(), 1) + 1];
    breaks[0] = begin;
    for (int i = 1; i < sentences.size(); i++) {
      breaks[i] = begin + sentences.get(i).start();
    }
    breaks[breaks.length - 1] = newText.getEndIndex();
    at = 0;
  }

  @Override
  public CharacterIterator getText() {
    return text;
  }

  @Override
  public int first() {
    at = 0;
    return current();
  }

  @Override
  public int last() {
    at = breaks.length - 1;
    return current();
  }

  @Override
  public int current() {
    return breaks[at];
  }

  @Override
  public int next() {
    return next(1);
  }

  @Override
  public int previous() {
    return next(-1);
  }

  @Override
  public int next(int n) {
    int to = at + n;
    at = Math.clamp(to, 0, breaks.length - 1);
    return at == to ? current() : DONE;
  }

  /// The first break after the offset.
  @Override
  public int following(int offset) {
    int found = Arrays.binarySearch(breaks, offset);
    int to = found >= 0 ? found + 1 : -found - 1;
    if (to >= breaks.length) {
      at = breaks.length - 1;
      return DONE;
    }
    at = to;
    return current();
  }

  /// The last break before the offset.
  @Override
  public int preceding(int offset) {
    int found = Arrays.binarySearch(breaks, offset);
    int to = (found >= 0 ? found : -found - 1) - 1;
    if (to < 0) {
      at = 0;
      return DONE;
    }
    at = to;
    return current();
  }

  @Override
  public boolean isBoundary(int offset) {
    return Arrays.binarySearch(breaks, offset) >= 0;
  }

  @Override
  public Object clone() {
    return new SentenceBreaks(lang);
  }
}

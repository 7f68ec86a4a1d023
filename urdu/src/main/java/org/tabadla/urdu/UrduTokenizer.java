package org.tabadla.urdu;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;

/// Gives the words and numbers of Urdu text as they stand there, with their places. Punctuation
/// takes no position. A zero-width non-joiner, a hyphen or a full stop between Urdu letters parts
/// words; a number keeps its signs (3.5, ۱۲٬۰۰۰, 4:10); «25برس» is two words, «1947ء» is one.
///
/// Reads on as it goes, in memory that does not depend on the text's length; a word of more than
/// {@value #LONGEST_WORD_CHARS} characters comes in pieces.
///
/// ```
/// var words = new UrduTokenizer();
/// words.setReader(new StringReader("سی‌پیک پر 25برس"));  // سی, پیک, پر, 25, برس
/// ```
public final class UrduTokenizer extends Tokenizer {
  /// The most characters of one token, as Lucene's StandardTokenizer has it.
  public static final int LONGEST_WORD_CHARS = 255;

  private static final int BUFFER_CHARS = 8192;

  /// How far ahead of a word's end the rules look.
  private static final int AHEAD_CHARS = 16;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final Window window = new Window();

  /// Where the window lies in the text.
  private int base;

  private int position;
  private boolean ended;

  public UrduTokenizer() {}

  public UrduTokenizer(AttributeFactory factory) {
    super(factory);
  }

  @Override
  public boolean incrementToken() throws IOException {
    clearAttributes();
    while (findWord()) {
      int start = position;
      int end = wordEnd(start);
      position = end;
      if (says(start, end)) {
        give(start, end);
        return true;
      }
    }
    return false;
  }

  /// Moves to where the next word begins, and has the whole of it in the window.
  private boolean findWord() throws IOException {
    while (true) {
      char[] text = window.text;
      int n = window.length;
      while (position < n && LetterTable.is(text[position], LetterTable.PARTS_TERMS)) {
        position++;
      }
      if (!ended && n - position < LONGEST_WORD_CHARS + AHEAD_CHARS) {
        fill();
      } else {
        return position < n;
      }
    }
  }

  /// Drops what was read from the window and reads on.
  private void fill() throws IOException {
    int kept = window.length - position;
    System.arraycopy(window.text, position, window.text, 0, kept);
    base += position;
    position = 0;
    window.length = kept;
    while (!ended && window.length < BUFFER_CHARS) {
      int n = input.read(window.text, window.length, BUFFER_CHARS - window.length);
      ended = n < 0;
      window.length += Math.max(n, 0);
    }
  }

  private int wordEnd(int start) {
    char[] text = window.text;
    int most = Math.min(window.length, start + LONGEST_WORD_CHARS);
    int end = start + 1;
    while (end < most) {
      char c = text[end];
      if (!LetterTable.is(c, LetterTable.PARTS_TERMS)) {
        boolean meets =
            LetterTable.is(c, LetterTable.DIGIT) != LetterTable.is(text[end - 1], LetterTable.DIGIT)
                && LetterTable.is(c, LetterTable.DIGIT | LetterTable.ARABIC);
        if (meets
            && (UrduWords.unitBegins(window, end)
                || (end - start > 2 && UrduWords.numberBegins(window, end)))) {
          break;
        }
        end++;
      } else if (end + 1 < most && UrduWords.joins(window, start, end)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /// @return whether there is a letter, a digit or a sign that stands for a word
  private boolean says(int start, int end) {
    for (int i = start; i < end; i++) {
      if (LetterTable.is(window.text[i], LetterTable.SAYS)) {
        return true;
      }
    }
    return false;
  }

  /// Without the controls at its edges, which steer direction and are no part of the word.
  private void give(int from, int to) {
    int start = from;
    int end = to;
    while (LetterTable.is(window.text[start], LetterTable.CONTROL)) {
      start++;
    }
    while (LetterTable.is(window.text[end - 1], LetterTable.CONTROL)) {
      end--;
    }
    term.copyBuffer(window.text, start, end - start);
    offset.setOffset(correctOffset(base + start), correctOffset(base + end));
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    window.length = 0;
    base = 0;
    position = 0;
    ended = false;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(base + window.length);
    offset.setOffset(last, last);
  }

  /// The part of the text that is at hand.
  private static final class Window implements CharSequence {
    final char[] text = new char[BUFFER_CHARS];
    int length;

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return text[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new String(text, start, end - start);
    }
  }
}

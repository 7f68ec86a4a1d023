package org.tabadla.urdu;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.CharFilter;

/// The letters of {@link UrduNormalizer#display} before any tokenizer: for schemas that keep
/// another tokenizer than {@link UrduTokenizer}. Offsets stay those of the text as it was. It puts
/// no spaces.
///
/// Reads on as it goes. It cuts its pieces after ASCII characters, mostly spaces; only in a run of
/// more than {@value #PIECE_CHARS} characters without one may a rule that looks at neighbours miss
/// one at a cut.
///
/// ```
/// Reader repaired = new UrduCharFilter(new StringReader("كراچي"));  // کراچی
/// ```
public final class UrduCharFilter extends CharFilter {
  static final int PIECE_CHARS = 8192;
  private static final int ASCII_END = 0x80;

  private final char[] piece = new char[PIECE_CHARS];
  private final LetterRepair repair = new LetterRepair().keepOrigins();

  /// How much of the piece is there.
  private int filled;

  /// How much of the result was handed on.
  private int given;

  /// The places of the piece in the text and of the result in all results.
  private int pieceAt;

  private int resultAt;
  private boolean ended;

  /// From which places of the results on how many characters of the text more, or less, there were.
  private int[] places = new int[64];

  private int[] shifts = new int[64];
  private int shiftCount;

  public UrduCharFilter(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    while (given == repair.out.length) {
      if (ended && filled == 0) {
        return -1;
      }
      next();
    }
    int n = Math.min(length, repair.out.length - given);
    System.arraycopy(repair.out.array, given, buffer, offset, n);
    given += n;
    return n;
  }

  private void next() throws IOException {
    while (!ended && filled < PIECE_CHARS) {
      int n = input.read(piece, filled, PIECE_CHARS - filled);
      ended = n < 0;
      filled += Math.max(n, 0);
    }
    int end = filled;
    while (!ended && end > 0 && piece[end - 1] >= ASCII_END) {
      end--;
    }
    end = end == 0 ? filled : end;
    resultAt += repair.out.length;
    repair.repair(piece, 0, end);
    given = 0;
    noteShifts();
    pieceAt += end;
    filled -= end;
    System.arraycopy(piece, end, piece, 0, filled);
    noteShift(resultAt + repair.out.length, pieceAt);
  }

  private void noteShifts() {
    for (int i = 0; i < repair.out.length; i++) {
      noteShift(resultAt + i, pieceAt + repair.origin(i));
    }
  }

  private void noteShift(int result, int origin) {
    int last = shiftCount == 0 ? 0 : shifts[shiftCount - 1];
    if (origin - result == last) {
      return;
    }
    if (shiftCount > 0 && places[shiftCount - 1] == result) {
      shiftCount--;
    } else if (shiftCount == places.length) {
      places = Arrays.copyOf(places, shiftCount * 2);
      shifts = Arrays.copyOf(shifts, shiftCount * 2);
    }
    places[shiftCount] = result;
    shifts[shiftCount++] = origin - result;
  }

  @Override
  protected int correct(int currentOff) {
    int at = Arrays.binarySearch(places, 0, shiftCount, currentOff);
    int last = at < 0 ? -at - 2 : at;
    return last < 0 ? currentOff : currentOff + shifts[last];
  }
}

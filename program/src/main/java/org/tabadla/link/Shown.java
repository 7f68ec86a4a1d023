package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How an article writes its heaviest marks, packed: a reason names both spellings, and maps of
/// strings would take more room than all the rest of an article.
///
/// @param marks the narrowed marks
/// @param packed their words in UTF-8, each ended by a zero, in the order of `marks`
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shown(int[] marks, byte[] packed) {
  private static final int MOST = 10;
  private static final int MOST_CHARS = 24;

  /// @param marks weighed
  /// @param bag the same marks with their words
  static Shown of(Vector marks, Bag bag) {
    var kept = new int[MOST];
    int n = 0;
    var text = new StringBuilder();
    for (int at : marks.heaviest(MOST)) {
      String word = bag.shownAt(at);
      if (word != null && word.length() <= MOST_CHARS) {
        kept[n++] = Sketch.narrow(bag.keys[at]);
        text.append(word).append('\0');
      }
    }
    return new Shown(Arrays.copyOf(kept, n), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Nullable String of(int mark) {
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] == mark) {
        return new String(packed, StandardCharsets.UTF_8).split("\0", -1)[i];
      }
    }
    return null;
  }

  void write(DataOutput out) throws IOException {
    Packed.ints(out, marks);
    Packed.bytes(out, packed);
  }

  static Shown read(DataInput in) throws IOException {
    return new Shown(Packed.ints(in), Packed.bytes(in));
  }
}

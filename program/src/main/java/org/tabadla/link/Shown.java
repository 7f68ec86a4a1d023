package org.tabadla.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an article writes its heaviest marks, packed: a reason names both spellings, and maps of
/// strings would take more room than all the rest of an article.
///
/// @param marks the narrowed marks
/// @param packed their words in UTF-8, each ended by a zero, in the order of `marks`
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shown(int[] marks, byte[] packed) {
  private static final int MOST = 14;
  private static final int MOST_CHARS = 24;

  static Shown of(Sketch sketch, Marks marks) {
    Map<Integer, String> words = new java.util.HashMap<>();
    marks.shown().forEach((mark, word) -> words.put(Sketch.narrow(mark), word));
    List<Integer> kept = new ArrayList<>();
    var text = new StringBuilder();
    for (int i : sketch.heaviest(MOST)) {
      String word = words.get(sketch.keys()[i]);
      if (word != null && word.length() <= MOST_CHARS) {
        kept.add(sketch.keys()[i]);
        text.append(word).append('\0');
      }
    }
    return new Shown(
        kept.stream().mapToInt(Integer::intValue).toArray(),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Nullable String of(int mark) {
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] == mark) {
        return new String(packed, StandardCharsets.UTF_8).split("\0", -1)[i];
      }
    }
    return null;
  }
}

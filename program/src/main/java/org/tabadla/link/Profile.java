package org.tabadla.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An article as linking compares it: its words as hashes, in one pass.
///
/// @param all words of headline and text, the headline's and the lead's weighing more
/// @param marks what any language would share: see {@link Marks}
/// @param runs hashes of each {@link #RUN_WORDS} words in order
/// @param runWords how many words make one run
/// @param numbers hashes of the numbers of the text, ascending, each once
// A profile is never compared; the arrays are there for speed.
@SuppressWarnings("ArrayRecordComponent")
record Profile(
    String id,
    String lang,
    @Nullable Instant date,
    Bag all,
    Bag marks,
    int[] runs,
    int runWords,
    int[] numbers) {
  /// How many words make a run.
  static final int RUN_WORDS = 3;

  /// How many pairs of letters do, in a script without spaces.
  static final int RUN_PAIRS = 5;

  private static final int LEAD_WORDS = 60;
  private static final float TITLE_WEIGHT = 2;
  private static final float LEAD_WEIGHT = 1.5f;
  private static final float BODY_WEIGHT = 1;
  private static final int MOST_NUMBERS = 200;

  /// @param marked whether marks are wanted
  static Profile of(Item item, boolean marked) {
    String lang = item.lang().primary();
    List<Terms.Word> title = Terms.of(item.title(), item.lang());
    List<Terms.Word> text = Terms.of(item.text(), item.lang());
    var all = new Bag.Maker();
    addWords(title, TITLE_WEIGHT, all);
    int lead = Math.min(LEAD_WORDS, text.size());
    addWords(text.subList(0, lead), LEAD_WEIGHT, all);
    addWords(text.subList(lead, text.size()), BODY_WEIGHT, all);
    List<Terms.Word> run = text.isEmpty() ? title : text;
    int length = isPaired(run) ? RUN_PAIRS : RUN_WORDS;
    return new Profile(
        item.id(),
        lang,
        item.date(),
        all.make(),
        marked ? Marks.of(item, title, text) : Bag.EMPTY,
        runs(run, length),
        length,
        numbers(run));
  }

  /// @return whether most of its first words are pairs of letters of a script without spaces
  private static boolean isPaired(List<Terms.Word> words) {
    int some = Math.min(LEAD_WORDS, words.size());
    int paired = 0;
    for (int i = 0; i < some; i++) {
      paired += words.get(i).paired() ? 1 : 0;
    }
    return paired * 2 > some;
  }

  private static void addWords(List<Terms.Word> words, float weight, Bag.Maker all) {
    for (Terms.Word word : words) {
      if (!word.stop()) {
        all.add(word.feature(), weight, word.surface());
      }
    }
  }

  private static int[] runs(List<Terms.Word> words, int length) {
    int count = Math.max(0, words.size() - length + 1);
    var out = new int[count];
    for (int i = 0; i < count; i++) {
      long h = 0;
      for (int k = 0; k < length; k++) {
        h = Hash.mix(h * 31 + words.get(i + k).hash());
      }
      out[i] = (int) h;
    }
    return out;
  }

  private static int[] numbers(List<Terms.Word> words) {
    return words.stream()
        .filter(Terms.Word::number)
        .mapToInt(word -> word.key().hashCode())
        .distinct()
        .limit(MOST_NUMBERS)
        .sorted()
        .toArray();
  }

  /// @return the words as the article writes them of those narrowed features, best first
  List<String> show(List<Integer> features) {
    Map<Integer, String> words = HashMap.newHashMap(all.size());
    for (int i = 0; i < all.size(); i++) {
      words.put(Sketch.narrow(all.keys[i]), all.shownAt(i));
    }
    return features.stream().map(words::get).filter(Objects::nonNull).toList();
  }
}

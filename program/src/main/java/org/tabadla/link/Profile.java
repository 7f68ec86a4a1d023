package org.tabadla.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An article as linking compares it: its words as hashes, in one pass.
///
/// @param title words of the headline
/// @param all words of headline and text, the headline's and the lead's weighing more
/// @param marks what any language would share: see {@link Marks}
/// @param runs hashes of each {@link #RUN_WORDS} words in order
/// @param runWords how many words make one run
/// @param numbers the numbers of the text
/// @param shown the words as the article writes them, by feature; only of the article at hand
// A profile is never compared; the array is there for speed.
@SuppressWarnings("ArrayRecordComponent")
record Profile(
    String id,
    String lang,
    @Nullable Instant date,
    Bag title,
    Bag all,
    Marks marks,
    int[] runs,
    int runWords,
    Set<String> numbers,
    Map<Long, String> shown) {
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
    Map<Long, String> shown = new HashMap<>();
    var titleBag = new Bag.Maker();
    var all = new Bag.Maker();
    addWords(title, lang, TITLE_WEIGHT, titleBag, all, shown);
    int lead = Math.min(LEAD_WORDS, text.size());
    addWords(text.subList(0, lead), lang, LEAD_WEIGHT, null, all, shown);
    addWords(text.subList(lead, text.size()), lang, BODY_WEIGHT, null, all, shown);
    List<Terms.Word> run = text.isEmpty() ? title : text;
    int length =
        run.stream().limit(LEAD_WORDS).filter(Terms.Word::paired).count() * 2
                > Math.min(LEAD_WORDS, run.size())
            ? RUN_PAIRS
            : RUN_WORDS;
    return new Profile(
        item.id(),
        lang,
        item.date(),
        titleBag.make(),
        all.make(),
        marked ? Marks.of(item, title, text) : Marks.NONE,
        runs(run, length),
        length,
        numbers(run),
        shown);
  }

  private static void addWords(
      List<Terms.Word> words,
      String lang,
      float weight,
      Bag.@Nullable Maker own,
      Bag.Maker all,
      Map<Long, String> shown) {
    for (Terms.Word word : words) {
      if (!word.stop()) {
        long key = Hash.of(lang, word.stem());
        all.add(key, weight);
        if (own != null) {
          own.add(key, 1);
        }
        shown.putIfAbsent(key, word.surface());
      }
    }
  }

  private static int[] runs(List<Terms.Word> words, int length) {
    int count = Math.max(0, words.size() - length + 1);
    var hashes = new long[words.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Hash.of("", words.get(i).key());
    }
    var out = new int[count];
    for (int i = 0; i < count; i++) {
      long h = 0;
      for (int k = 0; k < length; k++) {
        h = Hash.mix(h * 31 + hashes[i + k]);
      }
      out[i] = (int) h;
    }
    return out;
  }

  private static Set<String> numbers(List<Terms.Word> words) {
    Set<String> out = new HashSet<>();
    for (Terms.Word word : words) {
      if (word.number() && out.size() < MOST_NUMBERS) {
        out.add(word.key());
      }
    }
    return Set.copyOf(out);
  }

  /// @return the words as the article writes them of those narrowed features, best first
  List<String> show(List<Integer> features) {
    Map<Integer, String> words = HashMap.newHashMap(shown.size());
    shown.forEach((feature, word) -> words.put(Sketch.narrow(feature), word));
    return features.stream().map(words::get).filter(Objects::nonNull).toList();
  }
}

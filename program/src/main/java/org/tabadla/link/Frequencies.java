package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// In how many of the articles so far a feature stood, per language: one table of fixed size, in
/// which old counts fade. A second, quicker one tells what is in the news just now.
final class Frequencies {
  private static final int SLOT_BITS = 20;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int MOST_ARTICLES = 200_000;
  private static final int MOST_RECENT = 6_000;

  /// Before anything was seen a word counts as if this many articles did without it.
  private static final int UNSEEN_ARTICLES = 50;

  private static final int ENOUGH_ARTICLES = 100;
  private static final double COMMON = 0.3;

  private final int[] counts = new int[SLOTS];
  private final short[] recent = new short[SLOTS];
  private final Map<String, int[]> articles = new HashMap<>();
  private int total;
  private int totalRecent;

  void add(String lang, Bag words, Bag marks, int salt) {
    for (long key : words.keys) {
      count(slot(Sketch.narrow(key)));
    }
    for (long mark : marks.keys) {
      count(slot(Sketch.narrow(mark) ^ salt));
    }
    articles.computeIfAbsent(lang, l -> new int[1])[0]++;
    if (++total >= MOST_ARTICLES) {
      Arrays.setAll(counts, i -> counts[i] / 2);
      articles.values().forEach(n -> n[0] /= 2);
      total /= 2;
    }
    if (++totalRecent >= MOST_RECENT) {
      for (int i = 0; i < recent.length; i++) {
        recent[i] = (short) (recent[i] / 2);
      }
      totalRecent /= 2;
    }
  }

  private void count(int slot) {
    counts[slot]++;
    recent[slot]++;
  }

  int articles(String lang) {
    int[] n = articles.get(lang);
    return n == null ? 0 : n[0];
  }

  /// @param key narrowed; a mark is bound to its language by {@link Marks#salt}
  /// @return ln(1 + N/df), smoothed; 0 of what nearly every article has
  double rarity(int key, int articlesOfLang) {
    int df = counts[slot(key)];
    if (articlesOfLang > ENOUGH_ARTICLES && df > COMMON * articlesOfLang) {
      return 0;
    }
    return Math.log(1 + (articlesOfLang + UNSEEN_ARTICLES) / (df + 0.5));
  }

  /// @return in how many of the latest few thousand articles a feature stands
  int recent(int key) {
    return recent[slot(key)];
  }

  private static int slot(int key) {
    return (int) (Hash.mix(key) >>> (Long.SIZE - SLOT_BITS));
  }

  void write(DataOutput out) throws IOException {
    int some = 0;
    for (int i = 0; i < SLOTS; i++) {
      some += counts[i] != 0 || recent[i] != 0 ? 1 : 0;
    }
    out.writeInt(some);
    for (int i = 0; i < SLOTS; i++) {
      if (counts[i] != 0 || recent[i] != 0) {
        out.writeInt(i);
        out.writeInt(counts[i]);
        out.writeShort(recent[i]);
      }
    }
    out.writeInt(articles.size());
    for (var of : articles.entrySet()) {
      out.writeUTF(of.getKey());
      out.writeInt(of.getValue()[0]);
    }
    out.writeInt(total);
    out.writeInt(totalRecent);
  }

  void read(DataInput in) throws IOException {
    for (int some = Packed.length(in); some > 0; some--) {
      int slot = in.readInt();
      if (slot < 0 || slot >= SLOTS) {
        throw new IOException("a slot of " + slot);
      }
      counts[slot] = in.readInt();
      recent[slot] = in.readShort();
    }
    for (int langs = Packed.length(in); langs > 0; langs--) {
      articles.put(in.readUTF(), new int[] {in.readInt()});
    }
    total = in.readInt();
    totalRecent = in.readInt();
  }
}

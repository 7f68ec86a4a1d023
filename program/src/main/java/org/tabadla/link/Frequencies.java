package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// In how many of the articles so far a feature stood, per language: one table of fixed size, in
/// which old counts fade. A second, quicker one tells what is in the news just now.
///
/// For a pair of headlines making the table would be nearly all of the work, so a {@link #brief}
/// one keeps the very same counts for the slots that are in use alone.
final class Frequencies {
  private static final int SLOT_BITS = 20;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int MOST_ARTICLES = 200_000;
  private static final int MOST_RECENT = 6_000;

  /// Before anything was seen a word counts as if this many articles did without it.
  private static final int UNSEEN_ARTICLES = 50;

  private static final int ENOUGH_ARTICLES = 100;
  private static final double COMMON = 0.3;

  private static final int BRIEF_BITS = 8;

  /// In a brief one, at each place of the counts, which slot they are of, one added; 0 for none.
  private int @Nullable [] used;

  private int inUse;
  private int[] counts;
  private short[] recent;
  private final Map<String, int[]> articles = new HashMap<>();
  private int total;
  private int totalRecent;

  Frequencies() {
    counts = new int[SLOTS];
    recent = new short[SLOTS];
  }

  private Frequencies(int places) {
    used = new int[places];
    counts = new int[places];
    recent = new short[places];
  }

  /// For a few texts; it is never written down.
  static Frequencies brief() {
    return new Frequencies(1 << BRIEF_BITS);
  }

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
    int place = place(slot);
    int[] some = used;
    if (some != null && some[place] == 0) {
      some[place] = slot + 1;
      if (++inUse * 2 > some.length) {
        grow(some);
        place = place(slot);
      }
    }
    counts[place]++;
    recent[place]++;
  }

  /// @return where a slot's counts are; in a brief one a free place, which counts 0, where it has
  ///   none yet
  private int place(int slot) {
    int[] some = used;
    if (some == null) {
      return slot;
    }
    int last = some.length - 1;
    int place = slot & last;
    while (some[place] != 0 && some[place] != slot + 1) {
      place = (place + 1) & last;
    }
    return place;
  }

  private void grow(int[] old) {
    int[] oldCounts = counts;
    short[] oldRecent = recent;
    int[] some = new int[old.length * 2];
    used = some;
    counts = new int[some.length];
    recent = new short[some.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int place = place(old[i] - 1);
        some[place] = old[i];
        counts[place] = oldCounts[i];
        recent[place] = oldRecent[i];
      }
    }
  }

  int articles(String lang) {
    int[] n = articles.get(lang);
    return n == null ? 0 : n[0];
  }

  /// @param key narrowed; a mark is bound to its language by {@link Marks#salt}
  /// @return ln(1 + N/df), smoothed; 0 of what nearly every article has
  double rarity(int key, int articlesOfLang) {
    int df = counts[place(slot(key))];
    if (articlesOfLang > ENOUGH_ARTICLES && df > COMMON * articlesOfLang) {
      return 0;
    }
    return Math.log(1 + (articlesOfLang + UNSEEN_ARTICLES) / (df + 0.5));
  }

  /// @return in how many of the latest few thousand articles a feature stands
  int recent(int key) {
    return recent[place(slot(key))];
  }

  private static int slot(int key) {
    return (int) (Hash.mix(key) >>> (Long.SIZE - SLOT_BITS));
  }

  void write(DataOutput out) throws IOException {
    if (used != null) {
      throw new IllegalStateException("a brief count is never kept");
    }
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

package org.tabadla.read;

import java.io.ByteArrayOutputStream;

/// How a {@link SiteMemory} is stored: one byte of version, then numbers in groups of seven bits,
/// the lowest first (LEB128); keys as the distance from the one before, pages as how long ago.
///
/// Bytes that are none of its own, or of another version, are an empty memory: what is learnt can
/// be learnt again.
final class SiteMemoryCode {
  private static final int VERSION = 1;
  private static final int MOST_PAGES = 1 << 30;
  private static final int GROUP_BITS = 7;
  private static final int GROUP = 1 << GROUP_BITS;
  private static final int MOST_SHIFT = 56;

  private SiteMemoryCode() {}

  static byte[] encoded(SiteMemory memory) {
    byte[] bytes = encoded(memory, memory.texts());
    // By the sizes of the tables this hardly ever happens; the promise is kept by more than sums.
    for (int most = SiteMemory.MOST_TEXTS / 2;
        bytes.length > SiteMemory.MOST_BYTES && most > 0;
        most /= 2) {
      bytes = encoded(memory, memory.texts().atMost(most));
    }
    return bytes;
  }

  private static byte[] encoded(SiteMemory memory, Sightings texts) {
    var out = new ByteArrayOutputStream();
    out.write(VERSION);
    put(out, memory.pages());
    put(out, memory.articles().length);
    for (int article : memory.articles()) {
      out.write(article >>> 24);
      out.write(article >>> 16);
      out.write(article >>> 8);
      out.write(article);
    }
    put(out, texts, memory.pages(), true);
    put(out, memory.paths(), memory.pages(), false);
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, Sightings table, int pages, boolean ages) {
    put(out, table.size());
    long before = 0;
    for (int i = 0; i < table.size(); i++) {
      put(out, table.keys[i] - before);
      before = table.keys[i];
      put(out, table.counts[i]);
      put(out, ages ? pages - table.marks[i] : table.marks[i]);
      put(out, pages - table.lasts[i]);
    }
  }

  private static void put(ByteArrayOutputStream out, long number) {
    long rest = number;
    while (rest >= GROUP) {
      out.write((int) (rest & (GROUP - 1)) | GROUP);
      rest >>>= GROUP_BITS;
    }
    out.write((int) rest);
  }

  static SiteMemory decoded(byte[] bytes) {
    var in = new Input(bytes);
    if (bytes.length > SiteMemory.MOST_BYTES || in.next() != VERSION) {
      return SiteMemory.NONE;
    }
    int pages = in.number(MOST_PAGES);
    var articles = new int[in.number(SiteMemory.MOST_ARTICLES)];
    for (int i = 0; i < articles.length; i++) {
      articles[i] = in.next() << 24 | in.next() << 16 | in.next() << 8 | in.next();
    }
    Sightings texts = in.table(SiteMemory.MOST_TEXTS, pages, true);
    Sightings paths = in.table(SiteMemory.MOST_PATHS, pages, false);
    return in.isSound() ? SiteMemory.of(pages, articles, texts, paths) : SiteMemory.NONE;
  }

  /// Reads numbers; after the first that is wrong, all are 0.
  private static final class Input {
    private final byte[] bytes;
    private int at;
    private boolean sound = true;

    Input(byte[] bytes) {
      this.bytes = bytes;
    }

    /// @return everything was right and nothing is left
    boolean isSound() {
      return sound && at == bytes.length;
    }

    int next() {
      if (at >= bytes.length) {
        sound = false;
      }
      return sound ? bytes[at++] & 0xFF : 0;
    }

    private long number() {
      long number = 0;
      int shift = 0;
      int group = GROUP;
      while (group >= GROUP && sound) {
        group = next();
        number |= (long) (group & (GROUP - 1)) << shift;
        shift += GROUP_BITS;
        sound &= shift <= MOST_SHIFT;
      }
      return number;
    }

    int number(long most) {
      long number = number();
      sound &= number <= most;
      return sound ? (int) number : 0;
    }

    Sightings table(int most, int pages, boolean ages) {
      int size = number(most);
      var table = new Sightings(new long[size], new int[size], new int[size], new int[size]);
      long key = 0;
      for (int i = 0; i < size && sound; i++) {
        long more = number();
        sound &= more > 0 || i == 0;
        key += more;
        sound &= key < 1L << LineKeys.KEY_BITS;
        table.keys[i] = key;
        table.counts[i] = number(Sightings.MOST);
        table.marks[i] = ages ? pages - number(pages) : number(Integer.MAX_VALUE);
        table.lasts[i] = pages - number(pages);
      }
      return sound ? table : Sightings.NONE;
    }
  }
}

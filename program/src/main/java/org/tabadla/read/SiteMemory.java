package org.tabadla.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tabadla.read.PageTrace.Seen;

/// What was seen on the pages of one site: which texts, and in which places the same words or
/// others. What recurs is furniture, what varies is content; {@link SiteFurniture} draws the
/// conclusions.
///
/// Never needed: with {@link #NONE} a page is read as the first of its site. Immutable, without
/// clock or chance; stored in at most {@link #MOST_BYTES}. Old sightings are forgotten for new
/// ones, so a site may change its pages.
public final class SiteMemory {
  /// No stored memory is larger.
  public static final int MOST_BYTES = 64 * 1024;

  /// Of a site of which no page was read.
  public static final SiteMemory NONE =
      new SiteMemory(0, new int[0], Sightings.NONE, Sightings.NONE, 0);

  static final int MOST_TEXTS = 4_000;
  static final int MOST_PATHS = 600;

  /// So many articles back, one that comes again is known for the same.
  static final int MOST_ARTICLES = 1_000;

  /// A page on which so many lines, and such a share, are known from another is a copy of it.
  private static final int COPY_MIN_LINES = 4;

  private static final float COPY_MIN_SHARE = 0.5f;

  private final int pages;
  private final int[] articles;
  private final Sightings texts;
  private final Sightings paths;

  /// How many of the sightings of a text on this page are of this very page: 0 or 1.
  private final int self;

  /// @param articles digests of the newest articles' addresses, oldest first
  /// @param texts counts the pages of a text; the mark is the page on which it was first seen
  /// @param paths counts the lines of a place; the mark is how many of them were not seen before
  private SiteMemory(int pages, int[] articles, Sightings texts, Sightings paths, int self) {
    this.pages = pages;
    this.articles = articles;
    this.texts = texts;
    this.paths = paths;
    this.self = self;
  }

  static SiteMemory of(int pages, int[] articles, Sightings texts, Sightings paths) {
    return new SiteMemory(pages, articles, texts, paths, 0);
  }

  /// @param stored as {@link #bytes()} gave it; anything else is {@link #NONE}
  public static SiteMemory of(byte[] stored) {
    return SiteMemoryCode.decoded(stored);
  }

  /// @return the memory as it is stored, at most {@link #MOST_BYTES}
  public byte[] bytes() {
    return SiteMemoryCode.encoded(this);
  }

  /// @return of how many articles the pages were seen, copies of one another counted once
  public int pages() {
    return pages;
  }

  int[] articles() {
    return articles;
  }

  Sightings texts() {
    return texts;
  }

  Sightings paths() {
    return paths;
  }

  /// @return the memory after one more page; itself when the page teaches nothing: its article was
  ///   seen before, or it is mostly a copy of one
  public SiteMemory after(PageTrace page) {
    if (knows(page.article()) || isCopy(page)) {
      return this;
    }
    int now = pages + 1;
    return new SiteMemory(
        now,
        withArticle(page.article()),
        texts.with(textsOf(page, now), Math::min).atMost(MOST_TEXTS),
        paths.with(pathsOf(page, now), Integer::sum).atMost(MOST_PATHS),
        0);
  }

  private boolean knows(int article) {
    for (int known : articles) {
      if (known == article) {
        return true;
      }
    }
    return false;
  }

  /// One text under several addresses must not make itself furniture. What stands on most pages
  /// anyway does not make a page a copy.
  private boolean isCopy(PageTrace page) {
    int lines = 0;
    float known = 0;
    float all = 0;
    for (Seen line : page.lines()) {
      if (line.body()) {
        Known text = text(line.text());
        boolean common = text.others() > 0 && !text.isEverywhere();
        lines += common ? 1 : 0;
        known += common ? line.units() : 0;
        all += line.units();
      }
    }
    return lines >= COPY_MIN_LINES && known >= COPY_MIN_SHARE * all;
  }

  private int[] withArticle(int article) {
    int from = Math.max(0, articles.length + 1 - MOST_ARTICLES);
    var more = new int[articles.length + 1 - from];
    System.arraycopy(articles, from, more, 0, articles.length - from);
    more[more.length - 1] = article;
    return more;
  }

  private static Sightings textsOf(PageTrace page, int now) {
    var keys = new HashSet<Long>();
    for (Seen line : page.lines()) {
      keys.add(line.text());
      keys.addAll(line.near());
    }
    var rows = new ArrayList<long[]>();
    keys.forEach(key -> rows.add(new long[] {key, 1, now}));
    return table(rows, now);
  }

  private Sightings pathsOf(PageTrace page, int now) {
    Map<Long, long[]> rows = new TreeMap<>();
    var fresh = new HashSet<Long>();
    for (Seen line : page.lines()) {
      if (line.body()) {
        long[] row = rows.computeIfAbsent(line.path(), path -> new long[] {path, 0, 0});
        row[1]++;
        boolean known = text(line.text()).others() > 0 || near(line.near()).others() > 0;
        row[2] += !known && fresh.add(line.text()) ? 1 : 0;
      }
    }
    return table(new ArrayList<>(rows.values()), now);
  }

  private static Sightings table(List<long[]> rows, int now) {
    rows.sort(Comparator.comparingLong(row -> row[0]));
    var table =
        new Sightings(
            new long[rows.size()],
            new int[rows.size()],
            new int[rows.size()],
            new int[rows.size()]);
    for (int i = 0; i < rows.size(); i++) {
      long[] row = rows.get(i);
      table.keys[i] = row[0];
      table.counts[i] = (int) row[1];
      table.marks[i] = (int) row[2];
      table.lasts[i] = now;
    }
    return table;
  }

  /// @param address of the article whose page is read next
  /// @return the same memory, as it is without what that very article taught it
  SiteMemory beside(String address) {
    boolean known = knows((int) LineKeys.of(address));
    return known ? new SiteMemory(pages, articles, texts, paths, 1) : this;
  }

  /// How often a text was seen on other pages.
  ///
  /// @param others on so many pages beside this one
  /// @param since of so many that were seen since the first of them
  record Known(int others, int since) {
    private static final int EVERYWHERE_MIN_PAGES = 4;

    static final Known NEVER = new Known(0, 0);

    float share() {
      return since == 0 ? 0 : others / (float) since;
    }

    /// It stands on most pages, whatever they are about.
    boolean isEverywhere() {
      return others >= EVERYWHERE_MIN_PAGES && 2 * others >= since;
    }
  }

  Known text(long key) {
    int row = texts.row(key);
    if (row < 0 || texts.counts[row] <= self) {
      return Known.NEVER;
    }
    int others = texts.counts[row] - self;
    int since = pages - texts.marks[row] + 1 - self;
    return new Known(others, Math.max(others, since));
  }

  /// @param keys as {@link LineKeys#near} gave them
  /// @return how often nearly the same words were seen: of three digests two must agree
  Known near(List<Long> keys) {
    if (keys.isEmpty()) {
      return Known.NEVER;
    }
    return keys.stream()
        .map(this::text)
        .sorted(Comparator.comparingInt(Known::others).reversed())
        .skip(keys.size() / 2)
        .findFirst()
        .orElse(Known.NEVER);
  }

  /// What was seen in one place of the pages.
  ///
  /// @param lines so many lines
  /// @param fresh so many of them had not been seen before, or nearly so
  record Place(int lines, int fresh) {}

  /// @param here the lines of this page in that place, and how many of them were never seen on
  ///   another
  Place place(long path, Place here) {
    int row = paths.row(path);
    Place before = row < 0 ? new Place(0, 0) : new Place(paths.counts[row], paths.marks[row]);
    return self > 0
        ? before
        : new Place(before.lines() + here.lines(), before.fresh() + here.fresh());
  }

  /// @return nothing is known
  boolean isEmpty() {
    return pages <= self;
  }

  /// @return how many other pages are known
  int others() {
    return pages - self;
  }
}

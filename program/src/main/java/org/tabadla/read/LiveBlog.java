package org.tabadla.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Moment;
import tools.jackson.databind.JsonNode;

/// A page that is written on while something happens: entries, each with its time.
///
/// Times alone do not make one, since comments and cards have them too: the page must also call
/// itself live, by [LiveBlogPosting](https://schema.org/LiveBlogPosting) or by a word.
final class LiveBlog {
  private static final int ENTRIES_MIN = 3;
  private static final int ENTRIES_MAX = 2_000;

  /// An entry has its time in one of its first lines.
  private static final int HEAD_LINES = 3;

  /// Boxes between a time and its entry.
  private static final int LEVELS_MAX = 8;

  private static final int BLOCKS_MAX = 200;
  private static final float TIME_LINE_MAX_UNITS = 24;
  private static final float SAYS_MIN_UNITS = 12;
  private static final float LINKS_MAX_SHARE = 0.7f;

  private final PageTree tree;
  private final PageBody body;
  private final List<Stamp> stamps;
  private final @Nullable JsonNode data;
  private int shot;

  /// Where an entry begins on the page.
  ///
  /// @param box the entry's box
  /// @param time the box of its `<time>`, or -1
  /// @param line the line that holds the time
  private record Stamp(int box, int time, int line) {}

  private LiveBlog(PageTree tree, PageBody body, List<Stamp> stamps, @Nullable JsonNode data) {
    this.tree = tree;
    this.body = body;
    this.stamps = stamps;
    this.data = data;
  }

  /// @return the live blog that this page is, or null
  static @Nullable LiveBlog of(
      PageTree tree, PageBody body, JsonLd data, String title, String url) {
    JsonNode node = data.first("LiveBlogPosting");
    JsonNode updates = node == null ? null : node.get("liveBlogUpdate");
    JsonNode told = updates != null && updates.isArray() && !updates.isEmpty() ? updates : null;
    boolean named =
        node != null
            || KindWords.in(KindWords.LIVE, title) != null
            || KindWords.in(KindWords.LIVE, url) != null
            || isCalledLive(tree);
    if (!named) {
      return null;
    }
    List<Stamp> stamps = stamps(tree);
    return stamps.size() < ENTRIES_MIN && told == null
        ? null
        : new LiveBlog(tree, body, stamps, told);
  }

  private static boolean isCalledLive(PageTree tree) {
    var seen = new HashSet<String>();
    for (Box box : tree.boxes()) {
      if (box.element.attributesSize() == 0 || box.is("a") || box.is("nav")) {
        continue;
      }
      String names = box.names;
      if (Attr.of(box.element, "itemtype").endsWith("/LiveBlogPosting")
          || (isNear(names) && seen.add(names) && KindWords.in(KindWords.LIVE, names) != null)) {
        return true;
      }
    }
    return false;
  }

  /// Class names are many and mostly of something else.
  private static boolean isNear(String names) {
    return names.contains("ive") || names.contains("icker") || names.contains("IVE");
  }

  /// The children of the box that has most children beginning with a time.
  private static List<Stamp> stamps(PageTree tree) {
    Map<Integer, Map<Integer, Stamp>> byParent = new HashMap<>();
    for (int i = 0; i < tree.boxes().size(); i++) {
      Box b = tree.boxes().get(i);
      if (b.is("time") && !b.furniture) {
        climb(tree, i, i, b.firstLine, byParent);
      }
    }
    for (int i = 0; i < tree.lines().size(); i++) {
      Line line = tree.lines().get(i);
      if (EntryTime.clockLength(line.text()) > 0 && !tree.boxes().get(line.box()).furniture) {
        climb(tree, line.box(), -1, i, byParent);
      }
    }
    Map<Integer, Stamp> most = Map.of();
    for (Map<Integer, Stamp> all : byParent.values()) {
      most = all.size() > most.size() ? all : most;
    }
    List<Stamp> best = new ArrayList<>(most.values());
    best.sort((a, b) -> Integer.compare(a.box(), b.box()));
    return says(tree, best) ? best : List.of();
  }

  /// Every box that begins with the time may be the entry; which it is, its neighbours tell.
  private static void climb(
      PageTree tree, int from, int time, int line, Map<Integer, Map<Integer, Stamp>> byParent) {
    int at = from;
    for (int level = 0; level < LEVELS_MAX && at > 0; level++) {
      Box b = tree.boxes().get(at);
      if (b.firstLine < line - HEAD_LINES + 1) {
        return;
      }
      Map<Integer, Stamp> siblings = byParent.computeIfAbsent(b.parent, _ -> new HashMap<>());
      if (siblings.size() < ENTRIES_MAX) {
        siblings.putIfAbsent(at, new Stamp(at, time, line));
      }
      at = b.parent;
    }
  }

  /// Most entries say something besides their time.
  private static boolean says(PageTree tree, List<Stamp> stamps) {
    int saying = 0;
    for (int i = 0; i < stamps.size(); i++) {
      int end = end(tree, stamps, i);
      float units = 0;
      for (int line = tree.boxes().get(stamps.get(i).box()).firstLine; line < end; line++) {
        Line l = tree.lines().get(line);
        units += l.units() - l.linkUnits();
      }
      saying += units >= SAYS_MIN_UNITS + TIME_LINE_MAX_UNITS ? 1 : 0;
    }
    return saying * 2 > stamps.size();
  }

  /// The line after the last of an entry: where the next one begins, or its own box ends. A box
  /// that holds the time alone is a heading, and what follows it is the entry.
  private static int end(PageTree tree, List<Stamp> stamps, int i) {
    Box box = tree.boxes().get(stamps.get(i).box());
    if (i + 1 < stamps.size()) {
      return tree.boxes().get(stamps.get(i + 1).box()).firstLine;
    }
    if (!Prose.isHeading(box) || box.endLine - box.firstLine > 1) {
      return box.endLine;
    }
    int end = box.endLine;
    int limit = tree.boxes().get(box.parent).endLine;
    while (end < limit && !isEdge(tree, tree.lines().get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isEdge(PageTree tree, Line line) {
    Box box = tree.boxes().get(line.box());
    return box.furniture || Prose.isHeading(box) || line.linkShare() > LINKS_MAX_SHARE;
  }

  /// @param blocks makes blocks of chosen lines
  /// @return the body: what stands before the entries, then each of them
  List<Block> blocks(
      Function<BitSet, List<Block>> blocks,
      UnaryOperator<String> form,
      String base,
      EntryTime times) {
    int told = data == null ? 0 : Math.min(data.size(), ENTRIES_MAX);
    if (stamps.size() < ENTRIES_MIN || stamps.size() < told) {
      return fromData(blocks, form, times);
    }
    var out = new ArrayList<Block>();
    int first = tree.boxes().get(stamps.getFirst().box()).firstLine;
    BitSet before = body.lines().get(0, Math.max(0, first));
    out.addAll(blocks.apply(before));
    List<@Nullable Found<Moment>> at = moments(times);
    for (int i = 0; i < stamps.size(); i++) {
      int from = tree.boxes().get(stamps.get(i).box()).firstLine;
      int to = end(tree, stamps, i);
      Block.Entry entry = entry(blocks, form, stamps.get(i), from, to, at.get(i));
      out.add(
          new Block.Entry(
              entry.at(), entry.title(), pictured(entry.blocks(), from, to, form, base)));
    }
    BitSet after = new BitSet();
    after.or(body.lines());
    after.clear(0, end(tree, stamps, stamps.size() - 1));
    out.addAll(blocks.apply(after));
    return out;
  }

  private Block.Entry entry(
      Function<BitSet, List<Block>> blocks,
      UnaryOperator<String> form,
      Stamp stamp,
      int from,
      int to,
      @Nullable Found<Moment> at) {
    var kept = new BitSet();
    String title = null;
    String rest = "";
    for (int i = from; i < to; i++) {
      Line line = tree.lines().get(i);
      if (i == stamp.line()) {
        rest = line.text().substring(timeLength(stamp)).replaceAll("^[\\s|·•–—:،-]+", "");
      } else if (isText(line) || body.lines().get(i)) {
        boolean heads = Prose.isHeading(tree.boxes().get(line.box())) && kept.isEmpty();
        if (heads && title == null && rest.isEmpty()) {
          title = form.apply(line.text());
        } else {
          kept.set(i);
        }
      }
    }
    List<Block> said = new ArrayList<>(blocks.apply(kept));
    if (!rest.isEmpty()) {
      boolean heads =
          title == null
              && (Prose.isHeading(tree.boxes().get(tree.lines().get(stamp.line()).box()))
                  || tree.lines().get(stamp.line()).bold());
      if (heads) {
        title = form.apply(rest);
      } else {
        said.addFirst(new Block.Paragraph(form.apply(rest)));
      }
    }
    return new Block.Entry(at, title, said);
  }

  /// Adds the entry's pictures that stand after its last line.
  private List<Block> pictured(
      List<Block> said, int from, int to, UnaryOperator<String> form, String base) {
    var out = new ArrayList<Block>(said);
    while (shot < tree.shots().size() && tree.shots().get(shot).line() < from) {
      shot++;
    }
    for (; shot < tree.shots().size() && tree.shots().get(shot).line() < to; shot++) {
      PageTree.Shot image = tree.shots().get(shot);
      String url =
          out.size() < BLOCKS_MAX && !tree.boxes().get(image.box()).furniture
              ? PagePicture.address(image.image(), base)
              : null;
      boolean known =
          url != null
              && out.stream().anyMatch(b -> b instanceof Block.Picture p && p.url().equals(url));
      if (url != null && !known) {
        String caption = PagePicture.caption(image.image());
        out.add(new Block.Picture(url, caption == null ? null : form.apply(caption), null));
      }
    }
    return out;
  }

  private boolean isText(Line line) {
    Box b = tree.boxes().get(line.box());
    return !b.furniture && !b.is("h1") && line.units() > 1 && line.linkShare() <= LINKS_MAX_SHARE;
  }

  /// How many characters of a stamp's line are the time.
  private int timeLength(Stamp stamp) {
    String line = tree.lines().get(stamp.line()).text();
    String words = stamp.time() < 0 ? "" : tree.boxes().get(stamp.time()).element.text().strip();
    return !words.isEmpty() && line.startsWith(words)
        ? words.length()
        : EntryTime.clockLength(line);
  }

  private List<@Nullable Found<Moment>> moments(EntryTime times) {
    var out = new ArrayList<@Nullable Found<Moment>>();
    for (Stamp stamp : stamps) {
      Found<Moment> found =
          stamp.time() < 0 ? null : times.of(tree.boxes().get(stamp.time()).element);
      if (found == null) {
        String line = tree.lines().get(stamp.line()).text();
        found = times.of(line.substring(0, timeLength(stamp)).strip(), "line");
      }
      out.add(found);
    }
    return inOrder(out);
  }

  /// Hours without a day are put after one another, from the oldest entry on.
  private static List<@Nullable Found<Moment>> inOrder(List<@Nullable Found<Moment>> found) {
    int falls = 0;
    int rises = 0;
    for (int i = 1; i < found.size(); i++) {
      Found<Moment> a = found.get(i - 1);
      Found<Moment> b = found.get(i);
      if (a != null && b != null) {
        long apart = EntryTime.secondsApart(a, b);
        falls += apart < 0 ? 1 : 0;
        rises += apart > 0 ? 1 : 0;
      }
    }
    boolean newestFirst = falls > rises;
    List<@Nullable Found<Moment>> out = new ArrayList<@Nullable Found<Moment>>(found);
    Found<Moment> before = null;
    for (int n = 0; n < out.size(); n++) {
      int i = newestFirst ? out.size() - 1 - n : n;
      Found<Moment> at = EntryTime.after(out.get(i), before);
      out.set(i, at);
      before = at == null ? before : at;
    }
    return out;
  }

  /// The page shows fewer entries than its data tells, as when a script brings the rest.
  private List<Block> fromData(
      Function<BitSet, List<Block>> blocks, UnaryOperator<String> form, EntryTime times) {
    var out = new ArrayList<Block>();
    var entries = new ArrayList<Block.Entry>();
    var said = new StringBuilder();
    if (data != null) {
      for (int i = 0; i < Math.min(data.size(), ENTRIES_MAX); i++) {
        Block.Entry entry = entry(data.get(i), form, times);
        if (entry != null) {
          entries.add(entry);
          said.append(PageTitle.key(entry.plain()));
        }
      }
    }
    String all = said.toString();
    for (Block block : blocks.apply(body.lines())) {
      String key = PageTitle.key(block.plain());
      if (!key.isEmpty() && !all.contains(key)) {
        out.add(block);
      }
    }
    out.addAll(entries);
    return out;
  }

  private static Block.@Nullable Entry entry(
      JsonNode update, UnaryOperator<String> form, EntryTime times) {
    String title = PageTitle.squeeze(text(update, "headline"));
    var said = new ArrayList<Block>();
    for (String paragraph : PageTree.written(text(update, "articleBody")).split("\n", -1)) {
      String words = form.apply(paragraph).strip();
      if (!words.isBlank() && !paragraph.strip().equals(title)) {
        said.add(new Block.Paragraph(words));
      }
    }
    if (title.isEmpty() && said.isEmpty()) {
      return null;
    }
    String stamp = text(update, "datePublished");
    return new Block.Entry(
        times.of(stamp.strip(), "jsonld:liveBlogUpdate"),
        title.isEmpty() ? null : form.apply(title),
        said);
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.isObject() ? node.get(key) : null;
    return value == null || !value.isString() ? "" : value.asString();
  }
}

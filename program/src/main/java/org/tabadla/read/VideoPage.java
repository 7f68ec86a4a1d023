package org.tabadla.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import tools.jackson.databind.JsonNode;

/// A page whose article is a video: by [VideoObject](https://schema.org/VideoObject) in JSON-LD or
/// microdata, by [Open Graph](https://ogp.me/#type_video), or by a player without other text.
///
/// @param video the player and how long it plays
/// @param title what the video is called, or ""
/// @param description what the page says of it, paragraphs parted by newlines, or ""
/// @param uploaded when it was put there, as the page writes it, or ""
record VideoPage(Block.Video video, String title, String description, String uploaded) {
  /// Beside more prose than this the video goes with an article and is not its matter.
  private static final float PROSE_MAX_UNITS = 400;

  private static final int SECONDS_MAX = 7 * 24 * 3600;
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\p{Nd}{1,2}):)?(\\p{Nd}{1,2}):(\\p{Nd}{2})");
  private static final Pattern SECONDS = Pattern.compile("\\p{Nd}{1,7}(?:\\.\\p{Nd}+)?");

  /// ISO 8601 durations, also with the weeks and missing `T` of those who write them by hand.
  private static final Pattern ISO =
      Pattern.compile(
          "(?i)P(?:(\\d{1,3})W)?(?:(\\d{1,3})D)?T?(?:(\\d{1,4})H)?(?:(\\d{1,5})M)?(?:(\\d{1,7})(?:[.,]\\d+)?S)?");

  private static final Pattern PLAYER =
      Pattern.compile(
          "(?i)(?:youtube(?:-nocookie)?\\.com/embed/|player\\.vimeo\\.com/|dailymotion\\.com/embed|/embed/|/player)");

  /// @return the video that this page is about, or null
  static @Nullable VideoPage of(
      PageTree tree, PageBody body, JsonLd data, String title, String url) {
    PageClues clues = tree.clues();
    float prose = 0;
    for (int i = body.lines().nextSetBit(0); i >= 0; i = body.lines().nextSetBit(i + 1)) {
      prose += tree.lines().get(i).units();
    }
    if (prose > PROSE_MAX_UNITS) {
      return null;
    }
    String type = clues.meta("og:type");
    boolean said = type != null && type.startsWith("video");
    JsonNode node = data.first("VideoObject");
    Element item = node == null ? item(tree) : null;
    boolean alone = data.article() == null && (node != null || item != null);
    boolean named =
        KindWords.in(KindWords.VIDEO, title) != null || KindWords.in(KindWords.VIDEO, url) != null;
    String player = player(tree, clues, node, item, url);
    boolean bare = body.lines().isEmpty() && (player != null || node != null || item != null);
    if (!(said || alone || bare || (named && player != null))) {
      return null;
    }
    Found<Duration> duration = duration(clues, node, item, tree);
    if (player == null && duration == null && node == null && item == null) {
      return null;
    }
    String description = first(text(node, "description"), property(item, "description"));
    return new VideoPage(
        new Block.Video(player, duration, poster(clues, node, item, url)),
        PageTitle.squeeze(first(text(node, "name"), property(item, "name"))),
        first(
            PageTree.written(description),
            PageTitle.oneLine(clues.meta("og:description", "description"))),
        first(text(node, "uploadDate"), text(node, "datePublished"), property(item, "uploadDate")));
  }

  /// @param text the page's running text, which may be none, or but its furniture
  /// @return the video, then the longer of the text and what the page's data says of the video
  List<Block> blocks(List<Block> text, UnaryOperator<String> form) {
    var out = new ArrayList<Block>();
    out.add(video);
    float shown = 0;
    for (Block block : text) {
      shown += Line.units(block.plain());
    }
    if (shown > Line.units(description)) {
      out.addAll(text);
      return out;
    }
    for (String paragraph : description.split("\n", -1)) {
      String words = form.apply(paragraph).strip();
      if (!words.isBlank()) {
        out.add(new Block.Paragraph(words));
      }
    }
    return out;
  }

  /// The `itemscope` that describes a video.
  private static @Nullable Element item(PageTree tree) {
    for (Box box : tree.boxes()) {
      if (box.element.attr("itemtype").endsWith("/VideoObject")) {
        return box.element;
      }
    }
    return null;
  }

  private static String property(@Nullable Element item, String name) {
    Element e = item == null ? null : item.selectFirst("[itemprop=" + name + "]");
    if (e == null) {
      return "";
    }
    for (String attribute : new String[] {"content", "datetime", "href", "src"}) {
      if (e.hasAttr(attribute)) {
        return e.attr(attribute).strip();
      }
    }
    return e.text().strip();
  }

  private static String text(@Nullable JsonNode node, String key) {
    JsonNode value = node == null ? null : node.get(key);
    if (value != null && value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    return value == null || !value.isString() ? "" : value.asString().strip();
  }

  private static String first(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  private static @Nullable String player(
      PageTree tree,
      PageClues clues,
      @Nullable JsonNode node,
      @Nullable Element item,
      String base) {
    var named = new ArrayList<@Nullable String>();
    named.add(text(node, "embedUrl"));
    named.add(property(item, "embedUrl"));
    named.add(clues.meta("og:video:secure_url", "og:video:url", "og:video"));
    named.add(clues.meta("twitter:player"));
    named.add(text(node, "contentUrl"));
    named.add(property(item, "contentUrl"));
    named.add(frame(tree));
    for (String one : named) {
      String address = one == null || one.isBlank() ? null : Address.web(one.strip(), base);
      if (address != null) {
        return address;
      }
    }
    return null;
  }

  /// A player that the page holds; frames and videos are no boxes, so their parents are asked.
  private static @Nullable String frame(PageTree tree) {
    if (tree.boxes().isEmpty()) {
      return null;
    }
    for (Element e :
        tree.boxes().getFirst().element.select("iframe[src], video[src], video source[src]")) {
      String src = e.attr("src");
      if (!e.normalName().equals("iframe") || PLAYER.matcher(src).find()) {
        return src;
      }
    }
    return null;
  }

  private static @Nullable String poster(
      PageClues clues, @Nullable JsonNode node, @Nullable Element item, String base) {
    return PageBlocks.absolute(
        first(
            text(node, "thumbnailUrl"),
            property(item, "thumbnailUrl"),
            PageTitle.oneLine(clues.meta("og:image"))),
        base);
  }

  private static @Nullable Found<Duration> duration(
      PageClues clues, @Nullable JsonNode node, @Nullable Element item, PageTree tree) {
    Found<Duration> found = found("jsonld:duration", text(node, "duration"));
    if (found == null) {
      found = found("microdata:duration", property(item, "duration"));
    }
    for (String name : List.of("video:duration", "og:video:duration", "duration")) {
      String meta = clues.meta(name);
      if (found == null && meta != null) {
        found = found("meta:" + name, meta);
      }
    }
    if (found == null && !tree.boxes().isEmpty()) {
      Element time = tree.boxes().getFirst().element.selectFirst("time[datetime^=P]");
      found = time == null ? null : found("time:datetime", time.attr("datetime"));
    }
    return found;
  }

  private static @Nullable Found<Duration> found(String rule, String words) {
    Duration duration = duration(words.strip());
    return duration == null ? null : new Found<>(duration, rule, words.strip());
  }

  /// @param words ISO 8601 (`PT4M13S`), a clock (`4:13`, `1:04:13`) or seconds
  /// @return null when they are none of these, nothing, or more than a week
  static @Nullable Duration duration(String words) {
    long seconds = 0;
    Matcher iso = ISO.matcher(words);
    Matcher clock = CLOCK.matcher(words);
    if (words.length() > 1 && iso.matches()) {
      seconds =
          number(iso, 1) * 604_800
              + number(iso, 2) * 86_400
              + number(iso, 3) * 3_600
              + number(iso, 4) * 60
              + number(iso, 5);
    } else if (clock.matches()) {
      seconds = number(clock, 1) * 3_600 + number(clock, 2) * 60 + number(clock, 3);
    } else if (SECONDS.matcher(words).matches()) {
      seconds = (long) Double.parseDouble(words);
    }
    return seconds <= 0 || seconds > SECONDS_MAX ? null : Duration.ofSeconds(seconds);
  }

  private static long number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Long.parseLong(m.group(group));
  }
}

package org.tabadla.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Dates;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// What a page is besides running text: a live blog, a gallery, a video, or one of several pages of
/// an article.
record PageKind(
    PageTree tree,
    PageBody body,
    @Nullable LiveBlog live,
    @Nullable GalleryPage gallery,
    @Nullable VideoPage video) {
  static PageKind of(PageTree tree, PageBody body, JsonLd data, String title, String url) {
    LiveBlog live = LiveBlog.of(tree, body, data, title, url);
    VideoPage video = live == null ? VideoPage.of(tree, body, data, title, url) : null;
    GalleryPage gallery =
        live == null && video == null ? GalleryPage.of(tree, body, data, title, url) : null;
    return new PageKind(tree, body, live, gallery, video);
  }

  /// Tells whether the page says what it has to say in another way than by running text.
  boolean isOwnText() {
    return live != null || gallery != null || video != null;
  }

  /// @return the lines by which the page's language is known
  BitSet said() {
    return body.lines().isEmpty() && gallery != null ? gallery.captions() : body.lines();
  }

  /// @return more text by which the language is known, where no line is, or ""
  String told() {
    return video == null ? "" : video.title() + "\n" + video.description();
  }

  /// @return what stands for a headline where the page has none
  String title() {
    if (video != null && !video.title().isEmpty()) {
      return video.title();
    }
    int first = said().nextSetBit(0);
    return first < 0 ? "" : tree.lines().get(first).text();
  }

  /// @param found when the page was published, by the rules for articles
  /// @return the same, or when the video was uploaded
  @Nullable Found<Moment> published(@Nullable Found<Moment> found, Lang lang, Instant fetched) {
    String stamp = video == null ? "" : video.uploaded();
    if (found != null || stamp.isEmpty()) {
      return found;
    }
    return Dates.parse(stamp, lang, fetched)
        .map(moment -> new Found<>(moment, "video:uploadDate", stamp))
        .orElse(null);
  }

  /// @param form what is done to each text
  /// @param base the page's address
  /// @return the body
  List<Block> blocks(JsonLd data, UnaryOperator<String> form, String base, EntryTime times) {
    Function<BitSet, List<Block>> plain = lines -> PageBlocks.of(tree, lines, form, base);
    if (live != null) {
      return live.blocks(plain, form, base, times);
    }
    if (gallery != null) {
      return gallery.blocks(plain, form, base);
    }
    List<Block> blocks = plain.apply(body.lines());
    return video == null ? whole(data, blocks, form, base) : video.blocks(blocks, form);
  }

  /// Adds what the page leaves to others: the rest out of its data, or where the rest is.
  private List<Block> whole(
      JsonLd data, List<Block> blocks, UnaryOperator<String> form, String base) {
    Block.Continued goesOn = PageNumbers.of(tree, tree.clues(), base);
    if (goesOn == null) {
      return blocks;
    }
    var out = new ArrayList<>(blocks);
    List<Block> rest = PageNumbers.rest(data, blocks, form);
    if (rest.isEmpty()) {
      out.add(goesOn);
    } else {
      out.addAll(rest);
    }
    return out;
  }

  /// @return the body letter for letter where it is running text, else as a reader sees it
  String written(List<Block> blocks) {
    String written = body.written();
    return written.isEmpty() || isOwnText()
        ? blocks.stream()
            .map(Block::plain)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining("\n"))
        : written;
  }
}

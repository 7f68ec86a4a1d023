package org.tabadla.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block;

/// Makes a body ready for a page: texts cleaned, addresses that nobody may be sent to left out.
public final class Blocks {
  private Blocks() {}

  /// @return `4:13` or `1:04:13`, which every language reads
  public static String clock(Duration duration) {
    long seconds = duration.toSeconds();
    String rest = String.format(Locale.ROOT, "%02d", seconds % 60);
    return seconds < 3_600
        ? seconds / 60 + ":" + rest
        : String.format(Locale.ROOT, "%d:%02d:%s", seconds / 3_600, seconds / 60 % 60, rest);
  }

  /// @return whether a body is told in entries, so that a page can say so
  public static boolean isLive(List<Block> blocks) {
    return blocks.stream().anyMatch(Block.Entry.class::isInstance);
  }

  static List<Block> shown(List<Block> blocks) {
    var out = new ArrayList<Block>();
    for (Block block : blocks) {
      Block shown = shown(block);
      if (shown != null) {
        out.add(shown);
      }
    }
    return out;
  }

  private static @Nullable Block shown(Block block) {
    return switch (block) {
      case Block.Paragraph p -> new Block.Paragraph(Safe.text(p.text()));
      case Block.Heading h -> new Block.Heading(h.level(), Safe.text(h.text()));
      case Block.Quote q -> new Block.Quote(Safe.text(q.text()));
      case Block.Listing l ->
          new Block.Listing(l.ordered(), l.items().stream().map(Safe::text).toList());
      case Block.Table t ->
          new Block.Table(
              t.rows().stream().map(row -> row.stream().map(Safe::text).toList()).toList());
      case Block.Picture p -> picture(p);
      case Block.Entry e -> new Block.Entry(e.at(), clean(e.title()), shown(e.blocks()));
      case Block.Gallery g -> gallery(g);
      case Block.Video v ->
          new Block.Video(Safe.href(v.url()), v.duration(), Safe.href(v.poster()));
      case Block.Continued c ->
          new Block.Continued(
              c.page(),
              c.pages(),
              c.addresses().stream().filter(a -> Safe.href(a) != null).map(Blocks::href).toList());
    };
  }

  private static String href(String address) {
    String href = Safe.href(address);
    return href == null ? "" : href;
  }

  private static Block.@Nullable Picture picture(Block.Picture picture) {
    String href = Safe.href(picture.url());
    return href == null
        ? null
        : new Block.Picture(href, clean(picture.caption()), clean(picture.credit()));
  }

  /// The captions are the text: they stay where the picture's address may not be shown.
  private static Block gallery(Block.Gallery gallery) {
    var pictures = new ArrayList<Block.Picture>();
    for (Block.Picture p : gallery.pictures()) {
      pictures.add(new Block.Picture(href(p.url()), clean(p.caption()), clean(p.credit())));
    }
    return new Block.Gallery(pictures);
  }

  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : Safe.text(text);
  }
}

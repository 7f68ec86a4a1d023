package org.tabadla.cli;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Block;
import org.tabadla.web.Blocks;

/// A block as lines of a terminal.
final class BlockText {
  private BlockText() {}

  static List<String> lines(Block block) {
    return switch (block) {
      case Block.Entry e -> {
        var lines = new ArrayList<String>();
        String at = e.at() == null ? "" : e.at().value().at().atZone(e.at().value().zone()) + " ";
        lines.add("— " + at + (e.title() == null ? "" : e.title()));
        e.blocks().forEach(inner -> lines.addAll(lines(inner)));
        yield lines;
      }
      case Block.Gallery g -> g.pictures().stream().map(BlockText::picture).toList();
      case Block.Picture p -> List.of(picture(p));
      case Block.Video v ->
          List.of(
              "[video"
                  + (v.duration() == null ? "" : " " + Blocks.clock(v.duration().value()))
                  + (v.url() == null ? "" : " " + v.url())
                  + "]");
      case Block.Continued c -> List.of("[goes on at " + String.join(" ", c.addresses()) + "]");
      case Block.Paragraph _, Block.Heading _, Block.Quote _, Block.Listing _, Block.Table _ ->
          List.of(block.plain());
    };
  }

  private static String picture(Block.Picture picture) {
    return "[picture "
        + picture.url()
        + "]"
        + (picture.caption() == null ? "" : " " + picture.caption())
        + (picture.credit() == null ? "" : " " + picture.credit());
  }
}

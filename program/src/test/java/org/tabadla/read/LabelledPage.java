package org.tabadla.read;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import org.tabadla.address.Address;
import org.tabadla.bench.PackSet;

/// A page of the read packs, measured and its lines labelled, ready to be learnt from.
///
/// @param set the pack that it is from
/// @param bodyLines the lines that belong to the body
/// @param knownLines the lines of which the gold tells: snippets tell of a few only
record LabelledPage(
    String set,
    PackSet.Case gold,
    PageTree tree,
    String title,
    LineTraits traits,
    BitSet bodyLines,
    BitSet knownLines) {
  static LabelledPage of(String set, PackSet.Case gold) {
    byte[] html = gold.page().body().array();
    String charset = Charsets.detect(html, null, Charsets.Kind.HTML);
    String url = Objects.requireNonNullElse(gold.page().url(), "");
    PageTree tree =
        PageTree.of(
            Parser.htmlParser()
                .setMaxDepth(PageReader.DEPTH_MAX_TAGS)
                .parseInput(Charsets.decode(html, charset), url));
    JsonLd data = JsonLd.of(tree.clues().json());
    List<String> outlets = PageReader.outlets(tree.clues(), data, url);
    String title = PageTitle.of(tree.clues(), data, outlets, tree.lines());
    RuledBody ruled = RuledBody.of(tree, title);
    LineTraits traits =
        LineTraits.of(
            tree, ruled.prose(), ruled.main(), ruled.lines(), title, PageReader.stated(data));
    var body = new BitSet();
    var known = new BitSet();
    label(gold, tree, body, known);
    return new LabelledPage(set, gold, tree, title, traits, body, known);
  }

  private static void label(PackSet.Case gold, PageTree tree, BitSet body, BitSet known) {
    List<String> lines = tree.lines().stream().map(Line::text).toList();
    if (gold.body() != null) {
      boolean[] in = BodyGold.labels(lines, gold.body());
      for (int i = 0; i < in.length; i++) {
        body.set(i, in[i]);
      }
      known.set(0, in.length);
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean with = holds(lines.get(i), Objects.requireNonNullElse(gold.with(), List.of()));
      body.set(i, with);
      known.set(i, with || holds(lines.get(i), gold.without()));
    }
  }

  private static boolean holds(String line, List<String> snippets) {
    return snippets.stream()
        .map(snippet -> snippet.strip().replaceAll("\\s+", " "))
        .anyMatch(line::contains);
  }

  int lines() {
    return traits.size();
  }

  float units(int line) {
    return tree.lines().get(line).units();
  }

  boolean isBody(int line) {
    return bodyLines.get(line);
  }

  boolean isKnown(int line) {
    return knownLines.get(line);
  }

  /// @return pages of one site share it; a copy in a web archive is a site of its own
  int site() {
    String url = gold.page().url();
    String host = url == null ? null : Address.host(url);
    return host == null || host.equals("web.archive.org")
        ? gold.id().hashCode()
        : host.replaceFirst("^www\\.", "").hashCode();
  }

  /// @return which of so many parts its site belongs to
  int fold(int folds) {
    return Math.floorMod((site() * 0x9E3779B1) >>> 8, folds);
  }

  String text(BitSet taken) {
    return taken.stream()
        .mapToObj(i -> tree.lines().get(i).text())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return set.hashCode() * 31 + gold.id().hashCode();
  }
}

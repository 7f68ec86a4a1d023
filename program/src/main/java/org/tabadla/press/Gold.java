package org.tabadla.press;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What is true of the sample press, for tests: the road never reads it, it reads the served pages.
public final class Gold {
  private Gold() {}

  /// Where an article stands.
  ///
  /// @param host the outlet's made-up domain, [Outlet#host()]
  /// @param path from the root, with its query
  public record Place(String host, String path) {}

  /// One article as its file has it: right letters, paragraphs apart, first edition.
  ///
  /// @param event the key of what it tells
  /// @param blocks the body; a table's block has one row a line, `| ` before each
  /// @param isPaid whether the page shows only the first block
  /// @param isBarred whether the outlet's robots.txt forbids the page
  public record Written(
      Place place,
      String lang,
      String event,
      String headline,
      List<String> blocks,
      Instant published,
      boolean isPaid,
      boolean isBarred) {
    public Written {
      blocks = List.copyOf(blocks);
    }
  }

  /// @return every article of the first edition, outlet by outlet
  public static List<Written> articles() {
    return Masthead.all().stream()
        .flatMap(outlet ->
            Newsroom.chosen(outlet.pieces(), 1).stream().map(piece -> written(outlet, piece)))
        .toList();
  }

  /// @return for each event in the press, all places that tell it; an article stands in exactly one
  public static List<Set<Place>> stories() {
    return List.copyOf(byEvent().values());
  }

  /// @return [#stories()] by the event's key
  public static Map<String, Set<Place>> byEvent() {
    var groups = new LinkedHashMap<String, Set<Place>>();
    for (Written article : articles()) {
      groups.computeIfAbsent(article.event(), _ -> new LinkedHashSet<>()).add(article.place());
    }
    return groups;
  }

  /// Some hold that a follow-up belongs to the story, some that it is a new one; a test should ask
  /// neither.
  ///
  /// @return events that only carry on an earlier one: the later's key to the earlier's
  public static Map<String, String> followUps() {
    var follows = new HashMap<String, String>();
    forEach(piece -> piece.file().maybe("follows"), follows::put);
    return follows;
  }

  /// @return places that took the same agency text, whole or shortened
  public static List<Set<Place>> copies() {
    var groups = new LinkedHashMap<String, Set<Place>>();
    for (Masthead outlet : Masthead.all()) {
      for (Piece piece : Newsroom.chosen(outlet.pieces(), 1)) {
        piece
            .file()
            .maybe("wire")
            .ifPresent(wire ->
                groups
                    .computeIfAbsent(wire, _ -> new LinkedHashSet<>())
                    .add(new Place(outlet.host(), piece.path())));
      }
    }
    return List.copyOf(groups.values());
  }

  private static void forEach(
      Function<Piece, Optional<String>> key, BiConsumer<String, String> use) {
    for (Masthead outlet : Masthead.all()) {
      for (Piece piece : outlet.pieces()) {
        key.apply(piece).ifPresent(value -> use.accept(piece.event(), value));
      }
    }
  }

  private static Written written(Masthead outlet, Piece piece) {
    return new Written(
        new Place(outlet.host(), piece.path()),
        outlet.lang(),
        piece.event(),
        piece.headline(),
        piece.blocks(),
        piece.published(),
        piece.file().maybe("paywall").isPresent(),
        piece.file().maybe("folder").isPresent());
  }
}

package org.tabadla.web.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Move;
import org.tabadla.model.Journal;

/// What a listing said before it was changed: for its owner alone, since an earlier audience may
/// have been a smaller one.
///
/// @param number 1 as first put in
/// @param account who put it so
/// @param changed keys of the words for what differs from the one before
public record Revisions(
    int number, Instant at, String account, String title, List<String> changed) {
  private record Part(String key, Function<Core, Object> of) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("form.about", Core::about),
          new Part("form.supply", core -> List.of(core.supply().toString(), core.facet())),
          new Part("form.times", Core::times),
          new Part("form.terms", Core::bargain),
          new Part("form.audience", Core::audience),
          new Part("listing.files", Core::assets));

  /// Oldest first.
  static List<Revisions> of(Journal journal, ListingId id) {
    var out = new ArrayList<Revisions>();
    Core before = null;
    for (var logged : journal.of(Deeds.ROOM, id.value())) {
      Act act = Deeds.read(logged);
      Core core = said(act.move());
      if (core != null) {
        Core old = before;
        List<String> changed =
            PARTS.stream()
                .filter(part -> old != null && !part.of().apply(old).equals(part.of().apply(core)))
                .map(Part::key)
                .toList();
        String title = core.about().titles().getFirst().value();
        out.add(new Revisions(out.size() + 1, act.at(), act.account(), title, changed));
        before = core;
      }
    }
    return out;
  }

  private static @Nullable Core said(Move move) {
    return switch (move) {
      case Move.Listed(Core core) -> core;
      case Move.Relisted(Core core) -> core;
      default -> null;
    };
  }
}

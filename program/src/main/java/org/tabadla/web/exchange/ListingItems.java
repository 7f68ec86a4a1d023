package org.tabadla.web.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.formats.Concept;
import org.tabadla.formats.Coverage;
import org.tabadla.formats.EventPlan;
import org.tabadla.formats.NewsItem;
import org.tabadla.formats.Rendition;
import org.tabadla.formats.Words;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;

/// A listing as a news item, for other newsrooms' systems. What is agreed on and delivered is not
/// in it, and neither is where the files lie.
final class ListingItems {
  private static final int MOST_NAME_CHARS = 200;

  private ListingItems() {}

  /// @param url where its page is
  static NewsItem of(Listing listing, Organisation owner, String url) {
    Core core = listing.core();
    return new NewsItem(
        kind(core),
        url,
        Integer.toString(listing.revision()),
        times(listing),
        new NewsItem.Handling(
            listing.state() instanceof Listing.State.Killed ? "canceled" : "usable",
            null,
            null,
            List.of(),
            true),
        new NewsItem.Rights(
            null,
            null,
            core.bargain().rights().isBlank() ? null : core.bargain().rights(),
            null,
            null,
            null),
        core.about().languages(),
        words(core),
        concepts(core, owner),
        core.assets().stream().map(ListingItems::file).toList(),
        List.of(),
        coverage(core, owner),
        event(core),
        List.of(),
        List.of());
  }

  private static NewsItem.Kind kind(Core core) {
    Core.Medium medium = core.supply().medium();
    if (core.kind() == Kind.COVERAGE) {
      return NewsItem.Kind.PLANNING;
    }
    if (medium == null) {
      return NewsItem.Kind.COMPOSITE;
    }
    return switch (medium) {
      case TEXT -> NewsItem.Kind.TEXT;
      case PICTURE -> NewsItem.Kind.PICTURE;
      case AUDIO -> NewsItem.Kind.AUDIO;
      case VIDEO, SIGNAL -> NewsItem.Kind.VIDEO;
      case IN_PERSON, SOFTWARE -> NewsItem.Kind.COMPOSITE;
    };
  }

  private static NewsItem.Times times(Listing listing) {
    Core.Times times = listing.core().times();
    String since = listing.since().toString();
    return new NewsItem.Times(
        since, since, null, null, written(times.embargo()), written(times.expires()));
  }

  private static @Nullable String written(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static List<Words> words(Core core) {
    var out = new ArrayList<Words>();
    core.about().titles().forEach(title -> out.add(words(Words.Use.HEADLINE, title)));
    core.about().summaries().forEach(summary -> out.add(words(Words.Use.DESCRIPTION, summary)));
    core.about()
        .topics()
        .forEach(topic -> out.add(words(Words.Use.KEYWORD, new Text(topic, Lang.UND))));
    return out;
  }

  private static Words words(Words.Use use, Text text) {
    return new Words(
        use,
        use == Words.Use.DESCRIPTION ? "summary" : null,
        use == Words.Use.DESCRIPTION ? "text/plain" : null,
        text.lang().isKnown() ? text.lang() : null,
        text.value());
  }

  private static List<Concept> concepts(Core core, Organisation owner) {
    var out = new ArrayList<Concept>();
    out.add(concept(Concept.Kind.SOURCE, owner.names(), "provider"));
    core.about()
        .places()
        .forEach(place ->
            out.add(concept(Concept.Kind.PLACE, List.of(new Text(place, Lang.UND)), null)));
    return out;
  }

  private static Concept concept(Concept.Kind kind, List<Text> names, @Nullable String rel) {
    return new Concept(kind, names, null, null, null, null, rel, null, null, null);
  }

  private static Rendition file(Core.Asset asset) {
    String name = asset.name();
    return new Rendition(
        name.length() > MOST_NAME_CHARS ? name.substring(0, MOST_NAME_CHARS) : name,
        "urn:sha256:" + asset.sha256(),
        asset.type(),
        name,
        null,
        null,
        asset.bytes(),
        null,
        Map.of());
  }

  private static List<Coverage> coverage(Core core, Organisation owner) {
    if (core.kind() != Kind.COVERAGE) {
      return List.of();
    }
    Core.Medium medium = core.supply().medium();
    NewsItem.Kind will =
        medium == Core.Medium.TEXT
            ? NewsItem.Kind.TEXT
            : medium == Core.Medium.PICTURE ? NewsItem.Kind.PICTURE : NewsItem.Kind.VIDEO;
    return List.of(
        new Coverage(
            null,
            core.about().titles().getFirst().value(),
            will,
            written(core.times().event()),
            null,
            null,
            core.about().languages().isEmpty() ? null : core.about().languages().getFirst(),
            null,
            null,
            List.of(owner.names().getFirst().value()),
            List.of()));
  }

  private static @Nullable EventPlan event(Core core) {
    Instant at = core.times().event();
    return core.kind() != Kind.COVERAGE || at == null
        ? null
        : new EventPlan(
            at.toString(),
            null,
            null,
            null,
            core.about().places().isEmpty() ? null : core.about().places().getFirst(),
            null);
  }
}

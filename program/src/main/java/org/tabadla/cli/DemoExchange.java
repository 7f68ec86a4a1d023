package org.tabadla.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Market;
import org.tabadla.exchange.market.Side;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;
import tools.jackson.databind.JsonNode;

/// What the demo's two newsrooms offer, ask for, say, sign and hand over, put in as people would:
/// by the room's own commands.
final class DemoExchange {
  private final DemoNewsrooms newsrooms;
  private final Instant now;
  private final Map<String, ListingId> listings = new LinkedHashMap<>();
  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

  DemoExchange(DemoNewsrooms newsrooms) {
    this.newsrooms = newsrooms;
    this.now = newsrooms.exchange(DemoNewsrooms.MARGALLA).now();
  }

  /// What was put in.
  record Filled(int listings, int kinds, int talks, int agreements, int deliveries) {}

  Filled fill() {
    JsonNode all = read();
    for (JsonNode each : all.path("listings")) {
      String owner = each.path("owner").asString();
      Listing listing =
          newsrooms.exchange(owner).list(newsrooms.account(owner), core(each)).orRefuse();
      listings.put(each.path("key").asString(), listing.id());
      kinds.add(listing.core().kind());
    }
    newsrooms.settle();
    for (JsonNode talk : all.path("talks")) {
      var steps = new DemoTalks(newsrooms, listings, talk);
      talk.path("steps").forEach(steps::step);
    }
    newsrooms.note();
    return filled();
  }

  private Filled filled() {
    Market market = newsrooms.exchange(DemoNewsrooms.MARGALLA).market();
    var one = new OrganisationId(DemoNewsrooms.MARGALLA);
    return new Filled(
        listings.size(),
        kinds.size(),
        market.talks(one).size(),
        market.agreements(one).size(),
        market.deliveries(one).size());
  }

  private static JsonNode read() {
    try (var in =
        Objects.requireNonNull(DemoExchange.class.getResourceAsStream("demo-listings.json"))) {
      return Said.JSON.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Core core(JsonNode node) {
    Map<String, String> facet = new HashMap<>();
    node.path("facet")
        .properties()
        .forEach(each -> facet.put(each.getKey(), each.getValue().asString()));
    boolean unsaid = node.path("medium").isNull();
    return new Core(
        Side.valueOf(node.path("side").asString()),
        Kind.valueOf(node.path("kind").asString()),
        Audience.PUBLIC,
        new Core.About(
            texts(node.path("title")),
            texts(node.path("summary")),
            words(node.path("languages")),
            words(node.path("versions")),
            words(node.path("topics")),
            words(node.path("places"))),
        new Core.Supply(
            unsaid ? null : Core.Medium.valueOf(node.path("medium").asString()),
            node.path("quantity").asInt(),
            node.path("unit").asString(),
            Core.Stage.valueOf(node.path("stage").asString("READY"))),
        new Core.Times(
            in(node.path("availableInDays")),
            in(node.path("embargoInDays")),
            in(node.path("eventInDays")),
            in(node.path("needByInDays")),
            in(node.path("expiresInDays"))),
        new Core.Bargain(
            Core.Consideration.valueOf(node.path("consideration").asString()),
            "",
            node.path("rights").asString()),
        facet,
        List.of(),
        null);
  }

  private @Nullable Instant in(JsonNode days) {
    return days.isMissingNode() ? null : now.plus(Duration.ofDays(days.asInt()));
  }

  private static List<Text> texts(JsonNode node) {
    List<Text> out = new ArrayList<>();
    node.properties()
        .forEach(each -> out.add(new Text(each.getValue().asString(), new Lang(each.getKey()))));
    return out;
  }

  private static List<String> words(JsonNode node) {
    List<String> out = new ArrayList<>();
    node.forEach(each -> out.add(each.asString()));
    return out;
  }
}

package org.tabadla.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.model.Lang;
import org.tabadla.model.Refusal;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Role;
import tools.jackson.databind.JsonNode;

/// One talk of the demo: who said, proposed, signed, delivered and planned what, step by step as it
/// stands in `demo-listings.json`, each done at the desk of who does it.
final class DemoTalks {
  private static final int LARGEST_FILE_BYTES = 100_000;

  private final DemoNewsrooms newsrooms;
  private final Map<String, ListingId> listings;
  private final TalkId talk;
  private @Nullable DealTerms terms;
  private @Nullable Delivery sent;

  /// Begins it.
  ///
  /// @param listings by their keys
  DemoTalks(DemoNewsrooms newsrooms, Map<String, ListingId> listings, JsonNode talk) {
    this.newsrooms = newsrooms;
    this.listings = listings;
    String by = talk.path("by").asString();
    Talk begun =
        newsrooms
            .exchange(by)
            .begin(
                newsrooms.account(by),
                Objects.requireNonNull(listing(talk.path("about"))),
                listing(talk.path("answering")))
            .orRefuse();
    this.talk = begun.id();
    newsrooms.settle();
  }

  private @Nullable ListingId listing(JsonNode key) {
    return key.isMissingNode() ? null : listings.get(key.asString());
  }

  /// Does one step.
  void step(JsonNode step) {
    String by = step.path("by").asString();
    Account who = newsrooms.account(by);
    Exchange exchange = newsrooms.exchange(by);
    if (step.has("say")) {
      var words = new Text(step.path("say").asString(), new Lang(step.path("lang").asString()));
      newsrooms.desks(by).deliveries().say(who, talk, words, files(by, step)).orRefuse();
    } else if (step.has("propose")) {
      DealTerms proposed = terms(exchange, step);
      exchange.propose(who, talk, proposed).orRefuse();
      terms = proposed;
    } else if (step.has("sign")) {
      exchange.sign(who, talk, terms().version(), terms().hash()).orRefuse();
    } else if (step.has("plan")) {
      plan(exchange, who, step);
    } else if (step.has("shares")) {
      var said = new Move.SharesSaid(shares(step.path("shares")));
      exchange.act(who, Role.DESK, agreement().value(), said).orRefuse();
    } else {
      hand(by, who, step);
    }
    newsrooms.settle();
  }

  private DealTerms terms(Exchange exchange, JsonNode step) {
    Talk now = exchange.market().talk(talk).orElseThrow();
    return new DealTerms(
        talk,
        now.proposals().size() + 1,
        now.about(),
        now.provider(),
        now.receiver(),
        step.path("propose").asString(),
        step.path("rights").asString(),
        Core.Consideration.valueOf(step.path("for").asString("EXCHANGE")),
        step.path("return").asString(),
        in(exchange, step.path("inDays")));
  }

  private DealTerms terms() {
    return Objects.requireNonNull(terms, "nothing is proposed");
  }

  private AgreementId agreement() {
    return terms().agreement();
  }

  private static Instant in(Exchange exchange, JsonNode days) {
    return exchange.now().plus(Duration.ofDays(days.asInt()));
  }

  private void plan(Exchange exchange, Account who, JsonNode step) {
    var plan =
        new Production.Plan(
            step.path("plan").asString(),
            step.path("deliverable").asBoolean(false),
            new OrganisationId(step.path("who").asString()),
            in(exchange, step.path("inDays")));
    String task = Production.idFor(agreement(), plan, exchange.now()).value();
    exchange.act(who, Role.EDITOR, task, new Move.Planned(agreement(), plan)).orRefuse();
    for (JsonNode to : step.path("moves")) {
      newsrooms.settle();
      var moved = new Move.TaskMoved(Production.Stage.valueOf(to.asString()));
      exchange.act(who, Role.EDITOR, task, moved).orRefuse();
    }
  }

  private static List<Production.Share> shares(JsonNode said) {
    List<Production.Share> out = new ArrayList<>();
    for (JsonNode share : said) {
      List<String> countries = new ArrayList<>();
      share.path("territories").forEach(each -> countries.add(each.asString()));
      var who = new OrganisationId(share.path("who").asString());
      out.add(new Production.Share(who, share.path("percent").asInt(), countries));
    }
    return out;
  }

  private void hand(String by, Account who, JsonNode step) {
    var deliveries = newsrooms.desks(by).deliveries();
    List<Core.Asset> files = files(by, step);
    if (step.has("deliver")) {
      String note = step.path("deliver").asString();
      sent = deliveries.deliver(who, agreement(), files, note, null).orRefuse();
    } else if (step.has("correct")) {
      Delivery wrong = Objects.requireNonNull(sent, "nothing is delivered");
      deliveries.correct(who, wrong.id(), step.path("correct").asString(), files).orRefuse();
    } else {
      throw new IllegalArgumentException("no such step: " + step);
    }
  }

  private List<Core.Asset> files(String by, JsonNode step) {
    List<Core.Asset> out = new ArrayList<>();
    step.path("files")
        .forEach(file -> out.add(file(newsrooms.desks(by).deliveries().vault(), file)));
    return out;
  }

  private static Core.Asset file(Vault vault, JsonNode file) {
    byte[] bytes = file.path("text").asString().getBytes(StandardCharsets.UTF_8);
    String name = file.path("name").asString();
    try {
      if (vault.take(new ByteArrayInputStream(bytes), LARGEST_FILE_BYTES)
          instanceof Vault.Taken.Whole(var kept)) {
        return new Core.Asset(name, file.path("type").asString(), kept.bytes(), kept.sha256());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new Refusal("[" + name + "] larger than a file of the demo may be", "make it smaller");
  }
}

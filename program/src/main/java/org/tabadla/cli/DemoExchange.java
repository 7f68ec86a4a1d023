package org.tabadla.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.SigningKey;
import org.tabadla.people.SpokenPrint;
import tools.jackson.databind.JsonNode;

/// Two made-up newsrooms that exchange things, put in as people would: by the room's own commands.
final class DemoExchange {
  private static final int LONGEST_SCRIPT_BYTES = 100_000;
  private static final int PASSWORD_CHARS = 17;

  private final Desks desks;
  private final Map<String, Account> members = new HashMap<>();
  private final List<Listing> listings = new ArrayList<>();
  private final String password =
      SpokenPrint.of(SigningKey.make().raw()).substring(0, PASSWORD_CHARS);

  private DemoExchange(Desks desks) {
    this.desks = desks;
  }

  /// What was put in.
  ///
  /// @param password that of both accounts
  record Filled(int listings, int kinds, String password) {}

  /// @return null when the folder has newsrooms already
  static @Nullable Filled fill(Desks desks) {
    if (!desks.people().organisations().isEmpty()) {
      return null;
    }
    return new DemoExchange(desks).fill();
  }

  private Filled fill() {
    join(
        "margalla",
        List.of(new Text("مارگلہ ٹی وی", Lang.UR), new Text("Margalla TV", Lang.EN)),
        "PK",
        Role.OPERATOR);
    join(
        "yundu",
        List.of(new Text("云渡电视台", new Lang("zh")), new Text("Yundu TV", Lang.EN)),
        "CN",
        Role.DESK);
    JsonNode all = read();
    all.path("listings")
        .forEach(each ->
            listings.add(
                desks
                    .exchange()
                    .list(
                        Objects.requireNonNull(members.get(each.path("owner").asString())),
                        core(each))
                    .orRefuse()));
    talk(all.path("talk"));
    int kinds = (int) listings.stream().map(each -> each.core().kind()).distinct().count();
    return new Filled(listings.size(), kinds, password);
  }

  private void join(String id, List<Text> names, String country, Role role) {
    var organisation = new OrganisationId(id);
    desks
        .people()
        .found(People.HOUSE, organisation, names, country, Organisation.Kind.BROADCASTER)
        .orRefuse();
    members.put(
        id,
        desks
            .people()
            .join(
                People.HOUSE,
                new AccountId(id),
                names.getFirst().value(),
                organisation,
                role,
                password)
            .orRefuse());
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
            null, null, in(node.path("eventInDays")), in(node.path("needByInDays")), null),
        new Core.Bargain(
            Core.Consideration.valueOf(node.path("consideration").asString()),
            "",
            node.path("rights").asString()),
        facet,
        List.of(),
        null);
  }

  private @Nullable Instant in(JsonNode days) {
    return days.isMissingNode() ? null : desks.exchange().now().plus(Duration.ofDays(days.asInt()));
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

  /// The first offer is asked for, agreed on and delivered; another talk has just begun.
  private void talk(JsonNode said) {
    Account margalla = Objects.requireNonNull(members.get("margalla"));
    Account yundu = Objects.requireNonNull(members.get("yundu"));
    var exchange = desks.exchange();
    Talk talk = exchange.begin(yundu, listings.getFirst().id(), null).orRefuse();
    exchange
        .say(yundu, talk.id(), new Text(said.path("question").asString(), new Lang("zh")))
        .orRefuse();
    exchange.say(margalla, talk.id(), new Text(said.path("answer").asString(), Lang.UR)).orRefuse();
    var terms =
        new DealTerms(
            talk.id(),
            1,
            talk.about(),
            talk.provider(),
            talk.receiver(),
            said.path("subject").asString(),
            said.path("rights").asString(),
            Core.Consideration.EXCHANGE,
            said.path("return").asString(),
            exchange.now().plus(Duration.ofDays(14)));
    exchange.propose(margalla, talk.id(), terms).orRefuse();
    exchange.sign(yundu, talk.id(), 1, terms.hash()).orRefuse();
    exchange.sign(margalla, talk.id(), 1, terms.hash()).orRefuse();
    Agreement agreement = exchange.market().agreement(terms.agreement()).orElseThrow();
    deliver(margalla, agreement.id(), said);
    exchange.begin(margalla, listings.get(9).id(), null).orRefuse();
  }

  private void deliver(Account who, AgreementId under, JsonNode said) {
    byte[] script = said.path("script").asString().getBytes(StandardCharsets.UTF_8);
    try {
      var taken =
          desks.deliveries().vault().take(new ByteArrayInputStream(script), LONGEST_SCRIPT_BYTES);
      if (taken instanceof Vault.Taken.Whole(var kept)) {
        var asset = new Core.Asset("script-1.txt", "text/plain", kept.bytes(), kept.sha256());
        desks
            .deliveries()
            .deliver(who, under, List.of(asset), said.path("note").asString(), null)
            .orRefuse();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

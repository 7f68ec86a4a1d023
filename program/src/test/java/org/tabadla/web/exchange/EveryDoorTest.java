package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TaskId;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;
import org.tabadla.model.Text;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;

/// Tries every address that the server itself says it answers, so that none is forgotten: as a
/// reader without an account, as another organisation's account of each role, and as the right one
/// with a form that is not ours. Nothing of others is shown or changed.
class EveryDoorTest {
  private static final String SECRET = "Zafranbagh";
  private static final List<String> WINGS =
      List.of(
          "/exchange",
          "/federation",
          "/people",
          "/register",
          "/verify",
          "/claims",
          "/claim",
          "/review");

  /// What is an account's own: it may be changed by whoever is signed in, and signs out.
  private static final Pattern OWN = Pattern.compile("/people/(sign(in|out)|me(/.*)?)");

  /// Forms that carry the session's token; those of the register and the claims are known by where
  /// the browser says they come from, and signing in has no session yet.
  private static final Pattern OWN_FORMS = Pattern.compile("/people(?!/(signin|invite/)).*");

  private static final int FEWEST_DOORS = 60;

  @TempDir Path folder;
  private ServedExchange served;
  private Newsrooms rooms;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private List<String> doors = List.of();

  @BeforeEach
  void open() throws IOException {
    served = new ServedExchange(folder, true);
    rooms = served.rooms;
    for (Role role : List.of(Role.READER, Role.EDITOR)) {
      join("lantern", "lantern." + role.name().toLowerCase(java.util.Locale.ROOT), role);
    }
    rooms
        .people
        .found(
            People.HOUSE,
            new OrganisationId("house-desk"),
            List.of(new Text("House", Lang.EN)),
            "PK",
            Organisation.Kind.AGENCY)
        .orRefuse();
    join("house-desk", "chief", Role.OPERATOR);
    secrets();
    doors =
        served.addresses().stream()
            .filter(door -> WINGS.stream().anyMatch(wing -> path(door).startsWith(wing)))
            .distinct()
            .toList();
    assertThat(doors)
        .as("the server says what it answers")
        .hasSizeGreaterThan(FEWEST_DOORS)
        .contains(
            "GET /federation/card",
            "GET /federation/{own}/<rest>",
            "POST /federation/{own}/<rest>",
            "GET /exchange/partners",
            "POST /exchange/partners/meet",
            "GET /exchange/delivery/{key}/coming",
            "POST /exchange/delivery/{key}/fetch");
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void nobodyElseSeesAnythingAtAnyDoor() {
    assertThat(served.signedIn("yundu.desk").get(filled("/exchange/talk/{key}")).body())
        .as("the one it is for sees it")
        .contains(SECRET);
    for (String account : List.of("", "lantern.reader", "lantern.editor", "lantern.desk")) {
      Browsing who = account.isEmpty() ? new Browsing(served.base) : served.signedIn(account);
      for (String door : doors) {
        if (door.startsWith("GET ") && !OWN.matcher(path(door)).matches()) {
          HttpResponse<String> answer = who.get(filled(path(door)));
          String as = account + " " + door + " " + answer.statusCode();
          assertThat(answer.statusCode()).as(as).isLessThan(500);
          assertThat(answer.body()).as(as).doesNotContain(SECRET);
          if (path(door).startsWith("/federation/{")) {
            assertThat(answer.statusCode()).as(as).isEqualTo(401);
          }
          if (path(door).matches("/exchange/(listing|talk|agreement|delivery|production)/.*")) {
            assertThat(answer.statusCode()).as(as).isIn(303, 403, 404);
          }
        }
      }
    }
  }

  @Test
  void nobodyElseChangesAnythingAtAnyDoor() {
    List<Object> before = state();
    for (String account : List.of("", "lantern.reader", "lantern.editor", "lantern.desk")) {
      Browsing who = account.isEmpty() ? new Browsing(served.base) : served.signedIn(account);
      who.get("/en/people/me");
      for (String door : doors) {
        if (door.startsWith("POST ") && !OWN.matcher(path(door)).matches()) {
          int deeds = deeds().size();
          HttpResponse<String> answer = who.post(filled(path(door)), FIELDS);
          String as = account + " " + door + " " + answer.statusCode();
          assertThat(answer.statusCode()).as(as).isLessThan(500);
          List<Logged> done = deeds();
          if (account.isEmpty()) {
            assertThat(done).as(as).hasSize(deeds);
          }
          assertThat(done.subList(deeds, done.size()))
              .as(as)
              .noneMatch(logged -> keys.containsValue(logged.deed().subject()))
              .allMatch(logged -> logged.deed().actor().startsWith("lantern"));
        }
      }
      assertThat(state()).as(account).isEqualTo(before);
    }
  }

  @Test
  void aFormThatIsNotOursDoesNothingAtAnyDoor() {
    for (String account : List.of("sahil.desk", "yundu.desk", "chief")) {
      Browsing who = served.signedIn(account);
      int deeds = deeds().size();
      for (String door : doors) {
        if (!door.startsWith("POST ") || path(door).startsWith("/federation")) {
          continue;
        }
        HttpResponse<String> other =
            who.ask(
                "POST",
                filled(path(door)),
                "words=x&form-token=" + "0".repeat(64),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(other.statusCode()).as("from another site: %s %s", account, door).isEqualTo(403);
        if (path(door).startsWith("/exchange") || OWN_FORMS.matcher(path(door)).matches()) {
          HttpResponse<String> answer = who.postAs(filled(path(door)), "0".repeat(64), FIELDS);
          String as = account + " " + door + " " + answer.statusCode();
          assertThat(answer.statusCode()).as(as).isBetween(400, 499);
        }
        assertThat(deeds()).as("%s %s", account, door).hasSize(deeds);
      }
      assertThat(who.get("/en/people/me").statusCode()).as("still signed in").isEqualTo(200);
    }
  }

  private static final String[] FIELDS = {
    "words",
    "x",
    "reason",
    "x",
    "where",
    "x",
    "action",
    "distribute",
    "title",
    "x",
    "who",
    "lantern",
    "to",
    "DONE",
    "role",
    "READER",
    "notice",
    "1",
    "version",
    "1",
    "percent-lantern",
    "50",
    "subject",
    "x",
    "to-organisation",
    "lantern",
    "text",
    "x",
    "lang",
    "en",
    "note",
    "x",
    "name",
    "x"
  };

  private static String path(String door) {
    return door.substring(door.indexOf(' ') + 1);
  }

  /// The address with the ids of what is secret.
  private String filled(String path) {
    String kind = path.replaceFirst("^/[a-z]+/([a-z]+)/\\{.*", "$1");
    // Other servers know no languages and no sessions; a signature alone opens their door.
    return (path.startsWith("/federation") ? "" : "/en")
        + path.replaceFirst("\\{own}", "sahil")
            .replaceFirst("<rest>", "deeds")
            .replaceFirst("\\{key}", keys.getOrDefault(kind, "x"))
            .replaceFirst("\\{number}", "0")
            .replaceFirst("\\{format}", "ninjs-3.1")
            .replaceAll("\\{[^}]*}", "x");
  }

  private List<Object> state() {
    var market = rooms.exchange.market();
    return List.of(
        List.copyOf(market.listings(rooms.sahil.organisation())),
        market.talks(rooms.sahil.organisation()),
        market.agreements(rooms.sahil.organisation()),
        market.deliveries(rooms.sahil.organisation()),
        market.production(market.agreements(rooms.sahil.organisation()).getFirst().id()),
        rooms.people.accounts(rooms.sahil.organisation()));
  }

  private List<Logged> deeds() {
    var out = new ArrayList<Logged>();
    for (String room : Set.of("exchange", "people", "register", "verify")) {
      rooms.store.journal().follow(room, 0, out::add);
    }
    out.sort(java.util.Comparator.comparingLong(Logged::seq));
    return out;
  }

  private void join(String organisation, String name, Role role) {
    rooms
        .people
        .join(
            People.HOUSE,
            new AccountId(name),
            name,
            new OrganisationId(organisation),
            role,
            Newsrooms.PASSWORD)
        .orRefuse();
  }

  /// All that two newsrooms can have between them, each part with the secret word in it.
  private void secrets() throws IOException {
    Core open = Newsrooms.core(Side.OFFER, Kind.CO_PRODUCTION, "en", SECRET, SECRET);
    var named =
        new Core(
            open.side(),
            open.kind(),
            new Audience(Audience.Reach.PARTIES, List.of(), List.of(rooms.yundu.organisation())),
            open.about(),
            open.supply(),
            new Core.Times(null, null, rooms.clock.instant().plusSeconds(9_000), null, null),
            open.bargain(),
            open.facet(),
            List.of(),
            null);
    Listing listing = rooms.exchange.list(rooms.sahil, named).orRefuse();
    Talk talk = rooms.exchange.begin(rooms.yundu, listing.id(), null).orRefuse();
    rooms.exchange.say(rooms.yundu, talk.id(), new Text(SECRET, Lang.EN)).orRefuse();
    var terms =
        new DealTerms(
            talk.id(),
            1,
            listing.id(),
            talk.provider(),
            talk.receiver(),
            SECRET,
            "",
            Core.Consideration.EXCHANGE,
            SECRET,
            rooms.clock.instant().plusSeconds(9_000));
    rooms.exchange.propose(rooms.sahil, talk.id(), terms).orRefuse();
    rooms.exchange.sign(rooms.yundu, talk.id(), 1, terms.hash()).orRefuse();
    rooms.exchange.sign(rooms.sahil, talk.id(), 1, terms.hash()).orRefuse();
    Agreement agreement = rooms.exchange.market().agreement(terms.agreement()).orElseThrow();
    var plan = new Production.Plan(SECRET, true, rooms.sahil.organisation(), null);
    TaskId task = Production.idFor(agreement.id(), plan, rooms.clock.instant());
    rooms
        .exchange
        .act(rooms.sahil, Role.EDITOR, task.value(), new Move.Planned(agreement.id(), plan))
        .orRefuse();
    var film = new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8));
    var kept = ((Vault.Taken.Whole) rooms.deliveries.vault().take(film, 99)).kept();
    var asset = new Core.Asset(SECRET + ".mp4", "video/mp4", kept.bytes(), kept.sha256());
    Delivery sent =
        rooms
            .deliveries
            .deliver(rooms.sahil, agreement.id(), List.of(asset), SECRET, null)
            .orRefuse();
    rooms.deliveries.correct(rooms.sahil, sent.id(), SECRET, List.of()).orRefuse();
    rooms.notices.catchUp();
    keys.put("listing", listing.id().value());
    keys.put("talk", talk.id().value());
    keys.put("agreement", agreement.id().value());
    keys.put("production", agreement.id().value());
    keys.put("delivery", sent.id().value());
    keys.put("task", task.value());
    keys.put("organisation", "sahil");
    keys.put("account", "sahil.desk");
  }
}

package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.AccountId;
import org.tabadla.people.Invitations;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.search.LuceneSearch;
import org.tabadla.store.Stores;
import org.tabadla.store.WatchRecords;
import org.tabadla.store.WatchRecords.Watch;
import org.tabadla.web.Web;
import org.tabadla.web.WebOptions;
import org.tabadla.web.people.AccountOwners;
import org.tabadla.web.people.Gate;
import org.tabadla.web.people.PeopleWing;

/// Standing queries belong to accounts: two readers, the operator, a program and a stranger at
/// every door, over real HTTP.
class WatchOwnersTest {
  private static final String LIST = "/en/watches";
  private static final String API = "/api/watches";
  private static final String WISH = "{\"query\":\"stolen\"}";
  private static final String HOOK = "https://desk.example/hook";

  @TempDir Path folder;
  private ServedExchange served;
  private Browsing amna;
  private Browsing li;
  private Browsing operator;

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    amna = reader("amna", "sahil", Role.READER);
    li = reader("li", "yundu", Role.READER);
    operator = reader("chief", "lantern", Role.OPERATOR);
  }

  @AfterEach
  void close() {
    served.close();
  }

  private Browsing reader(String id, String organisation, Role role) {
    var account = new AccountId(id);
    var of = new OrganisationId(organisation);
    served.rooms.people.join(People.HOUSE, account, id, of, role, Newsrooms.PASSWORD).orRefuse();
    Browsing browsing = served.signedIn(id);
    browsing.get(LIST);
    return browsing;
  }

  private WatchRecords watches() {
    return served.rooms.store.watches();
  }

  private Watch ask(Browsing who, String query) {
    assertThat(who.post(LIST, "q", query, "webhook", HOOK).statusCode()).isEqualTo(303);
    return watches().all().getLast();
  }

  private static String program(Browsing who, String scope) {
    who.get("/en/people/me");
    String made = who.post("/en/people/me/token", "label", "desk", "scope", scope).body();
    Matcher token = Pattern.compile("tabadla_[a-z]+~[A-Za-z0-9_-]{43}").matcher(made);
    assertThat(token.find()).isTrue();
    return "Bearer " + token.group();
  }

  private HttpResponse<String> call(String method, String path, String body, String bearer) {
    // As curl sends it unless told otherwise.
    String type = "application/x-www-form-urlencoded";
    return new Browsing(served.base)
        .ask(method, path, body, "Authorization", bearer, "Content-Type", type);
  }

  @Test
  void aReaderMakesChangesAndRemovesHerOwn() {
    Watch made = ask(amna, "flood lang:ur");
    assertThat(made.owner()).isEqualTo("amna");
    HttpResponse<String> page = amna.get(LIST);
    assertThat(page.body()).contains("flood lang:ur", made.id() + "/edit");
    assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
    String edit = LIST + "/" + made.id() + "/edit";
    assertThat(amna.get(edit).body()).contains("value=\"flood lang:ur\"", HOOK);
    assertThat(amna.post(edit, "q", "\"open").statusCode()).isEqualTo(400);
    assertThat(amna.post(edit, "q", "rain", "title", "Rain", "webhook", HOOK).statusCode())
        .isEqualTo(303);
    Watch changed = watches().watch(made.id()).orElseThrow();
    assertThat(changed.title()).isEqualTo("Rain");
    assertThat(changed.owner()).isEqualTo("amna");
    assertThat(changed.secret()).as("the same receiver").isEqualTo(made.secret());
    assertThat(changed.added()).as("another query").isAfter(made.added());
    amna.post(edit, "q", "rain", "webhook", "https://other.example/hook");
    Watch elsewhere = watches().watch(made.id()).orElseThrow();
    assertThat(elsewhere.secret()).as("another receiver").isNotEqualTo(made.secret());
    assertThat(elsewhere.added()).as("the same query").isEqualTo(changed.added());
    assertThat(amna.post(LIST + "/" + made.id() + "/remove").statusCode()).isEqualTo(303);
    assertThat(watches().all()).isEmpty();
  }

  @Test
  void anotherAccountFindsNothingAtAnyDoor() {
    Watch hers = ask(amna, "flood");
    String bearer = program(li, "WATCH");
    li.get(LIST);
    assertThat(li.get(LIST).body()).doesNotContain("flood", HOOK, hers.id());
    String at = LIST + "/" + hers.id();
    assertThat(li.get(at + "/edit").statusCode()).isEqualTo(404);
    assertThat(li.post(at + "/edit", "q", "stolen").statusCode()).isEqualTo(404);
    assertThat(li.post(at + "/remove").statusCode()).isEqualTo(404);
    HttpResponse<String> list = call("GET", API, "", bearer);
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).isEqualTo("{\"watches\":[]}");
    assertThat(call("PUT", API + "/" + hers.id(), WISH, bearer).statusCode()).isEqualTo(404);
    assertThat(call("DELETE", API + "/" + hers.id(), "", bearer).statusCode()).isEqualTo(404);
    assertThat(watches().all()).containsExactly(hers);
  }

  @Test
  void aStrangerIsAskedToSignInButReadsWhatHeKnowsTheIdOf() {
    Watch hers = ask(amna, "flood");
    var stranger = new Browsing(served.base);
    assertThat(Browsing.location(stranger.get(LIST + "?q=rain")))
        .isEqualTo("/en/people/signin?next=%2Fen%2Fwatches%3Fq%3Drain");
    String at = LIST + "/" + hers.id();
    for (HttpResponse<String> answer :
        List.of(
            stranger.get(at + "/edit"),
            stranger.post(LIST, "q", "x"),
            stranger.post(at + "/edit", "q", "x"),
            stranger.post(at + "/remove"))) {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(Browsing.location(answer)).startsWith("/en/people/signin");
    }
    for (String method : List.of("PUT", "DELETE")) {
      assertThat(stranger.ask(method, API + "/" + hers.id(), WISH).statusCode()).isEqualTo(401);
    }
    assertThat(stranger.get(API).statusCode()).isEqualTo(401);
    assertThat(stranger.ask("POST", API, WISH).statusCode()).isEqualTo(401);
    assertThat(watches().all()).containsExactly(hers);
    for (String open : List.of("/en/watch/", API + "/")) {
      assertThat(stranger.get(open + hers.id()).statusCode()).isEqualTo(200);
    }
    assertThat(stranger.get("/en/watch/" + hers.id() + "/feed.atom").statusCode()).isEqualTo(200);
  }

  @Test
  void theOperatorSeesAndRemovesAll() {
    Watch hers = ask(amna, "flood");
    Watch nobodys = new Watch("w0", null, "sco", "sco", hers.added(), null, null, null, 0, null);
    watches().add(nobodys, List.of());
    String page = operator.get(LIST).body();
    assertThat(page).contains("flood", ">amna<", "w0/edit");
    assertThat(amna.get(LIST).body()).doesNotContain("w0/edit", ">amna<");
    assertThat(amna.get(LIST + "/w0/edit").statusCode()).isEqualTo(404);
    String edit = LIST + "/" + hers.id() + "/edit";
    assertThat(operator.post(edit, "q", "flood", "title", "Seen").statusCode()).isEqualTo(303);
    assertThat(watches().watch(hers.id()).orElseThrow().owner()).isEqualTo("amna");
    assertThat(operator.post(LIST + "/w0/remove").statusCode()).isEqualTo(303);
    assertThat(operator.post(LIST + "/" + hers.id() + "/remove").statusCode()).isEqualTo(303);
    assertThat(watches().all()).isEmpty();
    ask(amna, "rain");
    assertThat(call("GET", API, "", program(operator, "WATCH")).body())
        .as("programs are no operators")
        .isEqualTo("{\"watches\":[]}");
  }

  @Test
  void aProgramWithTheRightTokenKeepsItsAccountsOwn() {
    String bearer = program(amna, "WATCH");
    String wish = "{\"query\":\"sco lang:en\",\"title\":\"SCO\",\"webhook\":\"" + HOOK + "\"}";
    HttpResponse<String> made = call("POST", API, wish, bearer);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body()).contains("\"owner\":\"amna\"", "\"key\":\"whsec_", "\"title\":\"SCO\"");
    assertThat(made.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    String at = API + "/" + watches().all().getFirst().id();
    assertThat(call("GET", API, "", bearer).body()).contains("sco lang:en");
    assertThat(call("PUT", at, WISH, bearer).body())
        .contains("\"title\":\"stolen\"", "\"webhook\":null", "\"key\":null");
    for (String bad : List.of("", "[]", "{", "{\"query\":1}", "{\"quarry\":\"x\"}", "{}")) {
      assertThat(call("POST", API, bad, bearer).statusCode()).as(bad).isEqualTo(400);
    }
    String look = program(amna, "READ");
    assertThat(call("GET", API, "", look).statusCode()).as("keys are in it").isEqualTo(403);
    HttpResponse<String> refused = call("POST", API, WISH, look);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).startsWith("{\"error\":");
    assertThat(call("DELETE", at, "", bearer).statusCode()).isEqualTo(204);
    assertThat(watches().all()).isEmpty();
  }

  @Test
  void aFormWithoutTheSessionsTokenDoesNothing() {
    Watch hers = ask(amna, "flood");
    String wrong = "0".repeat(64);
    String at = LIST + "/" + hers.id();
    assertThat(amna.postAs(LIST, wrong, "q", "x").statusCode()).isEqualTo(403);
    assertThat(amna.postAs(at + "/edit", wrong, "q", "x").statusCode()).isEqualTo(403);
    assertThat(amna.postAs(at + "/remove", wrong).statusCode()).isEqualTo(403);
    // A page's session is no program's: what changes something comes by a form.
    assertThat(amna.ask("POST", API, WISH).statusCode()).isEqualTo(403);
    assertThat(amna.ask("DELETE", API + "/" + hers.id(), "").statusCode()).isEqualTo(403);
    HttpResponse<String> elsewhere =
        amna.ask("POST", LIST, "q=x", "Origin", "https://evil.example");
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(watches().all()).containsExactly(hers);
  }

  @Test
  void anAccountThatHasItsFillIsToldSo() {
    for (int n = 0; n < WatchRecords.MOST_OF_AN_OWNER; n++) {
      watches()
          .add(
              new Watch("w" + n, "amna", "sco", "sco", Instant.EPOCH, null, null, null, 0, null),
              List.of());
    }
    HttpResponse<String> full = amna.post(LIST, "q", "one more");
    assertThat(full.statusCode()).isEqualTo(400);
    assertThat(full.body()).contains("amna has 200 standing queries");
    assertThat(ask(li, "mine").owner()).isEqualTo("li");
  }

  @Test
  void whereNobodyHasAnAccountWhoeverSitsThereHasAll() {
    try (var store = Stores.open("jdbc:sqlite:" + folder.resolve("alone.db"));
        var search = LuceneSearch.open(folder.resolve("alone"))) {
      var people = new People(store.journal(), store.shelf(), served.rooms.clock);
      var sessions = new Sessions(people, store.shelf(), served.rooms.clock);
      var tokens = new Tokens(people, store.shelf(), served.rooms.clock);
      var invitations = new Invitations(people, store.shelf(), served.rooms.clock);
      var gate = new Gate(sessions, tokens, true, Set.of());
      var owners = new AccountOwners(gate, people);
      var rules = new WebOptions.Watches(true, url -> Optional.empty(), owners);
      var wing = new PeopleWing(people, sessions, tokens, invitations, store.journal(), gate);
      try (var web =
          new Web(
              store,
              search,
              WebOptions.standard().with(rules),
              served.rooms.clock,
              List.of(wing))) {
        String base = "http://127.0.0.1:" + web.start("127.0.0.1", 0);
        var somebody = new Browsing(base);
        assertThat(somebody.get(LIST).statusCode()).isEqualTo(200);
        assertThat(somebody.ask("POST", API, WISH).statusCode()).as("no origin").isEqualTo(403);
        assertThat(somebody.ask("POST", API, WISH, "Origin", base).statusCode()).isEqualTo(201);
        assertThat(store.watches().all().getFirst().owner()).isNull();
        invitations.accept(
            invitations.invite(People.HOUSE, null, Role.OPERATOR).orRefuse(),
            new Invitations.Newcomer("chief", "chief", Newsrooms.PASSWORD),
            new Invitations.Founding(
                "house", List.of(new Text("House", Lang.EN)), "PK", Organisation.Kind.AGENCY));
        assertThat(somebody.get(LIST).statusCode()).as("now there is one").isEqualTo(303);
        assertThat(somebody.ask("POST", API, WISH, "Origin", base).statusCode()).isEqualTo(401);
      }
    }
  }
}

package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.TaskId;
import org.tabadla.formats.Checked;
import org.tabadla.formats.Checker;
import org.tabadla.formats.Format;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Role;

/// The board of a co-production, the desk, the catalogues, the calendar, notices, changed listings
/// and exports, over real HTTP.
class RoomsForPeopleTest {
  @TempDir Path folder;
  private ServedExchange served;
  private Newsrooms rooms;
  private Browsing sahil;
  private Browsing yundu;

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    rooms = served.rooms;
    sahil = served.signedIn("sahil.desk");
    yundu = served.signedIn("yundu.desk");
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void bothSidesPlanOnOneBoard() {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    String board = "/en/exchange/production/" + made;
    assertThat(sahil.get("/en/exchange/productions").body()).contains(board);
    sahil.get(board);
    HttpResponse<String> planned =
        sahil.post(
            board + "/plan",
            "title",
            "Rough cut",
            "who",
            "yundu",
            "due",
            "2025-07-13T12:00",
            "deliverable",
            "on");
    assertThat(planned.statusCode()).as(planned.body()).isEqualTo(303);
    String task = "/en/exchange/task/" + task(made).id();
    assertThat(yundu.get(board).body()).contains("Rough cut", "Deliverable");
    assertThat(yundu.get("/en/exchange/desk").body()).contains("A task is due", "Rough cut");
    rooms.clock.pass(Duration.ofDays(3));
    assertThat(yundu.get("/en/exchange/desk").body()).contains("A task is late");
    assertThat(yundu.get(board).body()).contains("card urgent");
    assertThat(yundu.post(task + "/move", "to", "DONE").statusCode()).isEqualTo(303);
    assertThat(task(made).stage()).isEqualTo(Production.Stage.DONE);
    String[] shares = {
      "percent-sahil", "60", "countries-sahil", "pk", "percent-yundu", "40", "countries-yundu", "CN"
    };
    sahil.post(board + "/shares", shares);
    assertThat(yundu.get("/en/exchange/desk").body()).contains("Shares wait for your word");
    yundu.post(board + "/shares", shares);
    assertThat(sahil.get(board).body()).contains("Both sides have said the same", "Pakistan");
    sahil.get(board);
    shares[1] = "61";
    assertThat(sahil.post(board + "/shares", shares).statusCode()).isEqualTo(409);
  }

  private Production.Task task(AgreementId made) {
    return rooms.exchange.market().production(made).tasks().getFirst();
  }

  @Test
  void theDeskPutsTheMostUrgentFirstAndCountsItInThePageHead() {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    var plan = new Production.Plan("Script", false, rooms.yundu.organisation(), Instant.EPOCH);
    TaskId task = Production.idFor(made, plan, rooms.clock.instant());
    rooms
        .exchange
        .act(rooms.sahil, Role.EDITOR, task.value(), new Move.Planned(made, plan))
        .orRefuse();
    sahil.get("/en/exchange/agreement/" + made);
    String delivery =
        Browsing.location(
            sahil.upload("/en/exchange/agreement/" + made + "/deliver", "a.mp4", "moving"));
    sahil.get(delivery);
    sahil.post(delivery + "/kill", "reason", "the source withdrew");
    String desk = yundu.get("/en/exchange/desk").body();
    assertThat(desk.indexOf("Kill: acknowledge it"))
        .isPositive()
        .isLessThan(desk.indexOf("A task is late"));
    assertThat(desk).contains("My desk <span class=\"count\">2</span>");
    yundu.get(delivery);
    yundu.post(delivery + "/acknowledge", "notice", "1");
    assertThat(yundu.get("/en/exchange/offers").body())
        .contains("My desk <span class=\"count\">1</span>");
    assertThat(new Browsing(served.base).get("/en/exchange/offers").body())
        .doesNotContain("class=\"count\"");
  }

  @Test
  void aKillIsOnTheNoticesOfTheReceiverUntilSeen() {
    AgreementId made = rooms.agreed(Kind.PROGRAMME);
    rooms
        .exchange
        .kill(
            rooms.sahil,
            rooms.exchange.market().agreement(made).orElseThrow().terms().listing(),
            "wrong")
        .orRefuse();
    rooms.notices.catchUp();
    String page = yundu.get("/ur/exchange/notices").body();
    assertThat(page).contains("منسوخی: استعمال بند کریں", "class=\"urgent\"");
    long newest = rooms.notices.of(rooms.yundu).getFirst().seq();
    yundu.post("/ur/exchange/notices/seen", "upto", String.valueOf(newest));
    assertThat(yundu.get("/ur/exchange/notices").body()).doesNotContain("class=\"urgent\"");
    yundu.post("/ur/exchange/notices/mail", "email", "d@yundu.example", "which", "KILLS");
    assertThat(rooms.notices.wish(rooms.yundu.id()).email()).isEqualTo("d@yundu.example");
    assertThat(yundu.post("/ur/exchange/notices/mail", "email", "a\r\nBcc: x@y").statusCode())
        .isEqualTo(409);
  }

  @Test
  void coursesAndTechnologyStandInCataloguesAndOneEnrolsByOneButton() {
    Core course = Newsrooms.core(Side.OFFER, Kind.TRAINING, "ur", "ڈیٹا صحافت کا کورس", "");
    Listing listing = rooms.exchange.list(rooms.sahil, course).orRefuse();
    list(Side.OFFER, "Subtitling software for cricket broadcasts");
    list(Side.REQUEST, "Wanted: software for cricket archives");
    String page = yundu.get("/ur/exchange/training?level=beginner").body();
    assertThat(page)
        .as("each column has a name")
        .contains("<th")
        .doesNotContainPattern("<th[^>]*></th>");
    assertThat(page).contains("ڈیٹا صحافت کا کورس");
    assertThat(yundu.get("/ur/exchange/training?level=advanced").body())
        .doesNotContain("ڈیٹا صحافت کا کورس");
    HttpResponse<String> enrolled = yundu.post("/ur/exchange/listing/" + listing.id() + "/answer");
    assertThat(Browsing.location(enrolled)).contains("/exchange/talk/");
    assertThat(yundu.get("/en/exchange/technology").body())
        .contains("Subtitling software", "Wanted: software", "Supply", "Demand");
  }

  private Listing list(Side side, String title) {
    return rooms
        .exchange
        .list(rooms.sahil, Newsrooms.core(side, Kind.TECHNOLOGY, "en", title, ""))
        .orRefuse();
  }

  @Test
  void theCalendarShowsItsMonthAndOnlyToWhomItMay() {
    var times = new Core.Times(null, null, Instant.parse("2025-08-31T08:00:00Z"), null, null);
    Core open = Newsrooms.core(Side.OFFER, Kind.COVERAGE, "en", "Summit in Tianjin", "", times, "");
    rooms.exchange.list(rooms.sahil, forYundu(open)).orRefuse();
    String august = "/en/exchange/calendar?month=2025-08";
    assertThat(yundu.get(august).body()).contains("Summit in Tianjin", "August 2025");
    assertThat(yundu.get("/en/exchange/calendar?month=2025-09").body())
        .doesNotContain("Summit in Tianjin");
    assertThat(yundu.get("/en/exchange/calendar.ics").body()).contains("Summit in Tianjin");
    for (Browsing who : List.of(new Browsing(served.base), served.signedIn("lantern.desk"))) {
      assertThat(who.get(august).body()).doesNotContain("Summit");
      assertThat(who.get("/en/exchange/calendar.ics").body()).doesNotContain("Summit");
    }
  }

  @Test
  void theCalendarNamesAListingInTheReadersLanguage() {
    var times = new Core.Times(null, null, Instant.parse("2025-08-31T08:00:00Z"), null, null);
    Core one = Newsrooms.core(Side.OFFER, Kind.COVERAGE, "ur", "تیانجن اجلاس", "", times, "");
    var titles = List.of(one.about().titles().getFirst(), new Text("Tianjin meeting", Lang.EN));
    var about =
        new Core.About(titles, List.of(), List.of(), List.of(), List.of(), List.of("Tianjin"));
    var both =
        new Core(
            one.side(),
            one.kind(),
            one.audience(),
            about,
            one.supply(),
            times,
            one.bargain(),
            one.facet(),
            List.of(),
            null);
    rooms.exchange.list(rooms.sahil, both).orRefuse();
    String page = "/exchange/calendar?month=2025-08";
    assertThat(yundu.get("/en" + page).body()).contains("Tianjin meeting");
    assertThat(yundu.get("/ur" + page).body())
        .contains("تیانجن اجلاس")
        .doesNotContain("Tianjin meeting");
  }

  private Core forYundu(Core open) {
    return new Core(
        open.side(),
        open.kind(),
        new Audience(Audience.Reach.PARTIES, List.of(), List.of(rooms.yundu.organisation())),
        open.about(),
        open.supply(),
        open.times(),
        open.bargain(),
        open.facet(),
        open.assets(),
        null);
  }

  @Test
  void aListingIsChangedWithItsFilesAndItsOwnerSeesTheVersions() {
    sahil.get("/en/exchange/new?kind=NEWS_ITEM");
    HttpResponse<String> made =
        sahil.upload(
            "/en/exchange/new",
            "clip.mp4",
            "moving",
            "side",
            "OFFER",
            "kind",
            "NEWS_ITEM",
            "title-en",
            "Flood pictures",
            "reach",
            "PUBLIC");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    String listing = Browsing.location(made);
    assertThat(sahil.get(listing + "/edit").body()).contains("Flood pictures", "clip.mp4");
    HttpResponse<String> changed =
        sahil.post(
            listing + "/edit", "title-en", "New flood pictures", "files-kept", "on", "topics", "x");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(303);
    assertThat(sahil.get(listing).body()).contains("New flood pictures", "clip.mp4", "Version 2");
    assertThat(yundu.get(listing).body()).contains("clip.mp4").doesNotContain("Version 2");
    sahil.get(listing + "/edit");
    HttpResponse<String> refused = sahil.post(listing + "/edit", "title-en", "");
    assertThat(refused.statusCode()).isEqualTo(409);
    HttpResponse<String> stranger =
        sahil.post(
            listing + "/edit", "title-en", "a", "reach", "PARTIES", "parties", "nobody-here");
    assertThat(stranger.statusCode()).isEqualTo(409);
    assertThat(stranger.body()).contains("There is no such organisation");
  }

  @Test
  void exportsKeepTheirStandards() {
    var checker = new Checker(Instant.parse("2025-07-12T10:00:00Z"));
    for (Kind kind : Kind.values()) {
      var times =
          new Core.Times(
              null,
              Instant.parse("2025-07-13T08:00:00Z"),
              Instant.parse("2025-08-31T08:00:00Z"),
              null,
              null);
      Core core =
          Newsrooms.core(
              Side.OFFER, kind, "ur", "دریا کی کہانی", "پہاڑوں سے ڈیلٹا تک", times, "news only");
      Listing listing = rooms.exchange.list(rooms.sahil, core).orRefuse();
      Map.of(
              "ninjs-3.1", Format.NINJS_3_1,
              "ninjs-2.1", Format.NINJS_2_1,
              "newsml-g2", Format.NEWSML_G2)
          .forEach((name, format) -> {
            HttpResponse<String> answer =
                yundu.get("/ur/exchange/listing/" + listing.id() + "/as/" + name);
            assertThat(answer.body()).contains("دریا کی کہانی");
            Checked checked = checker.check(answer.body().getBytes(StandardCharsets.UTF_8), format);
            assertThat(checked)
                .as("%s %s %s", kind, name, checked)
                .isInstanceOf(Checked.Valid.class);
          });
    }
    List<String> rows = yundu.get("/ur/exchange/offers.csv").body().lines().toList();
    assertThat(rows.getFirst())
        .startsWith("\"uri\",\"version\",\"kind\",\"language\",\"headline\"");
    assertThat(rows).hasSize(1 + Kind.values().length).allMatch(row -> row.split(",").length > 10);
    assertThat(yundu.get("/ur/exchange/offers.csv?kind=LIVE").body().lines()).hasSize(2);
    assertThat(yundu.get("/ur/exchange/requests.csv").body().lines()).hasSize(1);
  }
}

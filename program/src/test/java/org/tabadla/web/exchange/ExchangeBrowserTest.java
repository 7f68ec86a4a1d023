package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.web.Chromium.PHONE;
import static org.tabadla.web.Chromium.WIDE;
import static org.tabadla.web.Chromium.fits;
import static org.tabadla.web.Chromium.picture;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
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
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.Role;
import org.tabadla.web.Chromium;

/// The exchange in a real Chromium: signing in by the form, then every page, wide and on a phone.
/// Writes pictures of them to `target/screenshots`.
class ExchangeBrowserTest {
  @TempDir Path folder;

  @Test
  void pagesAreWholeAndSignedInto() throws IOException {
    try (var served = new ServedExchange(folder, true);
        var chromium = Chromium.open()) {
      List<String> pages = fill(served.rooms);
      for (int width : List.of(WIDE, PHONE)) {
        try (Page page = chromium.page(width)) {
          page.navigate(served.base + "/ur/exchange/desk");
          page.fill("#name", "yundu.desk");
          page.fill("#password", Newsrooms.PASSWORD);
          page.click(".sheet button");
          assertThat(page.url()).endsWith("/ur/exchange/desk");
          assertThat(page.content()).contains("منسوخی");
          for (String path : pages) {
            page.navigate(served.base + path);
            fits(page, path + " " + width);
            picture(page, path, width);
          }
          standingQueries(page, served.base, width);
        }
      }
    }
  }

  /// Hers are asked for, changed and removed by the page's own forms.
  private static void standingQueries(Page page, String base, int width) {
    page.navigate(base + "/ur/watches");
    page.fill("#watch-q", "سیلاب lang:ur");
    page.fill("#watch-webhook", "https://desk.example/hook");
    page.click(".ask button");
    page.click(".watches li a[href$='/edit']");
    assertThat(page.inputValue("#watch-q")).isEqualTo("سیلاب lang:ur");
    fits(page, page.url());
    picture(page, "/ur/watches/edit", width);
    page.fill("#watch-title", "دریا اور سیلاب");
    page.click(".ask button");
    assertThat(page.url()).endsWith("/ur/watches");
    assertThat(page.locator(".watches h2").innerText()).isEqualTo("دریا اور سیلاب");
    fits(page, page.url());
    picture(page, "/ur/watches/own", width);
    page.click(".watches button");
    assertThat(page.locator(".watches li").count()).isZero();
  }

  /// An offer that is agreed on, delivered and killed; and a request that another offer meets.
  private static List<String> fill(Newsrooms rooms) throws IOException {
    Listing offer =
        list(
            rooms,
            Side.OFFER,
            "ur",
            "دریا کے ساتھ ساتھ: دستاویزی فلم",
            "پہاڑوں سے ڈیلٹا تک پانی کی کہانی۔");
    Listing wanted =
        rooms
            .exchange
            .list(
                rooms.yundu,
                Newsrooms.core(Side.REQUEST, Kind.PROGRAMME, "zh", "寻求关于水利与气候的纪录片", "周末国际纪录片时段。"))
            .orRefuse();
    Talk talk = rooms.exchange.begin(rooms.yundu, offer.id(), wanted.id()).orRefuse();
    rooms.exchange.say(rooms.yundu, talk.id(), new Text("能否提供英文字幕？", new Lang("zh"))).orRefuse();
    rooms.exchange.say(rooms.sahil, talk.id(), new Text("جی ہاں، تیار ہیں۔", Lang.UR)).orRefuse();
    var terms =
        new DealTerms(
            talk.id(),
            1,
            offer.id(),
            talk.provider(),
            talk.receiver(),
            "دریا کے ساتھ ساتھ",
            "صرف خبر میں، 48 گھنٹے",
            Core.Consideration.EXCHANGE,
            "峰会直播信号",
            rooms.clock.instant().plusSeconds(86_400));
    rooms.exchange.propose(rooms.sahil, talk.id(), terms).orRefuse();
    rooms.exchange.sign(rooms.yundu, talk.id(), 1, terms.hash()).orRefuse();
    rooms.exchange.sign(rooms.sahil, talk.id(), 1, terms.hash()).orRefuse();
    Agreement agreement = rooms.exchange.market().agreement(terms.agreement()).orElseThrow();
    var film = new ByteArrayInputStream("film".getBytes(StandardCharsets.UTF_8));
    var kept = ((Vault.Taken.Whole) rooms.deliveries.vault().take(film, 9)).kept();
    var asset = new Core.Asset("پہلی قسط.mp4", "video/mp4", kept.bytes(), kept.sha256());
    Delivery sent =
        rooms.deliveries.deliver(rooms.sahil, agreement.id(), List.of(asset), "", null).orRefuse();
    rooms.deliveries.kill(rooms.sahil, sent.id(), "ماخذ نے بیان واپس لے لیا").orRefuse();
    AgreementId made = planned(rooms);
    rooms.notices.catchUp();
    return pages(made, wanted, talk, agreement, sent);
  }

  private static List<String> pages(
      AgreementId made, Listing wanted, Talk talk, Agreement agreement, Delivery sent) {
    return List.of(
        "/ur/exchange/productions",
        "/ur/exchange/production/" + made,
        "/zh/exchange/production/" + made,
        "/ur/exchange/training",
        "/ur/exchange/technology",
        "/ur/exchange/calendar?month=2025-07",
        "/ru/exchange/calendar?month=2025-07",
        "/ur/exchange/notices",
        "/ur/exchange/listing/" + wanted.id() + "/edit",
        "/ur/exchange/desk",
        "/ur/exchange/offers",
        "/ur/exchange/listing/" + wanted.id(),
        "/ur/exchange/new?side=OFFER&kind=PROGRAMME",
        "/ur/exchange/talk/" + talk.id(),
        "/en/exchange/agreement/" + agreement.id(),
        "/zh/exchange/delivery/" + sent.id(),
        "/ru/exchange/trail",
        "/ur/people/organisation/yundu",
        "/ur/people/me");
  }

  /// A co-production with tasks in each column, a course and technology of both sides.
  private static AgreementId planned(Newsrooms rooms) {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    Instant now = rooms.clock.instant();
    task(rooms, made, rooms.sahil, "پہلی قسط کا مسودہ", now.plusSeconds(200_000));
    task(rooms, made, rooms.yundu, "黄河外景拍摄 (4K)", now.minusSeconds(90_000));
    TaskId cut = task(rooms, made, rooms.yundu, "英文字幕 SRT", null);
    rooms
        .exchange
        .act(rooms.yundu, Role.EDITOR, cut.value(), new Move.TaskMoved(Production.Stage.UNDER_WAY))
        .orRefuse();
    var times = new Core.Times(null, null, now.plusSeconds(300_000), null, null);
    for (Kind kind : List.of(Kind.TRAINING, Kind.TECHNOLOGY, Kind.COVERAGE)) {
      Core core =
          Newsrooms.core(
              Side.OFFER, kind, "ur", "صحافت کی تربیت اور موسمیاتی رپورٹنگ", "", times, "");
      rooms.exchange.list(rooms.sahil, core).orRefuse();
    }
    Core wanted =
        Newsrooms.core(Side.REQUEST, Kind.TECHNOLOGY, "zh", "寻求新闻业人工智能字幕技术", "", times, "");
    rooms.exchange.list(rooms.yundu, wanted).orRefuse();
    return made;
  }

  private static TaskId task(
      Newsrooms rooms, AgreementId made, Account who, String title, @Nullable Instant due) {
    var plan = new Production.Plan(title, true, who.organisation(), due);
    TaskId id = Production.idFor(made, plan, rooms.clock.instant());
    rooms
        .exchange
        .act(rooms.sahil, Role.EDITOR, id.value(), new Move.Planned(made, plan))
        .orRefuse();
    return id;
  }

  private static Listing list(Newsrooms rooms, Side side, String lang, String title, String more) {
    return rooms
        .exchange
        .list(rooms.sahil, Newsrooms.core(side, Kind.PROGRAMME, lang, title, more))
        .orRefuse();
  }
}

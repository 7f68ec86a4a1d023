package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.web.Chromium.PHONE;
import static org.tabadla.web.Chromium.WIDE;
import static org.tabadla.web.Chromium.fits;
import static org.tabadla.web.Chromium.isUnclipped;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.register.Alerts;
import org.tabadla.register.Commitment;
import org.tabadla.register.PageWatches;
import org.tabadla.register.Promised;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.web.register.RegisterWing;
import org.tabadla.web.register.Watching;

/// The register in a real Chromium, wide and on a phone; a person corrects, undoes, splits, joins
/// and watches. Writes pictures of it to `target/screenshots`.
@SuppressWarnings("NullAway.Init") // all is set before the first test
class RegisterBrowserTest {
  @TempDir static Path folder;

  private static @Nullable Chromium chromium;
  private static @Nullable Web web;
  private static Store store;
  private static Search search;
  private static Register register;
  private static String base;

  @BeforeAll
  static void open() throws Exception {
    chromium = Chromium.open();
    store = Fixture.store(folder);
    search = Fixture.search(folder, store);
    register = new Register(store.journal(), Fixture.CLOCK);
    fill();
    var who = new Loopback();
    var alerts =
        new Alerts(
            register,
            new PageWatches(store.shelf(), owner -> false),
            store.journal(),
            store.shelf(),
            Fixture.CLOCK.withZone(ZoneOffset.UTC));
    var wing =
        new RegisterWing(
            register,
            who,
            new Watching(alerts, _ -> Optional.empty(), who, _ -> Optional.empty()),
            Fixture.CLOCK);
    web = new Web(store, search, WebOptions.standard(), Fixture.CLOCK, List.of(wing));
    base = "http://127.0.0.1:" + web.start("127.0.0.1", 0);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (web != null) {
      web.close();
      search.close();
      store.close();
    }
  }

  private static void fill() {
    register.file(
        List.of(
            Promised.by(
                    "The Lantern",
                    "en",
                    "2025-03-01",
                    Status.AGREED,
                    "Pakistan and China agreed in Beijing on a loan of 200 million dollars for a"
                        + " dam at Mohmand, the first part of it by June 2025")
                .between("Pakistan=country:PK", "China=country:CN")
                .of("200000000")
                .dueBy("2025-06-30")
                .made(),
            Promised.by(
                    "روزنامہ ساحل",
                    "ur",
                    "2025-03-02",
                    Status.SIGNED,
                    "پاکستان اور چین نے بیجنگ میں مہمند ڈیم کے لیے 210 ملین ڈالر کے قرض کے معاہدے پر دستخط کیے")
                .between("پاکستان=country:PK", "چین=country:CN")
                .of("210000000")
                .dueBy("2025-06")
                .made(),
            Promised.by(
                    "Караван",
                    "ru",
                    "2025-03-04",
                    Status.DENIED,
                    "Пакистан и Китай опровергли кредит в 200 млн долларов на плотину Моманд")
                .between("Китай=country:CN", "Пакистан=country:PK")
                .of("200000000")
                .made()));
  }

  private static Commitment commitment() {
    return register.list(Shelf.ALL, null, 1).getFirst();
  }

  private static Page page(int width) {
    return Objects.requireNonNull(chromium).page(width);
  }

  private static void picture(Page page, String name) {
    Chromium.picture(page, "register/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ur", "en", "zh", "ru"})
  void pagesAreWholeWideAndOnAPhone(String ui) {
    Map<String, String> paths =
        Map.of(
            "board", "/register",
            "map", "/register/map",
            "pair", "/register/pair/CN-PK",
            "party", "/register/party/country:PK",
            "silent", "/register/silent",
            "commitment", "/register/c/" + commitment().id(),
            "watches", "/register/watches");
    boolean all = ui.equals("ur");
    for (int width : all ? List.of(WIDE, PHONE) : List.of(PHONE)) {
      for (var each : paths.entrySet()) {
        if (!all && !each.getKey().equals("commitment") && !each.getKey().equals("party")) {
          continue;
        }
        try (Page page = page(width)) {
          var elsewhere = new ArrayList<String>();
          page.onRequest(request -> {
            if (!request.url().startsWith(base)) {
              elsewhere.add(request.url());
            }
          });
          page.navigate(base + "/" + ui + each.getValue());
          String name = ui + "-" + each.getKey() + (width == WIDE ? "" : "-phone");
          picture(page, name);
          fits(page, name);
          isUnclipped(page, name);
          assertThat(elsewhere).as(name).isEmpty();
        }
      }
    }
  }

  @Test
  void aPersonCorrectsUndoesAndWatches() {
    try (Page page = page(WIDE)) {
      page.navigate(base + "/en/register/c/" + commitment().id());
      page.getByText("Desk: confirm, correct, split, join").click();
      page.locator("#correct-field").selectOption("status");
      page.locator("#correct-value").fill("discussed");
      page.locator("#correct-note").fill("the verb is talked");
      page.getByRole(AriaRole.BUTTON, named("Correct")).click();
      assertThat(page.locator(".notice").first().innerText()).contains("discussed");
      picture(page, "walk-corrected");
      page.getByText("Audit trail").click();
      page.getByRole(AriaRole.BUTTON, named("Undo")).click();
      assertThat(page.locator(".notice").count()).isZero();
      page.getByText("Watch this page").first().click();
      page.locator("#watch-email").fill("reader@desk.example");
      page.getByRole(AriaRole.BUTTON, named("Watch this page")).click();
      assertThat(page.locator(".watches").innerText()).contains("reader@desk.example");
      picture(page, "walk-watched");
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}

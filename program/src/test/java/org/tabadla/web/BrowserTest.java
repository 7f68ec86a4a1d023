package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.web.Chromium.PHONE;
import static org.tabadla.web.Chromium.WIDE;
import static org.tabadla.web.Chromium.fits;
import static org.tabadla.web.Chromium.isUnclipped;
import static org.tabadla.web.Chromium.picture;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages in a real Chromium. Writes pictures of them to `target/screenshots`.
class BrowserTest {
  private static final String LOADED =
      "async (font) => { await document.fonts.ready; return [...document.fonts]"
          + ".some(f => f.family.includes(font) && f.status === 'loaded'); }";

  private static final String LINE_HEIGHT =
      "() => { const s = getComputedStyle(document.querySelector('h1:not(.unseen), .headline a'));"
          + " return parseFloat(s.lineHeight) / parseFloat(s.fontSize); }";

  @TempDir static Path folder;

  private static @Nullable Served served;
  private static @Nullable Chromium chromium;
  private static String base;

  @BeforeAll
  static void open() throws Exception {
    chromium = Chromium.open();
    served =
        Served.in(
            folder,
            WebOptions.standard().with(new WebOptions.Watches(true, url -> Optional.empty())));
    var desk =
        new WatchDesk(served.store(), served.search(), url -> Optional.empty(), Fixture.CLOCK);
    desk.add(new WatchDesk.Asked("digital", "", "https://desk.example/hook", ""));
    base = served.base();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (served != null) {
      served.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ur, front, rtl, Nastaliq",
    "ur, article, rtl, Nastaliq",
    "ur, story, rtl, Naskh",
    "ur, watches, rtl, Nastaliq",
    "ur, trends, rtl, Nastaliq",
    "ur, name, rtl, Naskh",
    "ur, topic, rtl, Naskh",
    "ur, quotes, rtl, Nastaliq",
    "en, watches, ltr, Naskh",
    "en, front, ltr, Nastaliq",
    "en, article, ltr, Nastaliq",
    "en, story, ltr, Nastaliq",
  })
  void pagesAreWholeInTheirLanguage(String ui, String kind, String dir, String font) {
    for (int width : List.of(WIDE, PHONE)) {
      try (Page page = page(width, ColorScheme.LIGHT)) {
        var seen = new Seen(page);
        page.navigate(base + "/" + ui + path(kind));
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo(dir);
        assertThat(page.evaluate(LOADED, font)).as("%s loaded", font).isEqualTo(true);
        fits(page, kind);
        isUnclipped(page, kind);
        picture(page, ui + "-" + kind + (width == WIDE ? "" : "-phone"));
        assertThat(seen.complaints).isEmpty();
        assertThat(seen.elsewhere).isEmpty();
      }
    }
  }

  @Test
  void urduHeadlinesHaveRoomForNastaliq() {
    try (Page page = page(WIDE, ColorScheme.DARK)) {
      page.navigate(base + "/ur" + path("article"));
      assertThat(((Number) page.evaluate(LINE_HEIGHT)).doubleValue()).isGreaterThanOrEqualTo(2.2);
      picture(page, "ur-article-dark");
    }
  }

  @Test
  void otherPagesAreWhole() {
    for (String path :
        List.of(
            "/ur/sources",
            "/en/source/sahil.example",
            "/ur/search?q=12",
            "/ur/nowhere",
            "/ur/article/" + Fixture.id("sahil-flood") + "/versions",
            "/en/article/" + Fixture.id("harbor-hostile"))) {
      try (Page page = page(PHONE, ColorScheme.LIGHT)) {
        var seen = new Seen(page);
        page.navigate(base + path);
        fits(page, path);
        isUnclipped(page, path);
        picture(page, path.replaceAll("\\W+", "-").substring(1));
        assertThat(seen.elsewhere).isEmpty();
      }
    }
  }

  /// As while they are on their way, and where they never arrive.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "front",
        "article",
        "story",
        "watches",
        "trends",
        "name",
        "topic",
        "quotes",
        "versions"
      })
  void pagesAreWholeWithoutTheirFonts(String kind) {
    for (String ui : List.of("ur", "en")) {
      try (Page page = page(PHONE, ColorScheme.LIGHT)) {
        page.route("**/*.woff2", Route::abort);
        page.navigate(base + "/" + ui + path(kind));
        fits(page, kind);
        isUnclipped(page, kind);
        picture(page, "fontless-" + ui + "-" + kind);
      }
    }
  }

  @Test
  void theKeyboardReachesTheContentFirst() {
    try (Page page = page(WIDE, ColorScheme.LIGHT)) {
      page.navigate(base + "/ur/");
      page.keyboard().press("Tab");
      assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
    }
  }

  @Test
  void theKeyboardOpensAStorysOtherOutlets() {
    try (Page page = page(WIDE, ColorScheme.LIGHT)) {
      page.navigate(base + "/ur/");
      page.locator(".others > summary").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".others").first().getAttribute("open")).isNotNull();
      picture(page, "ur-front-open");
    }
  }

  @Test
  void aStandingQueryIsAddedAndRemovedInTheBrowser() {
    try (Page page = page(PHONE, ColorScheme.LIGHT)) {
      page.navigate(base + "/en/watches");
      page.locator("#watch-q").fill("flood");
      page.locator("form.ask button").click();
      assertThat(page.locator(".watches").innerText()).contains("flood");
      page.locator(".watches li", new Page.LocatorOptions().setHasText("flood"))
          .locator("button")
          .click();
      assertThat(page.locator(".watches").innerText()).doesNotContain("flood");
    }
  }

  private static String path(String kind) {
    return switch (kind) {
      case "front" -> "/";
      case "article" -> "/article/" + Fixture.id("fajr-forum");
      case "watches", "trends" -> "/" + kind;
      case "name" -> "/name/org:sco";
      case "quotes" -> "/name/org:sco/quotes";
      case "topic" -> "/topic/medtop:04000000";
      case "versions" -> "/article/" + Fixture.id("sahil-flood") + "/versions";
      case "story" -> "/story/" + Fixture.story("fajr-forum");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Page page(int width, ColorScheme scheme) {
    return Objects.requireNonNull(chromium)
        .page(width, new Browser.NewPageOptions().setColorScheme(scheme));
  }

  /// What a page complained of and whom it asked beside us.
  private static final class Seen {
    final List<String> complaints = new ArrayList<>();
    final List<String> elsewhere = new ArrayList<>();

    Seen(Page page) {
      page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
      page.onPageError(complaints::add);
      page.onRequest(request -> {
        if (!request.url().startsWith(base + "/")) {
          elsewhere.add(request.url());
        }
      });
    }
  }
}

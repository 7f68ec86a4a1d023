package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages in a real Chromium. Writes pictures of them to `target/screenshots`.
class BrowserTest {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final int WIDE = 1200;
  private static final int PHONE = 390;
  private static final int HEIGHT = 900;

  /// Elements whose text is higher than their box and that do not let it show.
  static final String CLIPPED =
      """
      () => [...document.querySelectorAll('body *')]
        .filter(e => !e.matches('.unseen, .skip, option, select, input'))
        .filter(e => {
          const over = getComputedStyle(e).overflowY;
          return over !== 'visible' && e.scrollHeight > e.clientHeight + 1;
        })
        .map(e => e.outerHTML.slice(0, 120))
      """;

  static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final String LOADED =
      "async (font) => { await document.fonts.ready; return [...document.fonts]"
          + ".some(f => f.family.includes(font) && f.status === 'loaded'); }";

  private static final String LINE_HEIGHT =
      "() => { const s = getComputedStyle(document.querySelector('h1:not(.unseen), .headline a'));"
          + " return parseFloat(s.lineHeight) / parseFloat(s.fontSize); }";

  @TempDir static Path folder;

  private static @Nullable Served served;
  private static Playwright playwright;
  private static Browser browser;
  private static String base;

  @BeforeAll
  static void open() throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "skipped: no Chromium on the PATH (" + NAMES + ")");
    served =
        Served.in(
            folder,
            WebOptions.standard().with(new WebOptions.Watches(true, url -> Optional.empty())));
    var desk =
        new WatchDesk(served.store(), served.search(), url -> Optional.empty(), Fixture.CLOCK);
    desk.add(new WatchDesk.Asked("digital", "", "https://desk.example/hook", ""));
    base = served.base();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
    if (served != null) {
      served.close();
    }
  }

  static Optional<Path> chromium() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .flatMap(dir -> NAMES.stream().map(name -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
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
        assertThat(((Number) page.evaluate(TOO_WIDE)).intValue()).as("too wide").isZero();
        assertThat((List<?>) page.evaluate(CLIPPED)).as("clipped").isEmpty();
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
        assertThat(((Number) page.evaluate(TOO_WIDE)).intValue()).as(path).isZero();
        assertThat((List<?>) page.evaluate(CLIPPED)).as(path).isEmpty();
        picture(page, path.replaceAll("\\W+", "-").substring(1));
        assertThat(seen.elsewhere).isEmpty();
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
      case "story" -> "/story/" + Fixture.story("fajr-forum");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Page page(int width, ColorScheme scheme) {
    return browser.newPage(
        new Browser.NewPageOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
  }

  private static void picture(Page page, String name) {
    page.evaluate("async () => { await document.fonts.ready; }");
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
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

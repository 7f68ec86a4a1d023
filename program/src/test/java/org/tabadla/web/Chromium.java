package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The system's Chromium for tests, which are skipped where there is none. Pictures of pages go to
/// `target/screenshots`.
public final class Chromium implements AutoCloseable {
  /// Widths of windows, in points.
  public static final int WIDE = 1200;

  public static final int PHONE = 390;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int HEIGHT = 900;
  private static final Path PICTURES = Path.of("target", "screenshots");

  /// What reaches beyond the window of a page that needs scrolling sideways: the points over, then
  /// the elements. Nothing of a page that fits.
  private static final String TOO_WIDE =
      """
      () => {
        const root = document.documentElement;
        const over = root.scrollWidth - root.clientWidth;
        return over === 0 ? [] : [over, ...[...document.querySelectorAll('body *')]
          .filter(e => {
            const box = e.getBoundingClientRect();
            return box.left < -1 || box.right > root.clientWidth + 1
              || e.scrollWidth > e.clientWidth + 1;
          })
          .map(e => e.outerHTML.slice(0, 120))];
      }
      """;

  /// Elements whose text is higher than their box and that do not let it show.
  private static final String CLIPPED =
      """
      () => [...document.querySelectorAll('body *')]
        .filter(e => !e.matches('.unseen, .skip, option, select, input'))
        .filter(e => {
          const over = getComputedStyle(e).overflowY;
          return over !== 'visible' && e.scrollHeight > e.clientHeight + 1;
        })
        .map(e => e.outerHTML.slice(0, 120))
      """;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path tool) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(tool)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /// Starts it, or skips the test where there is none.
  public static Chromium open() {
    Optional<Path> tool = tool();
    assumeTrue(tool.isPresent(), "skipped: no Chromium on the PATH (" + NAMES + ")");
    return new Chromium(tool.orElseThrow());
  }

  private static Optional<Path> tool() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .flatMap(dir -> NAMES.stream().map(name -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public Page page(int width) {
    return page(width, new Browser.NewPageOptions());
  }

  public Page page(int width, Browser.NewPageOptions options) {
    return browser.newPage(options.setViewportSize(width, HEIGHT));
  }

  /// A window of another size for a page that is there.
  public static void resize(Page page, int width) {
    page.setViewportSize(width, HEIGHT);
  }

  /// Asserts that a page needs no scrolling sideways.
  public static void fits(Page page, String name) {
    assertThat((List<?>) page.evaluate(TOO_WIDE)).as("%s too wide", name).isEmpty();
  }

  /// Asserts that no text is cut off.
  public static void isUnclipped(Page page, String name) {
    assertThat((List<?>) page.evaluate(CLIPPED)).as("%s clipped", name).isEmpty();
  }

  /// Takes a picture of the whole page.
  ///
  /// @param name of the file, without its ending
  public static void picture(Page page, String name) {
    page.evaluate("async () => { await document.fonts.ready; }");
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  /// Likewise, named after the page's address without ids; that of a phone apart.
  public static void picture(Page page, String path, int width) {
    String plain = path.replaceAll("([a-z]-?)[0-9a-f]{16}", "").replaceAll("\\W+", "-");
    picture(page, plain.replaceAll("^-|-$", "") + (width == WIDE ? "" : "-phone"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}

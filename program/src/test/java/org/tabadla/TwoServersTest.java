package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tabadla.web.Chromium.WIDE;

import com.microsoft.playwright.Page;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.web.Chromium;

/// Two newsrooms, each with a server of its own, meet and exchange a film as people would: in
/// Chromium, page by page, with `kill -9` at either end while two gigabytes are on their way.
/// Writes pictures of every step to `target/screenshots/two-servers`.
class TwoServersTest {
  private static final long FILM_BYTES = Long.getLong("tabadla.film-bytes", 2_000_000_000L);
  private static final long ROOM_BYTES = 5 * FILM_BYTES;
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern LINK =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+(\\S*/invite/\\S+)");

  @TempDir Path folder;
  private final List<Server> servers = new ArrayList<>();
  private Chromium chromium;
  private Server margalla;
  private Server yundu;
  private int step;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(
        folder.toFile().getUsableSpace() > ROOM_BYTES,
        "skipped: less than " + ROOM_BYTES + " bytes of room for the film");
    chromium = Chromium.open();
    margalla = new Server("margalla");
    yundu = new Server("yundu");
  }

  /// One server as a process of its own.
  private final class Server {
    final Path data;
    final int port;
    private final Path said;
    private Process process;

    Server(String name) throws IOException {
      data = Files.createDirectories(folder.resolve(name));
      said = folder.resolve(name + ".out");
      try (var free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      process = start();
      servers.add(this);
    }

    private Process start() throws IOException {
      ProcessBuilder builder = ServerProcess.of(data, port, said, "-Xmx256m");
      builder.environment().put("TABADLA_FETCH_ALLOWED_HOSTS", "127.0.0.1");
      return builder.start();
    }

    String base() {
      return "http://127.0.0.1:" + port;
    }

    String said() {
      try {
        return Files.exists(said) ? Files.readString(said) : "";
      } catch (IOException e) {
        return "";
      }
    }

    /// The link by which the first operator comes in.
    String invitation() {
      until("the invitation of " + data, () -> LINK.matcher(said()).find());
      Matcher link = LINK.matcher(said());
      return link.find() ? base() + link.group(1) : "";
    }

    /// `kill -9`, and up again.
    void killAndStart() throws Exception {
      process.destroyForcibly().waitFor();
      int before = said().length();
      process = start();
      until("the server again", () -> said().substring(before).contains("Tabadla is at"));
    }

    /// How much of the film lies here.
    long come() {
      try (var files = Files.walk(data.resolve("files"))) {
        return files.filter(Files::isRegularFile).mapToLong(TwoServersTest::size).sum();
      } catch (IOException | java.io.UncheckedIOException e) {
        return 0;
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  @AfterEach
  void shut() {
    servers.forEach(each -> each.process.destroyForcibly());
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void aFilmGoesFromOneHouseToTheOther() throws Exception {
    try (Page here = chromium.page(WIDE);
        Page there = chromium.page(WIDE)) {
      for (Page page : List.of(here, there)) {
        page.setDefaultTimeout(60_000);
      }
      theyComeIn(here, there);
      theyMeet(here, there);
      String talk = theyMatchAndTalk(here, there);
      String agreement = theySign(here, there, talk);
      String delivery = theFilmGoesOver(here, there, agreement);
      itIsCorrectedAndKilled(here, there, delivery);
      bothKeepTheSame(here, there, agreement, delivery);
    }
  }

  private void theyComeIn(Page here, Page there) {
    found(here, margalla, "ur", "margalla", "مارگلہ ٹی وی", "PK");
    found(there, yundu, "zh", "yundu", "云渡电视台", "CN");
  }

  private void found(Page page, Server server, String lang, String id, String name, String land) {
    page.navigate(server.invitation().replaceFirst("/(en|ur)/people", "/" + lang + "/people"));
    page.fill("#id", id + ".desk");
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.fill("#organisation", id);
    page.fill("#name-" + lang, name);
    page.fill("#country", land);
    page.selectOption("#kind", "BROADCASTER");
    send(page, ".sheet button");
    assertThat(page.url()).endsWith("/exchange/desk");
    picture(page, "desk-" + id);
  }

  /// Each reads its words to the other; the test is the telephone.
  private void theyMeet(Page here, Page there) {
    String ours = words(here, margalla, "ur");
    String theirs = words(there, yundu, "zh");
    meet(here, yundu, "yundu", theirs);
    meet(there, margalla, "margalla", ours);
    picture(here, "partners-margalla");
    picture(there, "partners-yundu");
  }

  private static String words(Page page, Server server, String lang) {
    page.navigate(server.base() + "/" + lang + "/exchange/partners");
    return page.locator(".spoken").first().innerText();
  }

  private void meet(Page page, Server other, String id, String words) {
    page.fill("#address", other.base());
    send(page, "form[action$='/partners/look'] button");
    page.fill("form[action$='/partners/meet'] input[name=heard]", words);
    picture(page, "meeting-" + id);
    send(page, "form[action$='/partners/meet'] button");
    assertThat(page.locator("#partner-" + id).count()).isOne();
  }

  private String theyMatchAndTalk(Page here, Page there) {
    there.navigate(yundu.base() + "/zh/exchange/new?side=REQUEST&kind=PROGRAMME");
    there.fill("#title-zh", "寻求关于河流与气候变化的纪录片");
    there.fill("#summary-zh", "周末国际纪录片时段，每集四十五分钟左右。");
    there.fill("#facet-episodes", "3");
    there.fill("#facet-minutes", "45");
    send(there, "form.sheet button");
    String wanted = there.url();
    here.navigate(margalla.base() + "/ur/exchange/new?side=OFFER&kind=PROGRAMME");
    here.fill("#title-ur", "دریا کے ساتھ ساتھ: دستاویزی فلم");
    here.fill("#summary-ur", "پہاڑوں سے سمندر تک ایک دریا اور موسمیاتی تبدیلی کی کہانی۔");
    here.fill("#facet-episodes", "3");
    here.fill("#facet-minutes", "45");
    here.fill("#rights", "صرف خبر میں، 48 گھنٹے");
    send(here, "form.sheet button");
    String offer = here.url();

    reload(there, wanted, ".met");
    assertThat(there.locator(".met").first().innerText()).contains("دریا کے ساتھ ساتھ");
    assertThat(there.locator(".met .reason").count()).as("reasons").isPositive();
    picture(there, "match-yundu");
    reload(here, offer, ".met");
    assertThat(here.locator(".met").first().innerText()).contains("寻求关于河流与气候变化的纪录片");
    picture(here, "match-margalla");

    send(there, ".met form[action$='/answer'] button");
    String talk = there.url().replaceFirst(".*/exchange/", "/exchange/");
    there.fill("#words", "能否提供中文字幕？");
    send(there, "form[action$='/say'] button");
    reload(here, margalla.base() + "/ur" + talk, ".messages .theirs");
    here.fill("#words", "جی ہاں، چینی زبان میں ذیلی عنوانات تیار ہیں۔");
    send(here, "form[action$='/say'] button");
    reload(there, yundu.base() + "/zh" + talk, ".messages .theirs");
    picture(there, "talk-yundu");
    return talk;
  }

  private String theySign(Page here, Page there, String talk) {
    here.navigate(margalla.base() + "/ur" + talk);
    here.fill("#subject", "دریا کے ساتھ ساتھ، تین قسطیں");
    here.fill("#rights", "صرف خبر میں، 48 گھنٹے");
    here.fill("#inreturn", "سربراہی اجلاس کی براہ راست تصویر");
    here.check("input[name=register]");
    send(here, "form[action$='/propose'] button");
    picture(here, "terms-margalla");
    reload(there, yundu.base() + "/zh" + talk, "form[action$='/sign']");
    send(there, "form[action$='/sign'] button");
    picture(there, "signed-by-one");
    here.navigate(margalla.base() + "/ur" + talk);
    send(here, "form[action$='/sign'] button");
    String agreement = here.url().replaceFirst(".*/exchange/", "/exchange/");
    assertThat(agreement).startsWith("/exchange/agreement/");
    reload(there, yundu.base() + "/zh" + agreement, ".rows");
    picture(here, "agreement-margalla");
    picture(there, "agreement-yundu");
    return agreement;
  }

  private String theFilmGoesOver(Page here, Page there, String agreement) throws Exception {
    Path film = film();
    here.navigate(margalla.base() + "/ur" + agreement);
    here.setInputFiles("#files", film);
    here.fill("#note", "پہلی قسط");
    here.click("form[action$='/deliver'] button");
    here.waitForURL("**/exchange/delivery/**");
    String delivery = here.url().replaceFirst(".*/exchange/", "/exchange/");
    picture(here, "delivered-margalla");

    reload(there, yundu.base() + "/zh" + delivery + "/coming", "form[action$='/fetch']");
    send(there, "form[action$='/fetch'] button");
    killed(yundu, 0.1);
    killed(yundu, 0.35);
    killed(margalla, 0.55);
    killed(yundu, 0.75);
    there.navigate(yundu.base() + "/zh" + delivery + "/coming");
    picture(there, "coming-yundu");
    reload(there, yundu.base() + "/zh" + delivery + "/coming", "#file-0 a[download]");
    picture(there, "come-yundu");
    assertThat(yundu.come()).isEqualTo(FILM_BYTES);
    reload(here, margalla.base() + "/ur" + delivery, ".receipts li");
    picture(here, "receipt-margalla");
    return delivery;
  }

  /// Kills a server when so much of the film has come to the receiver.
  private void killed(Server server, double share) throws Exception {
    until("so much of the film: " + share, () -> yundu.come() >= share * FILM_BYTES);
    assertThat(yundu.come()).as("killed before the end").isLessThan(FILM_BYTES);
    long before = yundu.come();
    server.killAndStart();
    assertThat(yundu.come()).as("what had come is kept").isGreaterThanOrEqualTo(before);
  }

  private void itIsCorrectedAndKilled(Page here, Page there, String delivery) throws Exception {
    Path better = Files.writeString(folder.resolve("better.mp4"), "better sound");
    here.navigate(margalla.base() + "/ur" + delivery);
    here.fill("form[action$='/correct'] input[name=reason]", "آواز درست کر دی گئی");
    here.setInputFiles("form[action$='/correct'] input[type=file]", better);
    send(here, "form[action$='/correct'] button");
    reload(there, yundu.base() + "/zh" + delivery, "form[action$='/acknowledge']");
    picture(there, "corrected-yundu");
    send(there, "form[action$='/acknowledge'] button");

    here.navigate(margalla.base() + "/ur" + delivery);
    here.fill("form[action$='/kill'] input[name=reason]", "ماخذ نے اجازت واپس لے لی");
    send(here, "form[action$='/kill'] button");
    picture(here, "killed-margalla");
    reload(there, yundu.base() + "/zh" + delivery, ".urgent form[action$='/acknowledge']");
    there.navigate(yundu.base() + "/zh/exchange/desk");
    assertThat(there.locator(".urgent").count()).isPositive();
    picture(there, "kill-on-the-desk");
    there.navigate(yundu.base() + "/zh" + delivery);
    send(there, ".urgent form[action$='/acknowledge'] button");
    assertThat(there.locator("form[action$='/acknowledge']").count()).isZero();
    until(
        "the acknowledgement at the sender's",
        () -> {
          here.navigate(margalla.base() + "/ur" + delivery);
          return here.locator("[role=alert]").count() == 0;
        });
    picture(here, "closed-margalla");
  }

  /// What is owed and what was done is the same on both sides, and in both public registers.
  private void bothKeepTheSame(Page here, Page there, String agreement, String delivery) {
    here.navigate(margalla.base() + "/ur" + agreement);
    send(here, "form[action$='/kept'] button");
    here.navigate(margalla.base() + "/en" + agreement);
    String owed = here.locator(".rows").first().innerText();
    assertThat(owed).contains("kept").doesNotContain("open");
    until(
        "the same commitments at " + yundu.base(),
        () -> {
          there.navigate(yundu.base() + "/en" + agreement);
          return there.locator(".rows").first().innerText().equals(owed);
        });
    here.navigate(margalla.base() + "/en" + delivery);
    there.navigate(yundu.base() + "/en" + delivery);
    assertThat(here.locator(".urgent time").first().getAttribute("datetime"))
        .isEqualTo(there.locator(".urgent time").first().getAttribute("datetime"));
    reload(here, margalla.base() + "/ur/register/all", "a[href*='/register/c/']");
    reload(there, yundu.base() + "/zh/register/all", "a[href*='/register/c/']");
    for (Page page : List.of(here, there)) {
      send(page, "a[href*='/register/c/']");
      assertThat(page.content()).contains("دریا کے ساتھ ساتھ، تین قسطیں", "云渡电视台");
      picture(page, "register");
    }
    assertThat(here.url().replaceFirst(".*/register/c/", ""))
        .isEqualTo(there.url().replaceFirst(".*/register/c/", ""));
  }

  private Path film() throws IOException {
    Path film = folder.resolve("film.mp4");
    var random = new SplittableRandom(7);
    byte[] block = new byte[1 << 20];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(film))) {
      long left = FILM_BYTES;
      while (left > 0) {
        random.nextBytes(block);
        int n = (int) Math.min(block.length, left);
        out.write(block, 0, n);
        left -= n;
      }
    }
    return film;
  }

  /// Sends a form and waits for the page behind it, whose address may be the same.
  @SuppressWarnings("deprecation") // there is no other way to wait for the same address
  private static void send(Page page, String button) {
    page.locator(button).last().click();
    page.waitForLoadState();
  }

  /// Looks again until something is there.
  private static void reload(Page page, String url, String selector) {
    until(
        selector + " at " + url,
        () -> {
          page.navigate(url);
          return page.locator(selector).count() > 0;
        });
  }

  private static void until(String what, BooleanSupplier is) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!is.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void picture(Page page, String name) {
    step++;
    Chromium.picture(page, "two-servers/%02d-%s".formatted(step, name));
  }
}

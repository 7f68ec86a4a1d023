package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.web.Chromium.PHONE;
import static org.tabadla.web.Chromium.WIDE;
import static org.tabadla.web.Chromium.fits;
import static org.tabadla.web.Chromium.picture;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.web.Chromium;

/// A desk's day with claims in a real Chromium, in Urdu: typed, compared, reviewed, dissented from.
/// Writes pictures to `target/screenshots`.
class ClaimBrowserTest {
  private static final String WORDS = "راول ڈیم کا سپل وے ٹوٹ گیا ہے";

  @TempDir Path folder;

  @Test
  void aDeskPutsAClaimDownReviewsItAndDissents() {
    try (var served = new ServedExchange(folder, true);
        var chromium = Chromium.open();
        Page page = chromium.page(WIDE)) {
      signIn(page, served.base);
      String claim = putDown(page, served);
      review(page, served, claim);
      reply(page);
      look(page, served.base, List.of("/ur/claims", claim, "/ur/desk/sahil", joint(page)));
      page.navigate(served.base + "/ur/claims/new?q=ڈیم");
      look(page, served.base, List.of("/ur/claims/new?q=ڈیم", "/ur/claims/suggested"));
    }
  }

  private static void signIn(Page page, String base) {
    page.navigate(base + "/ur/exchange/desk");
    page.fill("#name", "sahil.desk");
    page.fill("#password", Newsrooms.PASSWORD);
    page.click(".sheet button");
  }

  /// While the words are typed, the claim that is there already shows itself.
  private static String putDown(Page page, ServedExchange served) {
    served.desk.claim(new Text(WORDS, Lang.UR), null, null, null, List.of(), "sahil");
    page.navigate(served.base + "/ur/claims");
    page.click(".desk:has(#new-words) summary");
    page.locator("#new-words").pressSequentially("راول ڈیم");
    page.waitForSelector("#alike-typed a");
    assertThat(page.locator("#alike-typed a").first().innerText()).contains(WORDS);
    picture(page, "claims-typed", WIDE);
    page.click(".desk:has(#new-words) button");
    assertThat(page.url()).contains("/ur/claims/new?q=");
    page.fill("#new-words", "راول ڈیم کے تینوں دروازے کھلے تھے");
    page.fill("#new-speaker", "ایک فون کرنے والا");
    page.fill("#new-date", "2025-07-10");
    page.click("form.ask[method=post] button");
    assertThat(page.url()).contains("/ur/claim/q-");
    assertThat(page.locator("h1").innerText()).contains("تینوں دروازے");
    return page.url().substring(served.base.length());
  }

  private static void review(Page page, ServedExchange served, String claim) {
    served.desk.profile(
        "sahil",
        "ساحل نیوز",
        "https://sahil.example/",
        "عملے کی انجمن",
        "خریدار",
        org.tabadla.verify.Reviewer.OwnGovernment.YES);
    page.navigate(served.base + claim);
    page.click("details.desk > summary >> nth=-1");
    page.fill("#finding", "شواہد سے ثابت نہیں");
    page.fill("#review-words", "ہم نے ڈیم کے افسر سے پوچھا۔");
    page.fill("#method", "فون");
    page.click("form[action$='/review'] button");
    page.click("details.desk > summary >> nth=-1");
    page.fill("#joint-words", "جمعے کی دوپہر دروازے بند تھے");
    page.click("form[action$='/propose'] button");
    for (String stand : List.of("dissent", "concur-in-part")) {
      page.click("details.desk > summary >> nth=-1");
      page.selectOption("select[name=stand]", stand);
      page.fill("form[action$='/stand'] input[name=words]", "تفصیل دیکھ کر");
      page.click("form[action$='/stand'] button");
    }
    String id = claim.substring(claim.lastIndexOf('/') + 1);
    var statement = served.desk.claim(id).orElseThrow().statements().getFirst();
    assertThat(statement.before("sahil")).hasSize(1);
    assertThat(served.desk.unheld()).isEmpty();
    assertThat(page.content()).contains("دستخط درست", "جزوی اتفاق", "اختلاف");
  }

  /// The words of one, and who put them down on what ground, as a reader sees them.
  private static void reply(Page page) {
    List<String> sources = List.of("ڈیسک کے نام خط، 3 مارچ", "https://caller.example/answer");
    for (String source : sources) {
      page.click(".version-of details.desk > summary");
      page.fill("form[action$='/reply'] input[name=by]", "ایک فون کرنے والا");
      page.fill("form[action$='/reply'] input[name=words]", "میں نے خود دیکھا تھا");
      page.fill("form[action$='/reply'] input[name=source]", source);
      page.click("form[action$='/reply'] button");
    }
    List<String> shown = page.locator(".notice:has-text('میں نے خود')").allInnerTexts();
    assertThat(shown)
        .hasSize(2)
        .allMatch(one -> one.contains("(ایک فون کرنے والا):"))
        .allMatch(one -> one.contains("ساحل نیوز (sahil.desk)"));
    assertThat(shown.getFirst()).contains(sources.getFirst());
    assertThat(page.locator(".notice a").getAttribute("href")).isEqualTo(sources.getLast());
  }

  private static String joint(Page page) {
    return page.locator(".joint h2 a").first().getAttribute("href");
  }

  private static void look(Page page, String base, List<String> paths) {
    for (int width : List.of(WIDE, PHONE)) {
      Chromium.resize(page, width);
      for (String path : paths) {
        page.navigate(base + path);
        fits(page, path + " " + width);
        page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        fits(page, path + " opened " + width);
        picture(page, path, width);
      }
    }
  }
}

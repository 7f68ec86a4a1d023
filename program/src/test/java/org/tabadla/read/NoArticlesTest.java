package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.model.Reading;

/// Walls, error pages and lists, and the articles that look like them.
class NoArticlesTest {
  private static final String URL = "https://outlet.example/news/2025/story";

  private static String why(String html, String url) {
    return switch (OtherPagesTest.read(html, url)) {
      case Reading.Read(var a) -> "an article: " + a.text();
      case Reading.NotAnArticle(var why) -> why;
      case Reading.Unreadable(var why) -> "unreadable: " + why;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "an error page, صفحہ نہیں ملا – خبر چوپال, 'معذرت، جو صفحہ آپ ڈھونڈ رہے ہیں وہ یہاں نہیں، شاید ہٹا دیا گیا ہے۔'",
    "an error page, Page not found | Northline, 'The page may have moved, or it was never there; try the search above.'",
    "an error page, 404, 'Sorry, we could not find what you were looking for, try again from the front page.'",
    "an error page, 页面不存在_云都网, '您要找的内容可能已被移动，也可能从未存在，请返回首页。'",
    "an error page, Страница не найдена — Караван, 'Возможно, она удалена или вы ошиблись в адресе, начните с главной.'",
    "an error page, الصفحة غير موجودة, 'ربما نقلت الصفحة أو حذفت، عد إلى الصفحة الرئيسية من فضلك.'",
    "an error page, صفحه یافت نشد, 'شاید این صفحه جابه‌جا شده باشد، از صفحه نخست آغاز کنید.'",
    "an error page, पेज नहीं मिला, 'शायद यह पेज हटा दिया गया है, मुख्य पृष्ठ से फिर शुरू करें।'",
    "an error page, Seite nicht gefunden, 'Vielleicht wurde sie verschoben, beginnen Sie bitte auf der Startseite.'",
    "an error page, Page introuvable, 'Elle a peut-être été déplacée, repartez de la page d’accueil, merci.'",
    "an error page, Página no encontrada, 'Quizá la movieron, empiece de nuevo por la portada, por favor.'",
    "an error page, Sayfa bulunamadı, 'Belki taşındı, belki hiç yoktu, lütfen ana sayfadan başlayın.'",
    "an error page, Outlet, '500 Internal Server Error'",
    "a bot wall, Just a moment..., 'Checking your browser before you go on, this takes five seconds.'",
    "a bot wall, outlet.example, 'Verify you are human by completing the action below.'",
    "a bot wall, 安全验证, '请完成下方拼图，证明您不是机器人，然后继续访问。'",
    "a bot wall, Проверка браузера, 'Это займёт несколько секунд, не закрывайте страницу, пожалуйста.'",
    "a bot wall, تصدیق کریں کہ آپ انسان ہیں, 'نیچے دیے گئے خانے پر نشان لگائیں، پھر صفحہ کھل جائے گا۔'",
    "a consent wall, Before you continue, 'We use cookies and data to deliver our services, and to measure them.'",
    "a consent wall, خبر, 'ہم آپ کی رازداری کا احترام کرتے ہیں، جاری رکھنے کے لیے اجازت دیں۔'",
    "a consent wall, Nachrichten, 'Weiter mit Werbung'",
    "a consent wall, Actualités, 'Nous respectons votre vie privée. Acceptez-vous nos cookies, et ceux de nos partenaires ?'",
    "a login page, Log in, 'Enter your name and the word that only you know, then press the button.'",
    "a parked domain, outlet.example, 'This domain is for sale! Make an offer today, before others do.'",
    "an error page, Access Denied, 'You do not have permission to see this page on this server, says the server.'",
  })
  void wallsAreToldWithTheirKind(String kind, String title, String text) {
    String html = "<title>" + title + "</title><h1>" + title + "</h1><p>" + text + "</p>";
    assertThat(why(html, URL)).startsWith(kind + " («");
  }

  @ParameterizedTest
  @CsvSource({
    "Why 404 pages are an art of their own, 'A page that says \"404 not found\" need not be dull, say the three designers who have drawn sixty of them for outlets that lose many pages.'",
    "Access denied: how a village lost its road, 'The gate across the road was put up in spring, the farmers say, and the sign on it, \"Access denied\", was put up a week later by nobody.'",
    "Websites that ask \"are you a robot\" lose a fifth of their readers, 'Checking your browser takes five seconds, a study found, and a fifth of the readers are gone by then, the authors say.'",
    "کوکیز کا نیا قانون کیا ہے, 'نئے قانون کے مطابق کوئی ویب سائٹ پوچھے بغیر کوکیز نہیں رکھ سکے گی، اور پوچھنے کا طریقہ بھی لکھ دیا گیا ہے۔'",
    "Cloudflare outage takes down half the shops, 'Shoppers saw the words \"internal server error\" for two hours on Friday, and the company, which carries a fifth of the traffic, said a cable was cut.'",
    "Ошибка 404 стала праздником, 'День страницы, которой нет, отметили в пятницу: студенты сложили из свечей число 404, а ректор сказал, что его кабинет тоже не найти.'",
    "网站验证码越来越难, '许多读者抱怨，网站的验证码一年比一年难认，专家说，这是因为机器认得越来越好，人却没有变。'",
  })
  void anArticleAboutAWallIsAnArticle(String title, String text) {
    String html =
        "<title>" + title + "</title><article><h1>" + title + "</h1><p>" + text + "</p></article>";
    assertThat(why(html, URL)).startsWith("an article: ");
  }

  @Test
  void aBannerBesideAnArticleIsNoWall() {
    String html =
        "<title>Pier opens</title><div><p>We use cookies to make this site work.</p></div><article><h1>Pier opens</h1>"
            + "<p>The second pier of the harbour was opened on Friday, an hour after its first ship had come in and"
            + " left again, because nobody was there to take its ropes, the harbour master said.</p></article>";
    assertThat(why(html, URL)).startsWith("an article: ").contains("second pier");
  }

  @Test
  void aHeadlineBeforeAPaywallIsNoArticleButATeaserIs() {
    String head =
        "<title>The secret of the salt works</title><script type=application/ld+json>{\"@type\":\"NewsArticle\","
            + "\"headline\":\"The secret of the salt works\",\"isAccessibleForFree\":false}</script><h1>The secret of the salt works</h1>";
    String wall =
        "<p>Subscribe to continue reading this story, and all the others, for the price of a cup of tea.</p>";
    assertThat(why(head + wall, URL)).startsWith("a paywall («Subscribe to continue");
    String teaser =
        "<p>The salt works on the far shore have had no owner for a year, and yet the lorries come and go, as anybody can see.</p>";
    assertThat(why(head + teaser + wall, URL)).startsWith("an article: ");
  }

  @Test
  void shellsOfApplicationsAreNamed() {
    assertThat(
            why(
                "<title>News</title><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div><script src=a.js></script>",
                URL))
        .startsWith("a page for scripts («You need to enable JavaScript");
    assertThat(why("<title>News</title><div id=\"__next\"></div><script src=a.js></script>", URL))
        .startsWith("a page for scripts");
    assertThat(why("<title>News</title><p></p>", URL)).startsWith("no running text");
  }

  private static String cards(int count, String headline, String summary) {
    var html = new StringBuilder();
    for (int i = 0; i < count; i++) {
      html.append("<div class=x")
          .append(i % 3)
          .append("><a href=/n/")
          .append(i)
          .append("><div>")
          .append(headline.formatted(i))
          .append("</div></a><div>")
          .append(summary.formatted(i))
          .append("</div></div>");
    }
    return html.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "https://o.example/, صفحہ اول, 'دریا کے پل پر پانی ناپنے والوں کی آج کی رپورٹ نمبر %d', 'پل کے نگران نے کہا کہ پانی کل سے کم ہے، مگر بارش ہوئی تو پھر بڑھے گا۔ خبر %d۔'",
    "https://o.example/, 首页, '今天的第%d条新闻：大桥通车，桥上来了第一辆车', '司机是修桥的人，他说，桥比路好走，路比船好走。第%d条。'",
    "https://o.example/tag/pier, Pier, 'The harbour opens pier number %d to its ships', 'The first ship came in on Friday morning, an hour before the mayor. Number %d.'",
    "https://o.example/c/123, Новости порта, 'Порт открыл причал номер %d для кораблей', 'Первый корабль пришёл в пятницу утром, за час до мэра. Номер %d.'",
    "https://o.example/x, ข่าววันนี้, 'ท่าเรือเปิดท่าเทียบเรือหมายเลข %d แล้ววันนี้', 'เรือลำแรกมาถึงเช้าวันศุกร์ก่อนนายกเทศมนตรีหนึ่งชั่วโมง, เลขที่ %d'",
  })
  void cardsWithSummariesAreAListInAnyScript(
      String url, String title, String headline, String summary) {
    String html =
        "<title>" + title + "</title><body><h1>" + title + "</h1>" + cards(12, headline, summary);
    assertThat(why(html, url)).startsWith("a list of 12 other pages");
  }

  @Test
  void listsThatNameThemselvesNeedFewCards() {
    String four =
        cards(
            5,
            "The harbour opens pier number %d to its ships",
            "The first ship came in on Friday, number %d.");
    assertThat(
            why(
                "<title>Sara Khan</title><body class='archive author'><h1>Sara Khan</h1><p>Sara writes about ships, piers and the"
                    + " people between them, from a room over the net loft, where she has lived for nine years now.</p>"
                    + four,
                "https://o.example/who/sara"))
        .startsWith("a list of 5 other pages (a");
    assertThat(
            why(
                "<title>Pier</title><script type=application/ld+json>{\"@type\":\"CollectionPage\"}</script><h1>Pier</h1>"
                    + four,
                "https://o.example/x"))
        .startsWith("a list of 5 other pages (CollectionPage)");
  }

  @Test
  void aShortArticleAmongManyLinksIsNoList() {
    String article =
        "<h1>The keeper stays</h1><p>The lighthouse keeper of the old pier said on Monday that she would stay for another winter, since"
            + " nobody else had learnt to wind the clock that turns the lamp.</p>";
    String links = cards(20, "The harbour opens pier number %d to its ships", "");
    assertThat(
            why(
                "<title>The keeper stays</title><div>" + article + "<div>" + links + "</div></div>",
                URL))
        .startsWith("an article: ");
    assertThat(why("<title>The keeper stays</title><div>" + article + links + "</div>", URL))
        .startsWith("an article: ");
  }

  @Test
  void linksBetweenParagraphsMakeNoList() {
    var html = new StringBuilder("<title>پل کی کہانی</title><article><h1>پل کی کہانی</h1>");
    for (int i = 0; i < 7; i++) {
      html.append("<p>پل کی ")
          .append(i)
          .append(
              " ویں مرمت اس وقت ہوئی جب دریا اترا ہوا تھا، اور مستری کشتیوں پر بیٹھ کر کام کرتے تھے۔</p>")
          .append("<p><a href=/n/")
          .append(i)
          .append(">یہ بھی پڑھیے: دریا کے پل پر پانی ناپنے والے ")
          .append(i)
          .append("</a></p>");
    }
    assertThat(why(html + "</article>", URL)).startsWith("an article: ");
  }

  @Test
  void aColumnOfLettersIsNoList() {
    var html =
        new StringBuilder("<title>Letters to the editor</title><h1>Letters to the editor</h1>");
    for (int i = 0; i < 8; i++) {
      html.append("<h3>On the pier, ")
          .append(i)
          .append(
              "</h3><p>Sir, the pier is too long, as I said in my letter of last year, and nobody has"
                  + " answered me since.</p><p>A reader</p>");
    }
    assertThat(why(html.toString(), URL)).startsWith("an article: ");
  }
}

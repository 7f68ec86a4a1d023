package org.tabadla.web.websub;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tabadla.web.websub.OtherSide.Got;
import org.tabadla.web.websub.OtherSide.Reply;

/// A made-up outlet with a feed and a page for each of its headlines.
final class Outlet implements AutoCloseable {
  static final String HARBOUR = "Harbour council opens the new quay";
  static final String KEEPER = "Old lighthouse gets a keeper from abroad";

  /// So different that nobody takes the two for one story.
  private static final String QUAY =
      "<p>The fishing boats of the town have a quay of their own since Tuesday, when the council cut"
          + " a blue ribbon in front of some two hundred people and a brass band.</p><p>Building it"
          + " took three years, two more than planned, because the ground was softer than expected"
          + " and the steel came late.</p>";

  private static final String LIGHTHOUSE =
      "<p>A retired teacher of physics from Montevideo will look after the lamp on the northern"
          + " cape, the coast guard wrote in a letter to the parliament in December.</p><p>She had"
          + " answered an advertisement in a sailing magazine, and was chosen among sixty"
          + " applicants after an interview by radio.</p>";

  private final List<String> headlines = new CopyOnWriteArrayList<>();
  final OtherSide side;

  Outlet() throws IOException {
    side = new OtherSide(this::answer);
  }

  void publish(String headline) {
    headlines.add(headline);
  }

  private Reply answer(Got got) {
    if (got.path().equals("/feed")) {
      return Reply.typed("application/rss+xml", feed());
    }
    int number = Integer.parseInt(got.path().replaceAll("\\D", "0"));
    return number < headlines.size()
        ? Reply.typed("text/html; charset=utf-8", page(headlines.get(number)))
        : new Reply(404, Map.of(), "");
  }

  private String feed() {
    var items = new StringBuilder();
    for (int i = headlines.size() - 1; i >= 0; i--) {
      items.append("<item><title>").append(headlines.get(i)).append("</title><link>");
      items.append(side.url("/news/" + i)).append("</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>Harbour Post</title><link>"
        + side.url("/")
        + "</link>"
        + items
        + "</channel></rss>";
  }

  private static String page(String headline) {
    return "<html lang=\"en\"><head><title>"
        + headline
        + "</title></head><body><article><h1>"
        + headline
        + "</h1>"
        + (headline.startsWith("Harbour") ? QUAY : LIGHTHOUSE)
        + "</article></body></html>";
  }

  @Override
  public void close() {
    side.close();
  }
}

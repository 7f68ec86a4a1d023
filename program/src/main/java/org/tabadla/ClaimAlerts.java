package org.tabadla;

import java.util.List;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.model.Shelf;
import org.tabadla.register.Alerts;
import org.tabadla.verify.ClaimNews;
import org.tabadla.verify.Desk;
import tools.jackson.databind.json.JsonMapper;

/// Tells those who watch pages of claims what is new there. A part of {@link Tabadla}'s wiring: the
/// rooms of claims and of alerts do not know one another.
final class ClaimAlerts {
  private static final String PLACE = "verify/alert-place";
  private static final String KEY = "journal";
  private static final JsonMapper JSON = new JsonMapper();

  /// How far the journal was looked through.
  private record Place(long seq) {}

  private final Alerts alerts;
  private final Desk desk;
  private final Journal journal;
  private final Shelf shelf;

  ClaimAlerts(Alerts alerts, Desk desk, Journal journal, Shelf shelf) {
    this.alerts = alerts;
    this.desk = desk;
    this.journal = journal;
    this.shelf = shelf;
  }

  /// Notes all that was done since the last look. Its place is written down after what it stands
  /// for: a stop costs a second look and loses nothing.
  synchronized void catchUp() {
    long seen =
        shelf
            .get(PLACE, KEY)
            .map(paper -> JSON.readValue(paper.body(), Place.class).seq())
            .orElse(0L);
    List<Logged> page = journal.since(ClaimNews.ROOM, seen);
    if (page.isEmpty()) {
      return;
    }
    desk.refresh();
    while (!page.isEmpty()) {
      if (!alerts.watches().isEmpty()) {
        page.forEach(this::note);
      }
      seen = page.getLast().seq();
      shelf.put(new Shelf.Paper(PLACE, KEY, JSON.writeValueAsString(new Place(seen))));
      page = journal.since(ClaimNews.ROOM, seen);
    }
  }

  private void note(Logged logged) {
    var deed = logged.deed();
    ClaimNews.of(logged, desk)
        .ifPresent(news ->
            alerts.tell(
                news.pages(),
                new Alerts.Alert(
                    Alerts.name(logged),
                    deed.kind(),
                    news.claim(),
                    news.words(),
                    news.source(),
                    deed.at()),
                deed.actor()));
  }
}

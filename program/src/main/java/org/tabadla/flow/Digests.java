package org.tabadla.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;
import org.tabadla.store.Store.Row;
import org.tabadla.store.WatchRecords.Watch;

/// Makes e-mail digests of what standing queries met.
public final class Digests {
  private final Outbox outbox;
  private final String base;

  /// @param base what absolute addresses begin with, without a slash at the end
  public Digests(Outbox outbox, String base) {
    this.outbox = outbox;
    this.base = base;
  }

  /// @return what went wrong, in one line; null when it was sent, or lies ready
  @Nullable String send(Watch watch, List<Row> rows, Instant now) {
    String to = watch.email();
    if (to == null || rows.isEmpty()) {
      return null;
    }
    String name = watch.id() + "-" + Digest.brief(rows.stream().map(Row::id).toList().toString());
    String subject = watch.title() + " (" + rows.size() + ")";
    return outbox.send(new Outbox.Letter(name, to, subject, text(watch, rows)), now);
  }

  private String text(Watch watch, List<Row> rows) {
    var text = new StringBuilder();
    text.append(watch.title()).append("\r\n").append(watch.query()).append("\r\n\r\n");
    for (Row row : rows) {
      text.append(row.title()).append("\r\n");
      text.append(row.sourceName()).append(" · ").append(row.when()).append("\r\n");
      text.append(base).append("/article/").append(row.id()).append("\r\n\r\n");
    }
    text.append(base).append("/watch/").append(watch.id()).append("\r\n");
    return text.toString();
  }
}

package org.tabadla.web.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabadla.language.Words;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.web.Dated;
import org.tabadla.web.Safe;
import org.tabadla.web.Said;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.When;

/// Where a claim comes from, out of what the house has on record.
final class Provenance {
  private static final int MOST_COPIES = 20;

  private final Store store;
  private final Ui ui;
  private final java.time.ZoneId zone;

  Provenance(Store store, Ui ui, java.time.ZoneId zone) {
    this.store = store;
    this.ui = ui;
    this.zone = zone;
  }

  ClaimPage.Origin of(Claim claim) {
    List<ClaimPage.Seen> all = claim.appearances().stream().map(this::seen).toList();
    return new ClaimPage.Origin(all.isEmpty() ? null : all.getFirst(), all);
  }

  private When when(java.time.Instant at) {
    return new Dated(ui, zone).ofRow(at);
  }

  private ClaimPage.Seen seen(Claim.Appearance a) {
    Optional<Store.Entry> entry =
        Optional.ofNullable(a.article()).flatMap(id -> store.entry(new ArticleId(id)));
    String source =
        entry
            .flatMap(e -> store.source(e.article().source()))
            .map(r -> r.source().name())
            .orElse(a.url());
    return new ClaimPage.Seen(
        Safe.href(a.url()),
        entry.map(e -> address(e.article())).orElse(null),
        Said.of(a.title(), new Lang(a.lang())),
        Said.unknown(source),
        when(a.seen()),
        a.archived(),
        a.sha256(),
        entry
            .filter(e -> e.version() > 1)
            .map(e -> ui.say("versions.version", e.version()))
            .orElse(null),
        entry.map(this::copies).orElse(List.of()));
  }

  private String address(Article article) {
    return ui.link("/article/" + Steps.of(article.id().value()));
  }

  private List<ClaimPage.Copy> copies(Store.Entry original) {
    var out = new ArrayList<ClaimPage.Copy>();
    for (ArticleId id :
        store.copiesOf(original.article().id()).stream().limit(MOST_COPIES).toList()) {
      Optional<Store.Entry> copy = store.entry(id);
      List<Store.Row> rows = store.rows(List.of(id));
      if (copy.isPresent() && !rows.isEmpty()) {
        Article article = copy.get().article();
        int changed = changed(original.article(), article);
        out.add(
            new ClaimPage.Copy(
                address(article),
                Said.of(article.title()),
                Said.unknown(rows.getFirst().sourceName()),
                when(rows.getFirst().when()),
                ui.count("verify.changed", changed)));
      }
    }
    return out;
  }

  /// @return how many words stand in one of two articles and not in the other
  static int changed(Article one, Article other) {
    Map<String, Integer> counts = new HashMap<>();
    words(one).forEach(w -> counts.merge(w, 1, Integer::sum));
    words(other).forEach(w -> counts.merge(w, -1, Integer::sum));
    return counts.values().stream().mapToInt(Math::abs).sum();
  }

  private static List<String> words(Article article) {
    String text = article.title().value() + "\n" + article.text();
    return Words.of(text, article.lang()).stream().map(s -> s.of(text)).toList();
  }
}

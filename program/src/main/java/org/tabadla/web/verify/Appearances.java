package org.tabadla.web.verify;

import java.time.Instant;
import java.util.Optional;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;

/// An article of this house as an appearance of a claim: with where its bytes are kept and their
/// hash.
public final class Appearances {
  private Appearances() {}

  /// @return empty where the article is not there
  public static Optional<Claim.Appearance> of(Store store, ArticleId id) {
    return store.entry(id).map(entry -> of(store, entry.article()));
  }

  private static Claim.Appearance of(Store store, Article article) {
    String url = article.url();
    Optional<Store.VisitRow> visit = Optional.ofNullable(url).flatMap(store::visit);
    var published = article.published();
    Instant seen = published == null ? article.fetched() : published.value().at();
    return new Claim.Appearance(
        url == null ? article.id().value() : url,
        article.title().value(),
        article.lang().tag(),
        article.id().value(),
        visit.map(Store.VisitRow::record).orElse(null),
        visit.map(Store.VisitRow::hash).orElse(null),
        seen);
  }
}

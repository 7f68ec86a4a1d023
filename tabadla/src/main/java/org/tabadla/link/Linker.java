package org.tabadla.link;

import java.util.List;
import org.tabadla.link.Neighbours.Near;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Link;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.StoryId;

/// Ties articles together as they arrive: copies, stories, related. Holds a bounded window in
/// memory, so one article costs the same however large the archive is. For one thread at a time.
public final class Linker {
  private static final int MOST_RELATED = 5;
  private static final double RELATED_FROM = 0.08;
  private static final int FEWEST_SHARED = 3;

  private final Engine engine = new Engine();

  /// Finds an article's story, what it copies and what is related. A known article keeps its story.
  public Placement place(Article article, Notes notes) {
    Sketch sketch = sketch(article);
    Engine.Place place = engine.place(sketch);
    var links = new java.util.ArrayList<Link>();
    Sketch original = place.copy().of();
    if (original != null) {
      int percent = (int) Math.round(place.copy().share() * 100);
      links.add(
          new Link(
              article.id(),
              new ArticleId(original.id()),
              Link.Kind.COPY_OF,
              place.copy().share(),
              List.of(percent + " %")));
    }
    place.related().stream()
        .filter(near -> near.score() >= RELATED_FROM && near.shared() >= FEWEST_SHARED)
        .limit(MOST_RELATED)
        .map(near -> related(article.id(), near))
        .forEach(links::add);
    return new Placement(
        article.id(), StoryId.of(new ArticleId(place.story())), place.why(), links);
  }

  /// Takes an article whose story is known, after a restart.
  public void remember(Article article, Notes notes, StoryId story) {
    engine.remember(sketch(article), story.first().value());
  }

  private static Link related(ArticleId from, Near near) {
    return new Link(
        from,
        new ArticleId(near.sketch().id()),
        Link.Kind.RELATED,
        Math.min(1, near.score()),
        near.reasons());
  }

  private static Sketch sketch(Article article) {
    return Sketcher.of(
        article.id().value(),
        article.lang(),
        article.title().value(),
        article.text(),
        article.when());
  }
}

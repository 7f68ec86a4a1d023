package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Link;
import org.tabadla.model.Move;
import org.tabadla.model.Placement;
import org.tabadla.model.StoryId;

/// Ties articles together as they arrive: copies, stories, related. Holds a bounded window in
/// memory, so one article costs the same however large the archive is. For one thread at a time.
public final class Linker {
  private static final int MOST_RELATED = 5;
  private static final int FEWEST_REASONS = 2;
  private static final int LATEST = 8;

  private final Options options;
  private final Engine engine;

  public Linker() {
    this(Options.STANDARD);
  }

  public Linker(Options options) {
    this.options = options;
    engine = new Engine(options);
  }

  /// Finds an article's story, what it copies and what is related. A known article keeps its story
  /// and never links to itself.
  public Placement place(Article article) {
    Engine.Outcome outcome = engine.place(item(article), article.id().value(), null);
    List<Link> links = new ArrayList<>();
    List<String> why = new ArrayList<>();
    Held original = original(outcome);
    Copies.Match copy = outcome.copy();
    if (original != null && copy != null) {
      String share = Math.round(copy.shared() * 100) + " %";
      links.add(link(article, original, Link.Kind.COPY_OF, copy.shared(), List.of(share)));
      if (!outcome.story().name.equals(article.id().value())) {
        why.add(share);
      }
    }
    Stories.Match match = outcome.match();
    if (match != null) {
      why.addAll(reasons(outcome, match, nearest(outcome, match)));
    }
    for (Stories.Match near : outcome.near()) {
      if (links.stream().filter(l -> l.kind() == Link.Kind.RELATED).count() < MOST_RELATED) {
        related(article, outcome, near, links);
      }
    }
    return new Placement(article.id(), StoryId.of(new ArticleId(outcome.story().name)), why, links);
  }

  /// Takes an article whose story is known, after a restart.
  public void remember(Article article, StoryId story) {
    engine.place(item(article), article.id().value(), story.first().value());
  }

  /// Writes down all that is held: {@link #read} gives a linker that goes on exactly where this one
  /// is. Some two kilobytes an article.
  ///
  /// @throws IllegalStateException while there are moves that nobody asked for
  public void write(DataOutput out) throws IOException {
    if (engine.hasMoves()) {
      throw new IllegalStateException("ask for what was moved first");
    }
    engine.write(out);
  }

  /// @param options those of the linker that was written
  /// @throws IOException when it was not written so, or by a program that holds other things
  public static Linker read(DataInput in, Options options) throws IOException {
    var linker = new Linker(options);
    linker.engine.read(in);
    return linker;
  }

  /// @return how many articles are held at most
  public int mostArticles() {
    return options.mostArticles();
  }

  /// @param most how many
  /// @return stories of the latest articles held, by article
  public Map<ArticleId, StoryId> latest(int most) {
    Map<ArticleId, StoryId> out = new LinkedHashMap<>();
    for (Held held : engine.latest(most)) {
      out.put(new ArticleId(held.id), StoryId.of(new ArticleId(held.story.name)));
    }
    return out;
  }

  /// Looks at whole stories that changed: those that turn out to be one become one. Also done every
  /// few articles by {@link #place}.
  ///
  /// @return what both moved since the last call, in order. The larger story keeps its id, of equal
  ///   ones the older.
  public List<Move> remerge() {
    engine.reviewAll();
    return moved();
  }

  /// @return what {@link #place} moved since the last call, in order
  public List<Move> moved() {
    return engine.moved().stream()
        .map(move ->
            new Move(
                new ArticleId(move.article().id),
                StoryId.of(new ArticleId(move.from())),
                StoryId.of(new ArticleId(move.to())),
                String.join(", ", move.marks())))
        .toList();
  }

  /// @return the earliest of its copies, or the nearest when that one is held no more
  private @Nullable Held original(Engine.Outcome outcome) {
    String root = outcome.held().root;
    if (root == null || outcome.copy() == null) {
      return null;
    }
    Held earliest = engine.of(root);
    return earliest == null ? engine.at(outcome.copy().place()) : earliest;
  }

  private static Item item(Article article) {
    // A date in the future would keep a story open for ever: no article is younger than its fetch.
    Instant when = article.when().isAfter(article.fetched()) ? article.fetched() : article.when();
    return new Item(
        article.id().value(), article.lang(), article.title().value(), article.text(), when);
  }

  private void related(
      Article article, Engine.Outcome outcome, Stories.Match near, List<Link> links) {
    Held other = nearest(outcome, near);
    if (other == null || near.score() < options.related()) {
      return;
    }
    List<String> reasons = reasons(outcome, near, other);
    if (reasons.size() >= FEWEST_REASONS) {
      links.add(link(article, other, Link.Kind.RELATED, near.score(), reasons));
    }
  }

  /// @return the article of a story that is nearest to the one at hand
  private @Nullable Held nearest(Engine.Outcome outcome, Stories.Match match) {
    var laid = new Laid();
    laid.lay(channel(outcome.held(), match));
    Held best = null;
    double bestScore = -1;
    for (int place : match.story().latestOf(LATEST)) {
      Held held = engine.at(place);
      if (held == null || held == outcome.held()) {
        continue;
      }
      double score = laid.dot(channel(held, match));
      if (score > bestScore) {
        best = held;
        bestScore = score;
      }
    }
    return best;
  }

  private static Sketch channel(Held held, Stories.Match match) {
    return match.acrossLanguages() ? held.marks() : held.words();
  }

  private static List<String> reasons(
      Engine.Outcome outcome, Stories.Match match, @Nullable Held other) {
    Held own = outcome.held();
    if (!match.acrossLanguages()) {
      Story.Side side = match.story().side(own.lang());
      return side == null
          ? List.of()
          : outcome.profile().show(Stories.shared(own.words(), side.words()));
    }
    Set<String> out = new LinkedHashSet<>();
    for (int mark : Stories.shared(own.marks(), match.story().marks)) {
      String here = own.shown(mark);
      String there = other == null ? null : other.shown(mark);
      if (here != null) {
        out.add(there == null || there.equalsIgnoreCase(here) ? here : here + " = " + there);
      }
    }
    return List.copyOf(out);
  }

  private static Link link(
      Article from, Held to, Link.Kind kind, double weight, List<String> reasons) {
    return new Link(from.id(), new ArticleId(to.id), kind, Math.clamp(weight, 0, 1), reasons);
  }
}

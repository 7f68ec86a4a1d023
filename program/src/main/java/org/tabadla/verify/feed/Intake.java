package org.tabadla.verify.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;

/// Takes in what one feed or file shows, one review after another.
public final class Intake {
  private static final int BRIEF_CHARS = 80;

  private final Desk desk;
  private final String from;
  private final String actor;
  private final Instant now;
  private final List<String> left = new ArrayList<>();
  private int changes;

  /// @param from the feed's address or the file's name
  public Intake(Desk desk, String from, String actor, Instant now) {
    this.desk = desk;
    this.from = from;
    this.actor = actor;
    this.now = now;
  }

  /// @param before where it stood at the last visit; null for what is new, and for a file
  /// @return where it stands, or stood until its desk withdrew it; null where it was left out
  public @Nullable Shown take(Item item, @Nullable Shown before) {
    if (item.claim().isBlank() || item.organisation().isBlank()) {
      leave(item, "no claim or no author; its desk must name both");
      return before;
    }
    if (!item.isWithdrawn()) {
      return taken(item, before);
    }
    if (before == null) {
      leave(item, "withdrawn by its desk before it was taken in");
    } else if (standing(before).isPresent()) {
      end(before);
    }
    return before;
  }

  private @Nullable Shown taken(Item item, @Nullable Shown before) {
    var said = desk.claim(item.words(), item.speaker(), null, item.date(), item.pages(now), actor);
    if (!(said instanceof Desk.Outcome.Done(String claim))) {
      leave(item, ((Desk.Outcome.NotDone) said).why());
      return before;
    }
    boolean stood = before != null && standing(before).isPresent();
    if (before != null && stood && before.claim().equals(claim)) {
      return heard(item, before, !before.says(item));
    }
    if (before != null && stood) {
      end(before);
    }
    var outcome = desk.takeIn(claim, item.review(now), from, actor);
    if (!(outcome instanceof Desk.Outcome.Done(String review))) {
      leave(item, ((Desk.Outcome.NotDone) outcome).why());
      return null;
    }
    changes++;
    return heard(item, Shown.of(claim, review, item), true);
  }

  /// What the desk finds now takes the place of what it found, which stays on record. Where two
  /// feeds show one review otherwise, the one that has changed is heard, not each in turn for ever.
  private Shown heard(Item item, Shown at, boolean isHeard) {
    boolean differs =
        standing(at).filter(r -> !r.finding().value().equals(item.finding())).isPresent();
    if (isHeard && differs) {
      var outcome =
          desk.renewed(at.claim(), at.review(), ClaimFeeds.NOW_READS, item.found(), actor);
      switch (outcome) {
        case Desk.Outcome.Done _ -> changes++;
        case Desk.Outcome.NotDone not -> leave(item, not.why());
      }
    }
    return at.saying(item);
  }

  /// Its desk shows it no longer; a tombstone stays.
  void end(Shown shown) {
    if (desk.gone(shown.claim(), shown.review(), ClaimFeeds.NO_LONGER, actor)
        instanceof Desk.Outcome.Done) {
      changes++;
    }
  }

  Optional<Review> standing(Shown shown) {
    return desk.claim(shown.claim())
        .flatMap(claim -> claim.review(shown.review()))
        .filter(review -> review.tombstone() == null);
  }

  private void leave(Item item, String why) {
    String what = Objects.requireNonNullElse(item.url(), item.claim());
    String brief =
        what.length() > BRIEF_CHARS ? Letters.whole(what.substring(0, BRIEF_CHARS)) + "…" : what;
    left.add("[" + brief + "] " + why);
  }

  /// @return what was left out and why, in lines
  public List<String> left() {
    return List.copyOf(left);
  }

  /// @return how many reviews were taken in, changed or ended
  public int changes() {
    return changes;
  }
}

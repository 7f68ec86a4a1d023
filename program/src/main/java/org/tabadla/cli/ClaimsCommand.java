package org.tabadla.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tabadla.formats.ClaimReviewFeed;
import org.tabadla.model.Refusal;
import org.tabadla.model.Text;
import org.tabadla.people.People;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Seals;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.verify.feed.Followed;
import org.tabadla.verify.feed.Item;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows claims, and takes in the reviews of other desks.
@Command(
    name = "claims",
    description = {
      "Shows the claims with what each organisation found (list), or takes in the ClaimReview of another",
      "desk: one, an array, a graph or a feed (take-in FILE), or follows the feed of another desk (follow URL,",
      "unfollow URL, feeds). What is taken in is marked as not signed here."
    },
    footer = {
      "",
      "Example:",
      "  ./tabadla claims list",
      "  ./tabadla claims take-in reviews.json",
      "  ./tabadla claims follow https://desk.example/reviews.json"
    })
final class ClaimsCommand implements Runnable {
  private static final String OPERATOR = "operator";
  private static final int AT_ONCE = 500;
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  @Mixin House house = new House();

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "list, take-in, follow, unfollow or feeds")
  String verb = "list";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE|URL",
      description = "JSON-LD, or a feed of it")
  @Nullable String given;

  private final Rooms.Opener opener;
  private final Said said;

  ClaimsCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    try (var shelves = opener.look(house.settings())) {
      var store = shelves.store();
      var people = new People(store.journal(), store.shelf(), InstantSource.system());
      var desk =
          new Desk(store.journal(), new Seals(people), (id, words) -> {}, InstantSource.system());
      switch (verb) {
        case "list" -> list(desk);
        case "take-in" -> takeIn(desk);
        case "follow" -> follow(new ClaimFeeds(store.shelf(), desk, InstantSource.system()));
        case "unfollow" -> unfollow(new ClaimFeeds(store.shelf(), desk, InstantSource.system()));
        case "feeds" -> feeds(new ClaimFeeds(store.shelf(), desk, InstantSource.system()));
        default ->
            throw new Refusal(
                "claims what? " + verb, "list, take-in FILE, follow URL, unfollow URL or feeds");
      }
    }
  }

  private void list(Desk desk) {
    for (int from = 0; from < desk.size(); from += AT_ONCE) {
      for (Claim claim : desk.newest(from, AT_ONCE)) {
        said.line(claim.id() + "  " + claim.words().value());
        for (Review review : claim.reviews()) {
          String found = review.tombstone() == null ? review.finding().value() : "withdrawn";
          said.line("  " + review.id() + "  " + review.organisation() + ": " + found);
        }
      }
    }
  }

  private String given(String example) {
    if (given == null) {
      throw new Refusal(verb + " needs one thing more", "./tabadla claims " + example);
    }
    return given;
  }

  private void follow(ClaimFeeds feeds) {
    String url = given("follow https://desk.example/reviews.json");
    feeds
        .follow(url)
        .ifPresent(why -> {
          throw new Refusal(why, "give the address of a feed or page with ClaimReview");
        });
    said.line("Follows " + url + "; it is asked every hour while the server runs");
  }

  private void unfollow(ClaimFeeds feeds) {
    String url = given("unfollow https://desk.example/reviews.json");
    if (!feeds.unfollow(url)) {
      throw new Refusal("[" + url + "] is not followed", "./tabadla claims feeds lists them");
    }
    said.line("No longer follows " + url + "; what was taken in stays");
  }

  private void feeds(ClaimFeeds feeds) {
    for (Followed feed : feeds.all()) {
      said.line(feed.url() + "  " + feed.shown().size() + " reviews, next at " + feed.due());
      feed.trouble().forEach(line -> said.line("  " + line));
    }
  }

  private void takeIn(Desk desk) {
    Path file = Path.of(given("take-in reviews.json"));
    ClaimReviewFeed read = ClaimReviewFeed.read(GivenFile.bytes(file, MOST_BYTES));
    if (read.items().isEmpty()) {
      throw new Refusal(
          "[" + file + "] no ClaimReview in it" + read.bad(),
          "./tabadla validate " + file + " says what it is");
    }
    int taken = 0;
    for (ClaimReviewFeed.Item item : read.items()) {
      taken += takeIn(desk, TakenIn.of(item), String.valueOf(file.getFileName())) ? 1 : 0;
    }
    read.bad().forEach(line -> said.line("[" + file + "] left out: " + line));
    said.line("Took in " + taken + " of " + read.items().size() + " reviews");
  }

  private static boolean takeIn(Desk desk, Item item, String from) {
    Instant now = InstantSource.system().instant();
    return !item.isWithdrawn()
        && desk.claim(item.words(), item.speaker(), null, item.date(), item.pages(now), OPERATOR)
            instanceof Desk.Outcome.Done(String claim)
        && desk.takeIn(claim, item.review(now), from, OPERATOR)
            instanceof Desk.Outcome.Done(String review)
        && isAsSaid(desk, claim, review, item);
  }

  /// A review that stood here already may find something else by now.
  private static boolean isAsSaid(Desk desk, String claim, String review, Item item) {
    Text finding = item.review(InstantSource.system().instant()).finding();
    boolean stands =
        desk.claim(claim)
            .flatMap((Claim of) -> of.review(review))
            .filter(r -> r.finding().value().equals(finding.value()))
            .isPresent();
    return stands
        || desk.renewed(claim, review, ClaimFeeds.NOW_READS, finding, OPERATOR)
            instanceof Desk.Outcome.Done;
  }
}

package org.tabadla.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.formats.ClaimReviewFeed;
import org.tabadla.model.Refusal;
import org.tabadla.people.People;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Seals;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.verify.feed.Followed;
import org.tabadla.verify.feed.Intake;
import org.tabadla.verify.feed.Showing;
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
      var feeds = new ClaimFeeds(store.shelf(), desk, InstantSource.system());
      switch (verb) {
        case "list" -> list(desk);
        case "take-in" -> takeIn(desk);
        case "follow" -> follow(feeds);
        case "unfollow" -> unfollow(feeds);
        case "feeds" -> list(feeds);
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

  private void list(ClaimFeeds feeds) {
    for (Followed feed : feeds.all()) {
      said.line(feed.url() + "  " + feed.shows() + " reviews, next at " + feed.due());
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
    Showing showing = TakenIn.of(read);
    Instant now = InstantSource.system().instant();
    var intake = new Intake(desk, String.valueOf(file.getFileName()), OPERATOR, now);
    long taken = showing.items().stream().filter(item -> intake.take(item, null) != null).count();
    Stream.concat(showing.bad().stream(), intake.left().stream())
        .forEach(line -> said.line("[" + file + "] left out: " + line));
    said.line("Took in " + taken + " of " + showing.items().size() + " reviews");
  }
}

package org.tabadla.web.verify;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.web.Doors;
import org.tabadla.web.Entries;
import org.tabadla.web.Ui;

/// Claims as feeds: a claim is an entry, and so is each review of it, each correction and each
/// withdrawal.
final class ClaimFeed {
  private static final int MOST_ENTRIES = 200;

  private final Desk desk;
  private final Doors doors;

  ClaimFeed(Desk desk, Doors doors) {
    this.desk = desk;
    this.doors = doors;
  }

  /// What a feed tells of.
  interface Listed {
    List<Claim> of(Context ctx, Ui ui);
  }

  void open(String path, Listed listed) {
    doors.feeds(
        path,
        (ctx, ui) -> {
          desk.refresh();
          return entries(ctx, ui, listed.of(ctx, ui));
        });
  }

  private Entries entries(Context ctx, Ui ui, List<Claim> claims) {
    String base = doors.shells().base();
    var out = new ArrayList<Entries.Entry>();
    for (Claim claim : claims) {
      String id = base + ClaimPages.path(claim);
      String page = base + ui.link(ClaimPages.path(claim));
      String words = claim.words().value();
      out.add(
          new Entries.Entry(
              id,
              page,
              words,
              words,
              Objects.requireNonNullElse(claim.speaker(), ""),
              claim.words().lang().tag(),
              claim.trail().getFirst().at()));
      claim.reviews().forEach(review -> review(out, ui, claim, review, id, page));
    }
    out.sort(Comparator.comparing(Entries.Entry::at).reversed());
    String path = ctx.path();
    return new Entries(
        ui.say("name") + ": " + ui.say("verify"),
        base + path.substring(0, path.lastIndexOf('/')),
        base + path.substring(0, path.lastIndexOf('.') + 1),
        Entries.query("q", ctx.queryParam("q")),
        ui,
        out.stream().limit(MOST_ENTRIES).toList());
  }

  /// A feed may name anybody as its author: who reads the entry alone must learn of the feed.
  private static String from(Review review, Ui ui) {
    return review.feeds().isEmpty()
        ? ""
        : ui.say("verify.taken-from") + " " + String.join(" ", review.feeds()) + "\n";
  }

  private void review(
      List<Entries.Entry> out, Ui ui, Claim claim, Review review, String id, String page) {
    String name =
        desk.reviewer(review.organisation())
            .filter(by -> review.isOf(by.id()))
            .map(Reviewer::name)
            .orElse(review.organisation());
    String about = " — " + claim.words().value();
    String at = "#" + review.id();
    String lang = review.text().lang().tag();
    out.add(
        new Entries.Entry(
            id + at,
            page + at,
            name + ": " + review.first().value() + about,
            from(review, ui) + review.text().value(),
            name,
            lang,
            review.published()));
    int number = 0;
    for (Review.Correction each : review.corrections()) {
      number++;
      out.add(
          new Entries.Entry(
              id + at + "-correction-" + number,
              page + at,
              name + ": " + ui.say("verify.correction") + about,
              ReviewShapes.said(each.words(), ui).value(),
              name,
              lang,
              each.at()));
    }
    Review.Tombstone stone = review.tombstone();
    if (stone != null) {
      out.add(
          new Entries.Entry(
              id + at + "-withdrawn",
              page + at,
              name + ": " + ui.say("verify.withdrawn") + about,
              ReviewShapes.said(stone.reason(), ui).value(),
              name,
              lang,
              stone.at()));
    }
  }
}

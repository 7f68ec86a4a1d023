package org.tabadla.web.verify;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.verify.ClaimSearch;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Reviewer;
import org.tabadla.web.BadRequest;
import org.tabadla.web.Doors;
import org.tabadla.web.Entries;
import org.tabadla.web.Missing;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.Who;
import org.tabadla.web.Wing;

/// The addresses of claims.
public final class VerifyWing implements Wing {
  private static final int LONGEST_QUERY_CHARS = 500;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final Desk desk;
  private final ClaimSearch search;
  private final Store store;
  private final Who who;
  private final InstantSource clock;

  public VerifyWing(Desk desk, ClaimSearch search, Store store, Who who, InstantSource clock) {
    this.desk = desk;
    this.search = search;
    this.store = store;
    this.who = who;
    this.clock = clock;
  }

  @Override
  public void open(Doors doors) {
    // Before the pages, which would take `q-1.json` for an id.
    doors
        .routes()
        .get(
            "/claim/{key}.json",
            ctx -> {
              Claim claim = pages(doors).found(key(ctx));
              ctx.header("Access-Control-Allow-Origin", "*");
              String body = ClaimDocuments.json(desk, claim, doors.shells().base());
              doors.replies().text(ctx, "application/ld+json; charset=utf-8", body);
            });
    doors.page("/claims", (ctx, ui) -> list(doors, ctx, ui));
    doors.page(
        "/claim/{key}",
        (ctx, ui) -> {
          ClaimPages pages = pages(doors);
          Claim claim = pages.found(key(ctx));
          doors.replies().page(ctx, "claim", pages.claim(ui, claim, who.of(ctx)));
        });
    feed(doors, "/claims", ctx -> desk.newest(0, ClaimPages.PAGE_ROWS));
    feed(doors, "/claim/{key}", ctx -> List.of(pages(doors).found(key(ctx))));
    new ClaimForms(desk, store, who, clock).open(doors);
  }

  private ClaimPages pages(Doors doors) {
    desk.refresh();
    return new ClaimPages(desk, search, store, doors.zone(), doors.shells().base());
  }

  private void list(Doors doors, Context ctx, Ui ui) {
    String query = Objects.requireNonNullElse(ctx.queryParam("q"), "");
    String from = Objects.requireNonNullElse(ctx.queryParam("from"), "0");
    if (query.length() > LONGEST_QUERY_CHARS) {
      throw new BadRequest("q", query);
    }
    if (!NUMBER.matcher(from).matches()) {
      throw new BadRequest("from", from);
    }
    var page = pages(doors).list(ui, query, Integer.parseInt(from), who.of(ctx).isPresent());
    doors.replies().page(ctx, "claims", page);
  }

  private interface Listed {
    List<Claim> of(Context ctx);
  }

  private void feed(Doors doors, String path, Listed listed) {
    doors.feeds(
        path,
        (ctx, ui) -> {
          desk.refresh();
          return entries(doors, ctx, ui, listed.of(ctx));
        });
  }

  /// A claim is an entry, and so is each review of it.
  private Entries entries(Doors doors, Context ctx, Ui ui, List<Claim> claims) {
    String base = doors.shells().base();
    var out = new ArrayList<Entries.Entry>();
    for (Claim claim : claims) {
      String id = base + ClaimPages.path(claim);
      String page = base + ui.link(ClaimPages.path(claim));
      String words = claim.words().value();
      String lang = claim.words().lang().tag();
      out.add(
          new Entries.Entry(
              id,
              page,
              words,
              words,
              Objects.requireNonNullElse(claim.speaker(), ""),
              lang,
              claim.trail().getFirst().at()));
      for (var review : claim.reviews()) {
        String name =
            desk.reviewer(review.organisation()).map(Reviewer::name).orElse(review.organisation());
        String found =
            review.tombstone() == null
                ? name + ": " + review.finding().value()
                : name + ": " + ui.say("verify.withdrawn");
        out.add(
            new Entries.Entry(
                id + "#" + review.id(),
                page + "#" + review.id(),
                found + " — " + words,
                review.text().value(),
                name,
                review.text().lang().tag(),
                review.published()));
      }
    }
    out.sort(Comparator.comparing(Entries.Entry::at).reversed());
    String path = ctx.path();
    return new Entries(
        ui.say("name") + ": " + ui.say("verify"),
        base + path.substring(0, path.lastIndexOf('/')),
        base + path.substring(0, path.lastIndexOf('.') + 1),
        ui,
        out);
  }

  static String key(Context ctx) {
    String key = Steps.key(ctx.pathParam("key"));
    if (key.isBlank()) {
      throw new Missing("such page");
    }
    return key;
  }
}

package org.tabadla.web.verify;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tabadla.model.Text;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.web.BadRequest;
import org.tabadla.web.Doors;
import org.tabadla.web.Headers;
import org.tabadla.web.Missing;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.Wing;
import org.tabadla.web.register.ClaimPaths;
import org.tabadla.web.register.WatchBox;

/// The addresses of claims.
public final class VerifyWing implements Wing {
  static final int LONGEST_QUERY_CHARS = 500;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final ClaimRooms rooms;
  private final Desk desk;

  public VerifyWing(ClaimRooms rooms) {
    this.rooms = rooms;
    this.desk = rooms.desk();
  }

  @Override
  public void open(Doors doors) {
    // Before the pages, which would take `q-1.json` for an id.
    new ClaimPapers(rooms, doors).open();
    doors.page("/claims", (ctx, ui) -> list(doors, ctx, ui));
    new ClaimDesk(rooms, doors, () -> pages(doors)).open();
    doors.page(
        "/claims/by/{key}",
        (ctx, ui) -> {
          String speaker = desk.speaker(key(ctx)).orElseGet(() -> key(ctx));
          WatchBox watch = rooms.box(ctx, ui, ClaimPaths.by(speaker));
          doors.replies().page(ctx, "claims", pages(doors).bySpeaker(ui, key(ctx), watch));
        });
    doors.page(
        "/desk/{key}",
        (ctx, ui) ->
            doors
                .replies()
                .page(
                    ctx, "reviewer", pages(doors).reviewer(ui, key(ctx), rooms.signers().of(ctx))));
    doors.page(
        "/claim/{key}/statement/{statement}",
        (ctx, ui) -> {
          ClaimPages pages = pages(doors);
          String statement = Steps.key(ctx.pathParam("statement"));
          doors.replies().page(ctx, "joint", pages.joint(ui, pages.found(key(ctx)), statement));
        });
    doors.page(
        "/claim/{key}",
        (ctx, ui) -> {
          ClaimPages pages = pages(doors);
          Claim claim = pages.found(key(ctx));
          boolean signs = rooms.signers().of(ctx).isPresent();
          WatchBox watch = rooms.box(ctx, ui, ClaimPaths.of(claim.id()));
          doors
              .replies()
              .page(ctx, "claim", pages.claim(ui, claim, rooms.who().of(ctx), signs, watch));
        });
    feeds(doors);
    new ClaimForms(rooms).open(doors);
  }

  private ClaimPages pages(Doors doors) {
    desk.refresh();
    return new ClaimPages(rooms, doors.zone(), doors.shells().base());
  }

  private void list(Doors doors, Context ctx, Ui ui) {
    String from = Objects.requireNonNullElse(ctx.queryParam("from"), "0");
    if (!NUMBER.matcher(from).matches()) {
      throw new BadRequest("from", from);
    }
    boolean writes = rooms.who().of(ctx).isPresent();
    if (writes) {
      Headers.withOwnScriptAndMedia(ctx);
    }
    boolean signs = rooms.signers().of(ctx).isPresent();
    WatchBox watch = query(ctx).isBlank() ? rooms.box(ctx, ui, ClaimPaths.ALL) : null;
    var page = pages(doors).list(ui, query(ctx), Integer.parseInt(from), writes, signs, watch);
    doors.replies().page(ctx, "claims", page);
  }

  /// What has to be told of: all claims, what a search finds, a speaker's, one.
  private void feeds(Doors doors) {
    ClaimFeed feed = new ClaimFeed(desk, doors);
    feed.open(
        "/claims",
        (ctx, ui) ->
            query(ctx).isBlank()
                ? desk.newest(0, ClaimPages.PAGE_ROWS)
                : pages(doors).alike(new Text(query(ctx), ui.lang()), ClaimPages.PAGE_ROWS));
    feed.open(
        "/claims/by/{key}",
        (ctx, ui) -> {
          List<Claim> all = desk.of(key(ctx));
          if (all.isEmpty()) {
            throw new Missing("claim of " + key(ctx));
          }
          return all.stream().limit(ClaimPages.PAGE_ROWS).toList();
        });
    feed.open("/claim/{key}", (ctx, ui) -> List.of(pages(doors).found(key(ctx))));
  }

  static String query(Context ctx) {
    String query = Objects.requireNonNullElse(ctx.queryParam("q"), "");
    if (query.length() > LONGEST_QUERY_CHARS) {
      throw new BadRequest("q", query);
    }
    return query;
  }

  static String key(Context ctx) {
    String key = Steps.key(ctx.pathParam("key"));
    if (key.isBlank()) {
      throw new Missing("such page");
    }
    return key;
  }
}

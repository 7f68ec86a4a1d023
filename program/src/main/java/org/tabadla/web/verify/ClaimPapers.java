package org.tabadla.web.verify;

import io.javalin.http.Context;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Steps;

/// Claims as documents for programs: ClaimReview, and everything that was signed with the very
/// words that each signature is over.
final class ClaimPapers {
  private final Desk desk;
  private final Doors doors;

  ClaimPapers(ClaimRooms rooms, Doors doors) {
    this.desk = rooms.desk();
    this.doors = doors;
  }

  void open() {
    var routes = doors.routes();
    routes.get(
        "/claims/reviews.json",
        ctx -> {
          desk.refresh();
          linked(ctx, ClaimDocuments.feed(desk, base()));
        });
    routes.get(
        "/claim/{key}.json",
        ctx -> linked(ctx, ClaimDocuments.json(desk, found(VerifyWing.key(ctx)), base())));
    routes.get(
        "/claim/{key}/seals.json",
        ctx -> json(ctx, SealDocuments.all(desk, found(VerifyWing.key(ctx)))));
    routes.get(
        "/claim/{key}/statement/{statement}.json",
        ctx -> {
          Claim claim = found(VerifyWing.key(ctx));
          String id = Steps.key(ctx.pathParam("statement"));
          json(
              ctx,
              SealDocuments.joint(
                  desk,
                  claim,
                  claim.statement(id).orElseThrow(() -> new Missing("joint statement " + id))));
        });
  }

  private String base() {
    return doors.shells().base();
  }

  private Claim found(String id) {
    desk.refresh();
    return desk.claim(id).orElseThrow(() -> new Missing("claim " + id));
  }

  private void linked(Context ctx, String body) {
    ctx.header("Access-Control-Allow-Origin", "*");
    doors.replies().text(ctx, "application/ld+json; charset=utf-8", body);
  }

  private void json(Context ctx, String body) {
    ctx.header("Access-Control-Allow-Origin", "*");
    doors.replies().text(ctx, "application/json; charset=utf-8", body);
  }
}

package org.tabadla.web.verify;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Statement;
import org.tabadla.web.Actor;
import org.tabadla.web.Entries;
import org.tabadla.web.Missing;
import org.tabadla.web.Safe;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.register.WatchBox;

/// Makes the pages of claims.
final class ClaimPages {
  static final int PAGE_ROWS = 30;
  private static final int MOST_ALIKE = 5;

  private final ClaimRooms rooms;
  private final Desk desk;
  private final ZoneId zone;
  private final String base;

  ClaimPages(ClaimRooms rooms, ZoneId zone, String base) {
    this.rooms = rooms;
    this.desk = rooms.desk();
    this.zone = zone;
    this.base = base;
  }

  static String path(Claim claim) {
    return "/claim/" + Steps.of(claim.id());
  }

  static String bySpeaker(String speaker) {
    return "/claims/by/" + Steps.of(speaker);
  }

  Claim found(String id) {
    return desk.claim(id).orElseThrow(() -> new Missing("claim " + id));
  }

  Shell shell(Ui ui, String title, String here, boolean hasFeed) {
    return new Shell(
        ui, title, here, "", hasFeed ? Entries.links(ui, here) : List.of(), base + ui.link(here));
  }

  private ReviewShapes shapes(Ui ui) {
    return new ReviewShapes(desk, ui, zone);
  }

  List<ClaimLine> lines(List<Claim> claims, Ui ui) {
    ReviewShapes shapes = shapes(ui);
    return claims.stream().map(shapes::line).toList();
  }

  /// @return claims like some words, the most alike first
  List<Claim> alike(Text words, int most) {
    return rooms.search().find(words, most).stream()
        .flatMap(id -> desk.claim(id).stream())
        .toList();
  }

  /// @param writes whether the reader may put claims down
  /// @param signs whether they may tell of their organisation
  ClaimsPage list(
      Ui ui, String query, int from, boolean writes, boolean signs, @Nullable WatchBox watch) {
    List<Claim> claims =
        query.isBlank()
            ? desk.newest(from, PAGE_ROWS)
            : alike(new Text(query, ui.lang()), PAGE_ROWS);
    boolean more = query.isBlank() && from + PAGE_ROWS < desk.size();
    return new ClaimsPage(
        shell(ui, ui.say("verify"), "/claims", true),
        null,
        query,
        ui.count("verify.claims", query.isBlank() ? desk.size() : claims.size()),
        lines(claims, ui),
        desk.reviewers().stream().map(shapes(ui)::reviewer).toList(),
        more ? ui.link("/claims") + "?from=" + (from + PAGE_ROWS) : null,
        writes ? ui.link("/claims") : null,
        signs ? ui.link("/claims/profile") : null,
        watch);
  }

  ClaimsPage bySpeaker(Ui ui, String speaker, @Nullable WatchBox watch) {
    List<Claim> claims = desk.of(speaker);
    if (claims.isEmpty()) {
      throw new Missing("claim of " + speaker);
    }
    return new ClaimsPage(
        shell(ui, speaker, bySpeaker(speaker), true),
        Said.unknown(speaker),
        "",
        ui.count("verify.claims", claims.size()),
        lines(claims.stream().limit(PAGE_ROWS * 4L).toList(), ui),
        List.of(),
        null,
        null,
        null,
        watch);
  }

  /// @param signs whether the actor may sign for their organisation
  ClaimPage claim(
      Ui ui, Claim claim, Optional<Actor> actor, boolean signs, @Nullable WatchBox watch) {
    ReviewShapes shapes = shapes(ui);
    List<Review> shown = claim.reviews();
    String own = actor.map(Actor::organisation).orElse("");
    String speaker = claim.speaker();
    List<Said> silent =
        desk.reviewers().stream()
            .filter(r -> shown.stream().noneMatch(s -> s.isOf(r.id())))
            .map(r -> Said.unknown(r.name()))
            .toList();
    ClaimPage.Origin origin = new Provenance(rooms, ui, zone).of(claim);
    return new ClaimPage(
        shell(ui, claim.words().value(), path(claim), true),
        claim.id(),
        Said.of(claim.words()),
        ReviewShapes.said(speaker),
        speaker == null ? null : ui.link(bySpeaker(speaker)),
        ReviewShapes.said(claim.place()),
        claim.date(),
        shown.stream().map(r -> shapes.review(claim, r, own)).toList(),
        silent,
        claim.statements().stream().map(s -> shapes.joint(claim, s)).toList(),
        origin,
        lines(claim.same().stream().flatMap(id -> desk.claim(id).stream()).toList(), ui),
        lines(suggested(claim), ui),
        requests(claim, ui, own),
        claim.trail().stream()
            .map(s ->
                new ClaimPage.TrailLine(
                    s.seq(), shapes.when(s.at()), s.actor(), "verify.did." + s.kind()))
            .toList(),
        "/claim/" + claim.id() + ".json",
        hosts(origin, own),
        actor.isPresent() ? ui.link(path(claim)) : null,
        signs,
        own,
        watch);
  }

  private static List<String> hosts(ClaimPage.Origin origin, String own) {
    return origin.appearances().stream()
        .flatMap(seen -> Stream.ofNullable(seen.outlet()))
        .filter(outlet -> outlet.domain().stream().noneMatch(s -> s.organisation().equals(own)))
        .map(ClaimPage.Outlet::host)
        .distinct()
        .toList();
  }

  /// @return claims that may be the same, but for those that a person has judged
  private List<Claim> suggested(Claim claim) {
    int most = MOST_ALIKE + 1 + claim.same().size() + claim.notSame().size();
    return alike(claim.words(), most).stream()
        .filter(c -> !c.id().equals(claim.id()))
        .filter(c -> !claim.same().contains(c.id()) && !claim.notSame().contains(c.id()))
        .limit(MOST_ALIKE)
        .toList();
  }

  /// A request is shown to whom the exchange shows it.
  private List<ClaimPage.Link> requests(Claim claim, Ui ui, String viewer) {
    OrganisationId organisation = OrganisationId.isOne(viewer) ? new OrganisationId(viewer) : null;
    return claim.requests().stream()
        .flatMap(id -> rooms.exchange().seenBy(known(organisation), new ListingId(id)).stream())
        .map(listing ->
            new ClaimPage.Link(
                ui.link("/exchange/listing/" + listing.id()),
                Said.of(
                    rooms
                        .exchange()
                        .people()
                        .organisation(listing.owner())
                        .map(o -> o.name(ui.lang()))
                        .orElse(new Text(listing.owner().value(), ui.lang())))))
        .toList();
  }

  private @Nullable OrganisationId known(@Nullable OrganisationId id) {
    return id != null && rooms.exchange().people().organisation(id).isPresent() ? id : null;
  }

  ReviewerPage reviewer(Ui ui, String id, Optional<Actor> actor) {
    Reviewer reviewer = desk.reviewer(id).orElse(null);
    boolean own = actor.map(Actor::organisation).filter(id::equals).isPresent();
    Organisation known =
        OrganisationId.isOne(id)
            ? rooms.exchange().people().organisation(new OrganisationId(id)).orElse(null)
            : null;
    String elsewhere =
        reviewer == null && known != null && known.home() != null
            ? Safe.href(known.home() + "/desk/" + Steps.of(id))
            : null;
    if (reviewer == null && !own && elsewhere == null) {
      throw new Missing("desk " + id);
    }
    ReviewShapes shapes = shapes(ui);
    List<Claim> reviewed = desk.reviewedBy(id, PAGE_ROWS);
    Said name =
        reviewer != null
            ? Said.unknown(reviewer.name())
            : known == null ? Said.unknown(id) : Said.of(known.name(ui.lang()));
    return new ReviewerPage(
        shell(ui, name.words(), "/desk/" + Steps.of(id), false),
        name,
        elsewhere,
        reviewer == null ? null : shapes.reviewer(reviewer),
        lines(reviewed, ui),
        own ? ui.link("/claims/profile") : null);
  }

  JointPage joint(Ui ui, Claim claim, String id) {
    Statement statement =
        claim.statement(id).orElseThrow(() -> new Missing("joint statement " + id));
    ReviewShapes shapes = shapes(ui);
    String here = path(claim) + "/statement/" + Steps.of(id);
    return new JointPage(
        shell(ui, ui.say("verify.joint"), here, false),
        shapes.line(claim),
        shapes.joint(claim, statement),
        here + ".json");
  }
}

package org.tabadla.web.verify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.verify.ClaimSearch;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Sealed;
import org.tabadla.verify.Statement;
import org.tabadla.web.Actor;
import org.tabadla.web.Dated;
import org.tabadla.web.Entries;
import org.tabadla.web.Missing;
import org.tabadla.web.Safe;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.When;

/// Makes the pages of claims.
final class ClaimPages {
  static final int PAGE_ROWS = 30;
  private static final int MOST_ALIKE = 5;

  private final Desk desk;
  private final ClaimSearch search;
  private final Store store;
  private final ZoneId zone;
  private final String base;

  ClaimPages(Desk desk, ClaimSearch search, Store store, ZoneId zone, String base) {
    this.desk = desk;
    this.search = search;
    this.store = store;
    this.zone = zone;
    this.base = base;
  }

  static String path(Claim claim) {
    return "/claim/" + Steps.of(claim.id());
  }

  Claim found(String id) {
    return desk.claim(id).orElseThrow(() -> new Missing("claim " + id));
  }

  private Shell shell(Ui ui, String title, String here) {
    return new Shell(ui, title, here, "", Entries.links(ui, here), base + ui.link(here));
  }

  ClaimsPage list(Ui ui, String query, int from, boolean writes) {
    List<Claim> claims =
        query.isBlank()
            ? desk.newest(from, PAGE_ROWS)
            : search.find(new Text(query, ui.lang()), PAGE_ROWS).stream()
                .flatMap(id -> desk.claim(id).stream())
                .toList();
    boolean more = query.isBlank() && from + PAGE_ROWS < desk.size();
    return new ClaimsPage(
        shell(ui, ui.say("verify"), "/claims"),
        query,
        ui.count("verify.claims", query.isBlank() ? desk.size() : claims.size()),
        claims.stream().map(c -> line(c, ui)).toList(),
        desk.reviewers().stream().map(ClaimPages::reviewer).toList(),
        more ? ui.link("/claims") + "?from=" + (from + PAGE_ROWS) : null,
        writes ? ui.link("/claims") : null);
  }

  ClaimLine line(Claim claim, Ui ui) {
    return new ClaimLine(
        ui.link(path(claim)),
        Said.of(claim.words()),
        claim.speaker() == null ? null : Said.unknown(claim.speaker()),
        claim.date(),
        claim.reviews().stream()
            .filter(r -> r.tombstone() == null)
            .map(r -> new ClaimLine.Found(named(r.organisation()), Said.of(r.finding())))
            .toList(),
        ui.count("verify.appearances", claim.appearances().size()));
  }

  private Said named(String organisation) {
    return Said.unknown(desk.reviewer(organisation).map(Reviewer::name).orElse(organisation));
  }

  private static ClaimsPage.ReviewerLine reviewer(Reviewer r) {
    return new ClaimsPage.ReviewerLine(
        r.id(),
        Said.unknown(r.name()),
        Safe.href(r.url()),
        Said.unknown(r.ownership()),
        Said.unknown(r.funding()),
        "verify.own-government." + r.ownGovernment().name().toLowerCase(Locale.ROOT),
        r.key());
  }

  ClaimPage claim(Ui ui, Claim claim, Optional<Actor> actor) {
    var shown = claim.reviews();
    String own = actor.map(Actor::organisation).orElse("");
    List<Said> silent =
        desk.reviewers().stream()
            .filter(r -> shown.stream().noneMatch(s -> s.organisation().equals(r.id())))
            .map(r -> Said.unknown(r.name()))
            .toList();
    return new ClaimPage(
        shell(ui, claim.words().value(), path(claim)),
        claim.id(),
        Said.of(claim.words()),
        said(claim.speaker()),
        said(claim.place()),
        claim.date(),
        shown.stream().map(r -> review(claim, r, ui, own)).toList(),
        silent,
        claim.statements().stream().map(s -> joint(claim, s, ui)).toList(),
        new Provenance(store, ui, zone).of(claim),
        lines(claim.same(), ui),
        lines(
            search.find(claim.words(), MOST_ALIKE + 1).stream()
                .filter(id -> !id.equals(claim.id()) && !claim.same().contains(id))
                .limit(MOST_ALIKE)
                .toList(),
            ui),
        claim.trail().stream()
            .map(s ->
                new ClaimPage.TrailLine(
                    s.seq(), when(s.at(), ui), s.actor(), "verify.did." + s.kind()))
            .toList(),
        "/claim/" + claim.id() + ".json",
        actor.isPresent() ? ui.link(path(claim)) : null,
        own);
  }

  private List<ClaimLine> lines(List<String> ids, Ui ui) {
    return ids.stream().flatMap(id -> desk.claim(id).stream()).map(c -> line(c, ui)).toList();
  }

  private static @Nullable Said said(@Nullable String words) {
    return words == null ? null : Said.unknown(words);
  }

  private When when(Instant at, Ui ui) {
    return new Dated(ui, zone).ofRow(at);
  }

  private ClaimPage.Shown review(Claim claim, Review r, Ui ui, String own) {
    Review.Scale scale = r.scale();
    Review.Reply reply = r.reply();
    Review.Tombstone stone = r.tombstone();
    return new ClaimPage.Shown(
        r.id(),
        named(r.organisation()),
        desk.reviewer(r.organisation()).map(ClaimPages::reviewer).orElse(null),
        Said.of(r.finding()),
        scale == null ? null : scale.value() + " (" + scale.worst() + "–" + scale.best() + ")",
        Said.of(r.text()),
        Said.of(r.method()),
        r.evidence().stream()
            .map(e -> new ClaimPage.Link(Safe.href(e.url()), Said.unknown(e.title())))
            .toList(),
        when(r.published(), ui),
        Safe.href(r.url()),
        seal(Sealed.of(claim, r)),
        r.corrections().stream()
            .map(c -> new ClaimPage.Dated(when(c.at(), ui), Said.of(c.words()), null))
            .toList(),
        reply == null
            ? null
            : new ClaimPage.Dated(
                when(reply.at(), ui), Said.of(reply.words()), Said.unknown(reply.by())),
        stone == null
            ? null
            : new ClaimPage.Dated(when(stone.at(), ui), Said.of(stone.reason()), null),
        r.organisation().equals(own) && stone == null);
  }

  private String seal(Sealed sealed) {
    return "verify.seal." + desk.standing(sealed).word();
  }

  private ClaimPage.Joint joint(Claim claim, Statement s, Ui ui) {
    List<ClaimPage.Stand> stands =
        desk.reviewers().stream()
            .map(r ->
                s.of(r.id())
                    .map(p ->
                        new ClaimPage.Stand(
                            named(r.id()),
                            "stand." + p.stand().word(),
                            p.words().isBlank() ? null : Said.of(p.words()),
                            seal(Sealed.of(claim, s, p))))
                    .orElseGet(
                        () -> new ClaimPage.Stand(named(r.id()), silence(claim, r), null, "")))
            .toList();
    return new ClaimPage.Joint(
        s.id(), Said.of(s.text()), named(s.proposer()), when(s.proposed(), ui), stands);
  }

  /// Silence is no position: who has not reviewed the claim reads so.
  private static String silence(Claim claim, Reviewer reviewer) {
    boolean reviewed =
        claim.reviews().stream()
            .anyMatch(r -> r.tombstone() == null && r.organisation().equals(reviewer.id()));
    return reviewed ? "stand.silent" : "verify.no-review";
  }

  static Lang lang(String tag, Ui ui) {
    return tag.matches("[a-z]{2,3}") ? new Lang(tag) : ui.lang();
  }
}

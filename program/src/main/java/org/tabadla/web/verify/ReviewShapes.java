package org.tabadla.web.verify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Sealed;
import org.tabadla.verify.Statement;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.web.Dated;
import org.tabadla.web.Safe;
import org.tabadla.web.Said;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.When;

/// Reviews, statements and who made them, as pages show them, each with what there is to say of its
/// seal.
final class ReviewShapes {
  private final Desk desk;
  private final Ui ui;
  private final ZoneId zone;

  ReviewShapes(Desk desk, Ui ui, ZoneId zone) {
    this.desk = desk;
    this.ui = ui;
    this.zone = zone;
  }

  When when(Instant at) {
    return new Dated(ui, zone).ofRow(at);
  }

  Said named(String organisation) {
    return Said.unknown(desk.reviewer(organisation).map(Reviewer::name).orElse(organisation));
  }

  /// Who a feed names as an author is none of this house, whatever it is called.
  Said named(Review review) {
    return review.takenFrom() == null
        ? named(review.organisation())
        : Said.unknown(review.organisation());
  }

  private String seal(Sealed sealed) {
    return "verify.seal." + desk.standing(sealed).word();
  }

  ClaimsPage.ReviewerLine reviewer(Reviewer r) {
    return new ClaimsPage.ReviewerLine(
        r.id(),
        ui.link("/desk/" + Steps.of(r.id())),
        Said.unknown(r.name()),
        Safe.href(r.url()),
        Said.unknown(r.ownership()),
        Said.unknown(r.funding()),
        "verify.own-government." + r.ownGovernment().name().toLowerCase(Locale.ROOT),
        seal(Sealed.of(r)),
        r.key());
  }

  ClaimPage.Shown review(Claim claim, Review r, String own) {
    Review.Scale scale = r.scale();
    Review.Tombstone stone = r.tombstone();
    String from = r.takenFrom();
    return new ClaimPage.Shown(
        r.id(),
        named(r),
        from == null ? desk.reviewer(r.organisation()).map(this::reviewer).orElse(null) : null,
        Said.of(r.finding()),
        scale == null ? null : scale.value() + " (" + scale.worst() + "–" + scale.best() + ")",
        Said.of(r.text()),
        Said.of(r.method()),
        r.evidence().stream()
            .map(e -> new ClaimPage.Link(Safe.href(e.url()), Said.unknown(e.title())))
            .toList(),
        when(r.published()),
        Safe.href(r.url()),
        seal(Sealed.of(claim, r)),
        r.corrections().stream().map(c -> correction(claim, r, c)).toList(),
        r.replies().stream().map(this::reply).toList(),
        stone == null
            ? null
            : new ClaimPage.Withdrawal(
                when(stone.at()), reason(stone.reason()), seal(Sealed.of(claim, r, stone))),
        r.feeds().stream()
            .map(each -> new ClaimPage.Link(Safe.href(each), Said.unknown(each)))
            .toList(),
        r.isOf(own) && stone == null);
  }

  private ClaimPage.Reply reply(Review.Reply reply) {
    String source = reply.source();
    String recorder = reply.recorder();
    return new ClaimPage.Reply(
        when(reply.at()),
        Said.of(reply.words()),
        Said.unknown(reply.by()),
        source == null ? null : new ClaimPage.Link(Safe.href(source), Said.unknown(source)),
        recorder == null ? null : named(recorder),
        reply.writer());
  }

  /// The house's own words for what a feed did come in the reader's language.
  private Said reason(Text words) {
    return Said.of(said(words, ui));
  }

  /// The house's own words for what a feed did in the reader's language, others' as they are.
  static Text said(Text words, Ui ui) {
    return ClaimFeeds.isOfTheHouse(words) ? new Text(ui.say(words.value()), ui.lang()) : words;
  }

  private ClaimPage.Correction correction(Claim claim, Review r, Review.Correction c) {
    Text before = c.before();
    return new ClaimPage.Correction(
        when(c.at()),
        reason(c.words()),
        before == null ? null : Said.of(before),
        seal(Sealed.of(claim, r, c)));
  }

  ClaimPage.Joint joint(Claim claim, Statement s) {
    List<ClaimPage.Stand> stands = desk.reviewers().stream().map(r -> stand(claim, s, r)).toList();
    return new ClaimPage.Joint(
        s.id(),
        ui.link(ClaimPages.path(claim) + "/statement/" + Steps.of(s.id())),
        Said.of(s.text()),
        named(s.proposer()),
        when(s.proposed()),
        seal(Sealed.of(claim, s)),
        stands);
  }

  private ClaimPage.Stand stand(Claim claim, Statement s, Reviewer r) {
    return s.of(r.id())
        .map(p ->
            new ClaimPage.Stand(
                named(r.id()),
                "stand." + p.stand().word(),
                p.words().isBlank() ? null : Said.of(p.words()),
                when(p.at()),
                seal(Sealed.of(claim, s, p)),
                s.before(r.id()).stream()
                    .map(e ->
                        new ClaimPage.Earlier(
                            "stand." + e.stand().word(),
                            Said.of(e.words()),
                            when(e.at()),
                            seal(Sealed.of(claim, s, e))))
                    .toList()))
        .orElseGet(
            () -> new ClaimPage.Stand(named(r.id()), silence(claim, r), null, null, "", List.of()));
  }

  /// Silence is no position: who has not reviewed the claim reads so.
  private static String silence(Claim claim, Reviewer reviewer) {
    boolean reviewed =
        claim.reviews().stream().anyMatch(r -> r.tombstone() == null && r.isOf(reviewer.id()));
    return reviewed ? "stand.silent" : "verify.no-review";
  }

  ClaimLine line(Claim claim) {
    return new ClaimLine(
        claim.id(),
        ui.link(ClaimPages.path(claim)),
        Said.of(claim.words()),
        said(claim.speaker()),
        claim.date(),
        claim.reviews().stream()
            .filter(r -> r.tombstone() == null)
            .map(r -> new ClaimLine.Found(named(r), Said.of(r.finding())))
            .toList(),
        ui.count("verify.appearances", claim.appearances().size()));
  }

  static @Nullable Said said(@Nullable String words) {
    return words == null ? null : Said.unknown(words);
  }

  static Lang lang(String tag, Ui ui) {
    return tag.matches("[a-z]{2,3}") && new Lang(tag).isKnown() ? new Lang(tag) : ui.lang();
  }
}

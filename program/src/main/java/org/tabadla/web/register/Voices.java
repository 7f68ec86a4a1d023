package org.tabadla.web.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Labels;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Difference;
import org.tabadla.register.FromAgreement;
import org.tabadla.register.Named;
import org.tabadla.register.Promise;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.web.Countries;
import org.tabadla.web.Dated;
import org.tabadla.web.Safe;
import org.tabadla.web.Said;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.When;

/// What the sources say, as a page shows it to one reader.
final class Voices {
  private static final int SHOWN_CLUES = 6;
  private static final Pattern SUM = Pattern.compile("([A-Z]{3})([0-9.]+(?:E\\+?[0-9]+)?)");

  private final Ui ui;
  private final Dated dated;
  private final Register register;

  Voices(Ui ui, java.time.ZoneId zone, Register register) {
    this.ui = ui;
    this.register = register;
    this.dated = new Dated(ui, zone);
  }

  When when(java.time.Instant at) {
    return dated.ofRow(at);
  }

  /// Most assertions are an article's; those of an agreement have its page.
  private static String path(String origin) {
    return origin.startsWith(FromAgreement.AGREEMENT)
        ? "/" + origin
        : "/article/" + Steps.of(origin);
  }

  CommitmentPage.Voice of(Commitment.Entry entry) {
    Assertion read = entry.assertion();
    Assertion shown = entry.corrected();
    var lang = new Lang(read.origin().lang());
    return new CommitmentPage.Voice(
        read.id(),
        "status." + shown.status().word(),
        Said.unknown(read.origin().name()),
        ui.link(path(read.origin().article())),
        when(read.origin().said()),
        Said.of(read.sentence().words(), lang),
        facts(shown, lang),
        entry.why().stream().map(this::clue).distinct().limit(SHOWN_CLUES).toList(),
        entry.corrections().stream()
            .map(c ->
                new CommitmentPage.Changed(
                    "register." + c.field().name().toLowerCase(java.util.Locale.ROOT),
                    c.value() == null ? null : Safe.text(c.value()),
                    Safe.text(c.note()),
                    Safe.text(c.actor())))
            .toList());
  }

  /// @return a clue as people read it: what it names in the reader's language, a sum without
  ///   exponents
  private String clue(String clue) {
    String value = clue.substring(clue.indexOf(':') + 1);
    if (Countries.isOne(value)) {
      return Countries.ofConcept(value, ui);
    }
    if (value.indexOf(':') >= 0) {
      return Labels.of(value, ui.lang()).orElse(value.substring(value.indexOf(':') + 1));
    }
    Matcher sum = SUM.matcher(value);
    return sum.matches() ? Sums.of(new BigDecimal(sum.group(2)), sum.group(1)) : Safe.text(value);
  }

  private List<CommitmentPage.Fact> facts(Assertion a, Lang lang) {
    var out = new ArrayList<CommitmentPage.Fact>();
    for (Assertion.Party party : a.parties()) {
      out.add(fact("register.party", party.name().words(), lang, role(party.role())));
    }
    if (a.others() != null) {
      out.add(fact("register.others", a.others().words(), lang, null));
    }
    if (a.instrument() != null) {
      out.add(fact("register.instrument", a.instrument().words(), lang, null));
    }
    if (a.count() != null) {
      out.add(fact("register.count", a.count().words().words(), lang, a.count().value()));
    }
    for (Assertion.Amount amount : a.amounts()) {
      out.add(
          fact(
              "register.amount",
              amount.words().words() + " (" + amount.of() + ")",
              lang,
              Sums.of(amount.value(), amount.currency())));
    }
    for (Assertion.Worded sector : a.sectors()) {
      out.add(fact("register.sector", sector.words(), lang, null));
    }
    if (a.place() != null) {
      out.add(fact("register.place", a.place().words(), lang, null));
    }
    if (a.date() != null) {
      out.add(fact("register.date", a.date().words().words(), lang, a.date().value()));
    }
    for (Assertion.Deliverable one : a.deliverables()) {
      out.add(fact("register.deliverable", one.what().words(), lang, one.due()));
    }
    return out;
  }

  /// «party» says nothing that the label does not say.
  private @Nullable String role(String role) {
    return role.equals("party") ? null : Tongue.role(ui, role);
  }

  private static CommitmentPage.Fact fact(
      String label, String words, Lang lang, @Nullable String note) {
    return new CommitmentPage.Fact(
        label, Said.of(words, lang), note == null ? null : Safe.text(note));
  }

  List<CommitmentPage.Unlike> differences(Commitment commitment) {
    var entries =
        commitment.entries().stream()
            .collect(Collectors.toMap(e -> e.assertion().id(), e -> e, (a, b) -> a));
    var out = new ArrayList<CommitmentPage.Unlike>();
    for (Difference difference : Difference.of(commitment)) {
      var versions = new ArrayList<CommitmentPage.Version>();
      for (Difference.Version version : difference.versions()) {
        List<CommitmentPage.Voice> sayers =
            version.sayers().stream()
                .flatMap(a -> java.util.stream.Stream.ofNullable(entries.get(a.id())))
                .map(this::of)
                .toList();
        versions.add(new CommitmentPage.Version(value(difference.kind(), version), sayers));
      }
      String label = difference.kind().name().toLowerCase(java.util.Locale.ROOT);
      out.add(new CommitmentPage.Unlike("register.differ." + label, versions));
    }
    return out;
  }

  private Said value(Difference.Kind kind, Difference.Version version) {
    return switch (kind) {
      case STATUS -> Said.of(ui.say("status." + version.value()), ui.lang());
      case PARTIES ->
          Said.of(
              java.util.Arrays.stream(version.value().split(" "))
                  .map(this::party)
                  .collect(Collectors.joining(" · ")),
              ui.lang());
      case AMOUNT -> Said.unknown(Sums.of(version.value()));
      case COUNT, DATE, DUE -> Said.unknown(version.value());
    };
  }

  private String party(String concept) {
    return Countries.isOne(concept)
        ? Countries.ofConcept(concept, ui)
        : register
            .name(new Shelf(Shelf.Kind.PARTY, concept), ui.lang())
            .map(Named::words)
            .orElse(concept);
  }

  List<CommitmentPage.Due> promises(Commitment commitment, LocalDate today) {
    var silent = commitment.silent(today).stream().map(Promise::key).toList();
    return commitment.promises().stream()
        .map(p ->
            new CommitmentPage.Due(
                p.key(),
                day(p),
                silent.contains(p.key()),
                p.wordings().stream().map(Voices::wording).toList(),
                p.evidence().stream()
                    .map(e ->
                        new CommitmentPage.Shown(
                            Safe.href(e.url()), Said.unknown(e.words()), e.day(), e.actor()))
                    .toList()))
        .toList();
  }

  private @Nullable When day(Promise promise) {
    LocalDate day = promise.lastDay();
    String due = promise.due();
    if (day == null || due == null) {
      return null;
    }
    return due.equals(day.toString()) ? dated.of(Moment.day(day)) : new When(due, due, "");
  }

  private static CommitmentPage.Fact wording(Promise.Wording wording) {
    Assertion by = wording.assertion();
    return new CommitmentPage.Fact(
        "register.deliverable",
        Said.of(wording.deliverable().what().words(), new Lang(by.origin().lang())),
        Safe.text(by.origin().name()));
  }
}

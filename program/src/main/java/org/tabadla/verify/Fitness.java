package org.tabadla.verify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// What is too long, too many or no day, whichever door it comes by: what a desk writes down is
/// shown on many pages and never taken out again.
final class Fitness {
  private static final int LONGEST_CHARS = 20_000;
  private static final int LONGEST_NAME_CHARS = 300;
  private static final int LONGEST_NOTE_CHARS = 5_000;
  private static final int LONGEST_URL_CHARS = 2_000;

  /// Of a claim: pages that carry it, reviews, statements; of a statement: positions.
  private static final int MOST_OF_A_KIND = 2_000;

  private static final int MOST_REPLIES = 100;
  private static final int MOST_CORRECTIONS = 100;
  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,190}");
  private static final int YEAR_CHARS = 4;
  private static final int MONTH_CHARS = 7;
  private static final int FIRST_YEAR = 1000;

  private Fitness() {}

  /// @param claim to which it is to happen; null for a new one, and for what is about none
  /// @return what is wrong with what is to be written down, in one line; null where nothing is
  static @Nullable String of(@Nullable Claim claim, Event event) {
    return switch (event) {
      case Event.Claimed c ->
          first(ofClaim(c.words(), c.speaker(), c.place(), c.date()), ofPages(c.appearances()));
      case Event.Appeared one ->
          first(many(claim, "pages", Claim::appearances), ofPages(List.of(one.appearance())));
      case Event.Profiled one -> ofReviewer(one.reviewer());
      case Event.Reviewed one ->
          first(many(claim, "reviews", Claim::reviews), ofReview(one.review()));
      case Event.Corrected one -> ofCorrection(claim, one);
      case Event.Replied one -> ofReply(claim, one);
      case Event.Withdrawn one -> said("a withdrawal", one.reason());
      case Event.Stated one ->
          first(
              many(claim, "statements", Claim::statements),
              one.statement().text().isBlank() ? "a statement without words" : null,
              longer("the statement", one.statement().text().value(), LONGEST_CHARS));
      case Event.Stood one ->
          first(ofPosition(claim, one.statement()), note(one.position().words()));
      case Event.DomainStated one -> ofDomain(one.age());
      case Event.Same _ -> many(claim, "same claims", Claim::same);
      case Event.NotSame _ -> many(claim, "other claims", Claim::notSame);
      case Event.Asked _ -> many(claim, "requests", Claim::requests);
      case Event.AlsoShown _ -> null;
    };
  }

  private static @Nullable String many(
      @Nullable Claim claim, String what, Function<Claim, List<?>> all) {
    return claim == null || all.apply(claim).size() < MOST_OF_A_KIND
        ? null
        : claim.id() + " has " + all.apply(claim).size() + " " + what + " already, the most it can";
  }

  private static @Nullable String ofPages(List<Claim.Appearance> pages) {
    return pages.size() > MOST_OF_A_KIND
        ? pages.size() + " pages, more than " + MOST_OF_A_KIND
        : pages.stream()
            .map(page ->
                first(noAddress(page.url()), longer("the title", page.title(), LONGEST_URL_CHARS)))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable String note(Text words) {
    return longer("the words", words.value(), LONGEST_NOTE_CHARS);
  }

  private static @Nullable String said(String what, Text words) {
    return words.isBlank() ? what + " without words" : note(words);
  }

  private static @Nullable String finding(Text words) {
    return words.isBlank()
        ? "a finding without words"
        : longer("the finding", words.value(), LONGEST_NAME_CHARS + 1);
  }

  private static @Nullable String ofDomain(DomainAge age) {
    return HOST.matcher(age.host()).matches() && isDate(age.since())
        ? noAddress(age.url())
        : "a host and a day, such as news.example 2019-05-01: " + age;
  }

  private static @Nullable String ofPosition(@Nullable Claim claim, String statement) {
    int taken =
        claim == null
            ? 0
            : claim.statement(statement).map(each -> each.positions().size()).orElse(0);
    return taken >= MOST_OF_A_KIND ? taken + " positions were taken already" : null;
  }

  private static @Nullable String ofReply(@Nullable Claim claim, Event.Replied reply) {
    Review on = claim == null ? null : claim.review(reply.review()).orElse(null);
    int said = on == null ? 0 : on.replies().size();
    return first(
        on == null ? "no review " + reply.review() + " of this claim" : null,
        said >= MOST_REPLIES ? "the review has " + said + " answers already" : null,
        said("an answer", reply.words()),
        reply.source() == null || reply.source().isBlank()
            ? "an answer needs a source: where or how the claimant gave it"
            : longer("the source", reply.source(), LONGEST_URL_CHARS),
        longer("the name", reply.by(), LONGEST_NAME_CHARS));
  }

  private static @Nullable String ofCorrection(@Nullable Claim claim, Event.Corrected correction) {
    Review on = claim == null ? null : claim.review(correction.review()).orElse(null);
    int done = on == null ? 0 : on.corrections().size();
    Text found = correction.finding();
    return first(
        done >= MOST_CORRECTIONS
            ? "the review has " + done + " corrections already; withdraw it and write another"
            : null,
        said("a correction", correction.words()),
        found == null ? null : finding(found));
  }

  private static @Nullable String ofClaim(
      Text words, @Nullable String speaker, @Nullable String place, @Nullable String date) {
    if (words.isBlank()) {
      return "a claim without words";
    }
    String length =
        first(
            longer("the words of a claim", words.value(), LONGEST_CHARS),
            longer("the speaker", speaker, LONGEST_NAME_CHARS),
            longer("the place", place, LONGEST_NAME_CHARS));
    return length != null || date == null || isDay(date)
        ? length
        : "no day such as 2025-07-20: " + brief(date);
  }

  private static @Nullable String ofReview(Review review) {
    Review.Scale scale = review.scale();
    String length =
        first(
            finding(review.finding()),
            longer("the review", review.text().value(), LONGEST_CHARS),
            note(review.method()),
            scale == null
                ? null
                : longer(
                    "the scale", scale.value() + scale.worst() + scale.best(), LONGEST_NAME_CHARS),
            noAddress(review.url()));
    return length != null
        ? length
        : review.evidence().stream()
            .map(each -> noAddress(each.url()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable String ofReviewer(Reviewer said) {
    return first(
        longer("the name", said.name(), LONGEST_NAME_CHARS),
        longer("the ownership", said.ownership(), LONGEST_NOTE_CHARS),
        longer("the funding", said.funding(), LONGEST_NOTE_CHARS),
        noAddress(said.url()));
  }

  private static @Nullable String longer(String what, @Nullable String words, int most) {
    return words == null || words.length() <= most
        ? null
        : what + ": " + words.length() + " characters, more than " + most;
  }

  private static @Nullable String noAddress(@Nullable String url) {
    return url == null || (url.length() <= LONGEST_URL_CHARS && url.matches("https?://[^\\s\"<>]+"))
        ? null
        : "no address of http or https with at most "
            + LONGEST_URL_CHARS
            + " characters: "
            + brief(url);
  }

  private static @Nullable String first(@Nullable String... lines) {
    for (String line : lines) {
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  private static String brief(String value) {
    return value.length() > LONGEST_NAME_CHARS ? value.substring(0, LONGEST_NAME_CHARS) : value;
  }

  /// @return whether it is `YYYY-MM-DD`, a day that there is
  private static boolean isDay(String written) {
    return written.length() == "2025-01-01".length() && isDate(written);
  }

  /// @return whether it is a day, a month or a year that there is
  private static boolean isDate(String written) {
    try {
      int year =
          switch (written.length()) {
            case YEAR_CHARS -> Year.parse(written).getValue();
            case MONTH_CHARS -> YearMonth.parse(written).getYear();
            default -> LocalDate.parse(written).getYear();
          };
      return year >= FIRST_YEAR && written.charAt(0) != '+';
    } catch (DateTimeException e) {
      return false;
    }
  }
}

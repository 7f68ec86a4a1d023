package org.tabadla.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// What a person writes in the place of what was read wrongly.
///
/// | field | as in |
/// | --- | --- |
/// | status | `agreed`; nothing where the source asserts nothing |
/// | parties | `Radio Pakistan; China Media Group (lender)`, the role in brackets |
/// | count, date | `12`, `2025-07-11`, or with the words in which it stands: `12 = a dozen` |
/// | amounts | `200000000 USD = 200 million dollars (loan)`, several parted by `;` |
/// | deliverables | `first batch (2025-06-30)`, several parted by `;` |
/// | place, instrument | the words |
///
/// Words that stand in the sentence keep their place in the text, so that corrections can be learnt
/// from.
final class Rewording {
  private static final String SEVERAL = "[;؛；]";
  private static final Pattern IN_BRACKETS = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)");
  private static final Pattern WITH_WORDS = Pattern.compile("([^=]*)=(.*)", Pattern.DOTALL);
  private static final Pattern SUM = Pattern.compile("([0-9][0-9_,]*(?:\\.[0-9]+)?)\\s+([A-Z]{3})");
  private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern URL = Pattern.compile("(https?://[^\\s\"<>]+)?");
  private static final String PARTY = "party";
  private static final int LONGEST_URL_CHARS = 2_000;
  private static final int FIRST_YEAR = 1000;

  private final Assertion before;

  private Rewording(Assertion before) {
    this.before = before;
  }

  /// @param value null where the source says none
  /// @throws IllegalArgumentException when the value cannot be read, saying which
  static Assertion of(Assertion before, Field field, @Nullable String value) {
    var by = new Rewording(before);
    Assertion a = before;
    List<String> each = value == null ? List.of() : several(value);
    boolean blank = value == null;
    return new Assertion(
        a.id(),
        field == Field.STATUS ? status(value) : a.status(),
        field == Field.PARTIES ? each.stream().map(by::party).toList() : a.parties(),
        a.others(),
        field == Field.INSTRUMENT ? by.maybe(value) : a.instrument(),
        field == Field.COUNT ? by.valued(value, COUNT) : a.count(),
        field == Field.AMOUNTS ? each.stream().map(by::amount).toList() : a.amounts(),
        a.sectors(),
        field == Field.PLACE ? by.maybe(value) : a.place(),
        field == Field.DATE ? by.valued(blank ? null : value, DAY) : a.date(),
        field == Field.DELIVERABLES
            ? each.stream().map(by::deliverable).toList()
            : a.deliverables(),
        a.sentence(),
        a.origin(),
        a.clues());
  }

  private static List<String> several(String value) {
    var out = new ArrayList<String>();
    for (String one : value.split(SEVERAL, -1)) {
      if (!one.isBlank()) {
        out.add(one.strip());
      }
    }
    return out;
  }

  private static Status status(@Nullable String word) {
    Status status = word == null ? Status.UNKNOWN : Status.of(word);
    if (word != null && status == Status.UNKNOWN) {
      throw new IllegalArgumentException("no status: " + word);
    }
    return status;
  }

  private Assertion.@Nullable Worded maybe(@Nullable String words) {
    return words == null ? null : worded(words);
  }

  /// @return the words with their place in the text where the sentence has them, else with none
  private Assertion.Worded worded(String words) {
    String clean = words.strip();
    int at = before.sentence().words().indexOf(clean);
    int start = at < 0 ? 0 : before.sentence().start() + at;
    return new Assertion.Worded(clean, start, at < 0 ? 0 : start + clean.length());
  }

  private Assertion.@Nullable Valued valued(@Nullable String value, Pattern form) {
    if (value == null) {
      return null;
    }
    Matcher both = WITH_WORDS.matcher(value);
    boolean hasWords = both.matches();
    String plain = (hasWords ? both.group(1) : value).strip();
    if (!form.matcher(plain).matches()) {
      throw new IllegalArgumentException("cannot be read: " + plain);
    }
    if (form == DAY) {
      day(plain);
    }
    return new Assertion.Valued(plain, worded(hasWords ? both.group(2) : plain));
  }

  private static void day(String written) {
    LocalDate last = DAY.matcher(written).matches() ? Promise.lastDay(written) : null;
    if (last == null || last.getYear() < FIRST_YEAR) {
      throw new IllegalArgumentException("no day, month or year: " + written);
    }
  }

  /// @return what is wrong with something that is shown; null where nothing is
  static @Nullable String trouble(String url, LocalDate day, Instant now) {
    // Somewhere it is tomorrow already.
    LocalDate tomorrow = now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    if (day.isAfter(tomorrow) || day.getYear() < FIRST_YEAR) {
      return "delivered on " + day + ": a day that has been is wanted";
    }
    return url.length() > LONGEST_URL_CHARS || !URL.matcher(url).matches()
        ? "no address of http or https, up to " + LONGEST_URL_CHARS + " characters"
        : null;
  }

  private Assertion.Party party(String written) {
    Matcher role = IN_BRACKETS.matcher(written);
    boolean hasRole = role.matches();
    String name = hasRole ? role.group(1).strip() : written;
    String concept = Keys.concept(name, new Lang(before.origin().lang()));
    String as = hasRole ? role.group(2).strip() : PARTY;
    return new Assertion.Party(worded(name), concept, as.isEmpty() ? PARTY : as);
  }

  private Assertion.Amount amount(String written) {
    Matcher bracket = IN_BRACKETS.matcher(written);
    boolean hasOf = bracket.matches();
    String rest = hasOf ? bracket.group(1) : written;
    Matcher both = WITH_WORDS.matcher(rest);
    boolean hasWords = both.matches();
    Matcher sum = SUM.matcher((hasWords ? both.group(1) : rest).strip());
    if (!sum.matches()) {
      throw new IllegalArgumentException("no sum with its currency: " + rest.strip());
    }
    return new Assertion.Amount(
        new BigDecimal(sum.group(1).replaceAll("[_,]", "")),
        sum.group(2),
        hasOf ? bracket.group(2).strip() : "",
        worded(hasWords ? both.group(2) : sum.group(1)));
  }

  private Assertion.Deliverable deliverable(String written) {
    Matcher due = IN_BRACKETS.matcher(written);
    if (!due.matches()) {
      return new Assertion.Deliverable(worded(written), null);
    }
    String day = due.group(2).strip();
    day(day);
    return new Assertion.Deliverable(worded(due.group(1)), day);
  }
}

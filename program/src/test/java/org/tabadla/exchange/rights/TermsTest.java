package org.tabadla.exchange.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.exchange.odrl.Policy;
import org.tabadla.exchange.odrl.PolicyJson;
import org.tabadla.exchange.odrl.PolicyReader;
import org.tabadla.exchange.rdf.GraphReader;
import tools.jackson.databind.json.JsonMapper;

/// From plain words to a policy to a decision with its reason.
class TermsTest {
  private static final Instant SIGNED = Instant.parse("2025-07-11T09:00:00Z");
  private static final String FILM = "urn:listing:1";
  private static final String PTV = "urn:party:ptv";
  private static final Map<String, String> NEWS_IN_PAKISTAN =
      Map.of("purpose", Terms.NEWS, "spatial", Terms.COUNTRY + "PK");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "صرف خبر میں، 48 گھنٹے، پاکستان میں",
        "صرف خبر میں، ۴۸ گھنٹے، پاکستان میں۔",
        "news use only, 48 hours, in Pakistan",
        "仅用于新闻，48小时，仅限巴基斯坦",
        "Только в новостях, 48 часов, в Пакистане"
      })
  void theSameTermsAreReadInFourLanguages(String words) {
    assertThat(PlainTerms.read(words))
        .isEqualTo(
            new PlainTerms.Reading.Understood(
                new Terms(true, Duration.ofDays(2), Set.of("PK"), null, false, false, false)));
  }

  @Test
  void whatIsNotUnderstoodIsNeverPassedOver() {
    assertThat(PlainTerms.read("48 hours, in Narnia"))
        .isEqualTo(new PlainTerms.Reading.NotUnderstood(List.of("in Narnia")));
    assertThat(PlainTerms.read("48 hours, 72 hours"))
        .isEqualTo(new PlainTerms.Reading.NotUnderstood(List.of("72 hours")));
    assertThat(PlainTerms.read("no archive unless agreed"))
        .isInstanceOf(PlainTerms.Reading.NotUnderstood.class);
  }

  @Test
  void useIsAllowedInTimeAndPlaceAndForNews() {
    Policy policy = policy("صرف خبر میں، 48 گھنٹے، پاکستان میں");
    assertThat(use("distribute", 47, NEWS_IN_PAKISTAN).under(policy))
        .isInstanceOf(Decision.Allowed.class);
    assertForbidden(use("distribute", 48, NEWS_IN_PAKISTAN).under(policy), "dateTime lt");
    assertForbidden(
        use("distribute", 1, Map.of("purpose", Terms.NEWS, "spatial", Terms.COUNTRY + "CN"))
            .under(policy),
        "spatial isAnyOf");
    assertForbidden(
        use("distribute", 1, Map.of("spatial", Terms.COUNTRY + "PK")).under(policy), "purpose eq");
  }

  @Test
  void aStrangerMayNothingAndASaleIsAgainstTheRule() {
    Policy policy = policy("no resale, no archive");
    var stranger = new Use("distribute", FILM, "urn:party:other", SIGNED, Map.of(), List.of());
    assertForbidden(stranger.under(policy), "another party");
    assertForbidden(use("sell", 1, Map.of()).under(policy), "prohibits it (urn:deal#no-resale)");
    assertForbidden(
        use("archive", 1, Map.of()).under(policy), "prohibits it (urn:deal#no-archive)");
  }

  @Test
  void anEmbargoHoldsForDownloadsAsWell() {
    Policy policy = policy("embargo until 2025-07-11T12:00:00Z");
    assertForbidden(Use.download(FILM, PTV, SIGNED).under(policy), "dateTime gteq");
    assertThat(Use.download(FILM, PTV, Instant.parse("2025-07-11T12:00:00Z")).under(policy))
        .isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void creditComesFirstAndOnlyItsOwnRecordCounts() {
    Policy policy = policy("with credit");
    assertThat(Use.download(FILM, PTV, SIGNED).under(policy)).isInstanceOf(Decision.Allowed.class);
    assertThat(use("distribute", 1, Map.of()).under(policy))
        .isInstanceOfSatisfying(
            Decision.DutyFirst.class,
            duty -> assertThat(duty.reasons().getFirst().in("ur")).contains("attribute"));
    assertThat(done("urn:other#credit").under(policy)).isInstanceOf(Decision.DutyFirst.class);
    assertThat(done("urn:deal#credit").under(policy)).isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void aPolicyComesBackFromItsJsonAsItWas() {
    Policy policy =
        policy(
            "news only, 48 hours, in Pakistan, with credit, no archive, no resale, not before 2025-07-11T12:00Z");
    String json = JsonMapper.builder().build().writeValueAsString(PolicyJson.tree(policy));
    assertThat(PolicyReader.read("deal", GraphReader.read("deal", json))).isEqualTo(policy);
  }

  @Test
  void everyReasonHasWordsInFourLanguages() {
    for (Decision.Why why : Decision.Why.values()) {
      var words = new java.util.HashSet<String>();
      for (String language : List.of("ur", "en", "zh", "ru")) {
        words.add(ReasonWords.of(why, language, ""));
      }
      assertThat(words).as(why.name()).hasSize(4);
    }
  }

  private static void assertForbidden(Decision decision, String reason) {
    assertThat(decision).isInstanceOf(Decision.Forbidden.class);
    assertThat(decision.reasons())
        .extracting(each -> each.in("en"))
        .anyMatch(each -> each.contains(reason));
  }

  private static Use done(String duty) {
    return new Use("distribute", FILM, PTV, SIGNED, Map.of(), List.of(duty));
  }

  private static Use use(String action, int hours, Map<String, String> facts) {
    return new Use(action, FILM, PTV, SIGNED.plus(Duration.ofHours(hours)), facts, List.of());
  }

  private static Policy policy(String words) {
    if (PlainTerms.read(words) instanceof PlainTerms.Reading.Understood(Terms terms)) {
      return terms.policy(new Terms.Deal("urn:deal", FILM, "urn:party:cctv", PTV, SIGNED));
    }
    throw new IllegalStateException(PlainTerms.read(words).toString());
  }
}

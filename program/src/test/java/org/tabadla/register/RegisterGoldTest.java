package org.tabadla.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How well assertions are put together across outlets and languages, with the acts of the gold
/// taken as given.
class RegisterGoldTest {
  private static final double TUNED_FLOOR = 0.93;
  private static final double SCORED_FLOOR = 0.90;

  @Test
  void assertionsMeetAcrossOutletsAndLanguages() throws Exception {
    assertThat(f("tuned")).isGreaterThan(TUNED_FLOOR);
    assertThat(f("scored")).isGreaterThan(SCORED_FLOOR);
  }

  @Test
  void theMeasureTellsPuttingAllTogetherFromPuttingNoneTogether() throws Exception {
    List<ActsGold.Answered> gold = ActsGold.half("tuned");
    List<String> one = gold.stream().map(g -> "same").toList();
    List<String> own = gold.stream().map(g -> g.assertion().id()).toList();
    assertThat(ActsGold.score(gold, one).recall()).isEqualTo(1);
    assertThat(ActsGold.score(gold, one).f()).isLessThan(0.2);
    assertThat(ActsGold.score(gold, own).precision()).isEqualTo(1);
    double apart = ActsGold.score(gold, own).f(); // many are told once, so this is no low bar
    assertThat(apart).isLessThan(TUNED_FLOOR - 0.05);
    assertThat(f("tuned")).isGreaterThan(apart + 0.05);
  }

  private static double f(String half) throws Exception {
    List<ActsGold.Answered> gold = ActsGold.half(half);
    assertThat(gold).hasSizeGreaterThan(80);
    ActsGold.Score score = ActsGold.score(gold, ActsGold.linked(gold));
    System.out.printf(
        "register gold, %s: %d assertions, BCubed precision %.3f, recall %.3f, F %.3f%n",
        half, gold.size(), score.precision(), score.recall(), score.f());
    return score.f();
  }
}

package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;
import org.tabadla.store.Store;

class TrendsTest {
  private static final double SHARE = 3.0 / 28;

  private static double score(long recent, long before) {
    return Trends.rise(new Store.Rising("k", "k", Lang.EN, recent, before), SHARE).score();
  }

  @Test
  void whatIsAsOftenAsEverDoesNotRise() {
    assertThat(score(3, 28)).isLessThan(2);
    assertThat(score(30, 280)).isLessThan(2);
    assertThat(score(1, 100)).isZero();
  }

  @Test
  void whatIsMoreThanUsualRisesAndMoreOfItRisesMore() {
    assertThat(score(10, 0)).isGreaterThan(score(5, 0)).isGreaterThan(2);
    assertThat(score(30, 28)).isGreaterThan(score(30, 100));
    assertThat(score(60, 280)).isGreaterThan(2);
  }

  /// Of terms that come up by chance alone, few pass.
  @Test
  void chanceSeldomRises() {
    var random = new Random(7);
    int risen = 0;
    int terms = 20_000;
    for (int i = 0; i < terms; i++) {
      int recent = 0;
      int before = 0;
      for (int day = 0; day < 31; day++) {
        for (int n = 0; n < 40; n++) {
          if (random.nextDouble() < 0.05) {
            if (day < 28) {
              before++;
            } else {
              recent++;
            }
          }
        }
      }
      risen += score(recent, before) >= 2 ? 1 : 0;
    }
    assertThat((double) risen / terms).isBetween(0.005, 0.04);
  }
}

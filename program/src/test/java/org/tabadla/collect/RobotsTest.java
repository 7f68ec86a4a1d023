package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RobotsTest {
  @Test
  void thePublicCasesAreJudgedAsTheirAuthorsDo() {
    var wrong = new ArrayList<String>();
    int count = 0;
    for (var c : Packs.cases("robots")) {
      count++;
      boolean got =
          Robots.allowed(
              c.get("robots").asString(), c.get("agent").asString(), c.get("url").asString());
      if (got != c.get("want").asBoolean()) {
        wrong.add(c.get("id").asString());
      }
    }
    // The four need the address of the robots.txt itself, which this call does not take.
    assertThat(wrong).hasSizeLessThanOrEqualTo(4).allMatch(id -> id.startsWith("robots-parser/1"));
    assertThat(count).isGreaterThan(100);
  }

  @Test
  void theLongestRuleDecides() {
    String robots = "User-agent: *\nDisallow: /news\nAllow: /news/urdu/\n";
    assertThat(Robots.allowed(robots, "Tabadla/1.0", "https://a.example/news/urdu/1")).isTrue();
    assertThat(Robots.allowed(robots, "Tabadla/1.0", "https://a.example/news/other")).isFalse();
  }

  @Test
  void anOwnGroupSetsTheGroupForAllAside() {
    String robots = "User-agent: *\nDisallow: /\n\nUser-agent: tabadla\nDisallow: /private\n";
    assertThat(Robots.allowed(robots, "Tabadla/1.0", "https://a.example/news")).isTrue();
    assertThat(Robots.allowed(robots, "Tabadla/1.0", "https://a.example/private")).isFalse();
  }

  @Test
  void aForbiddenPathIsForbiddenInEverySpelling() {
    String robots = "User-agent: *\nDisallow: /%7Eali/\nDisallow: /خبر\n";
    assertThat(Robots.allowed(robots, "x", "https://a.example/~ali/1")).isFalse();
    assertThat(Robots.allowed(robots, "x", "https://a.example/%D8%AE%D8%A8%D8%B1/1")).isFalse();
    assertThat(Robots.allowed(robots, "x", "https://a.example/%D8%AE%D8%A8")).isTrue();
  }

  @Test
  void theCrawlDelayOfTheOwnGroupCounts() {
    String robots = "User-agent: *\nCrawl-delay: 30\n\nUser-agent: tabadla\nCrawl-delay: 2.5\n";
    assertThat(Robots.parse(robots, "Tabadla/1").crawlDelay()).contains(Duration.ofMillis(2500));
    assertThat(Robots.parse(robots, "Other").crawlDelay()).contains(Duration.ofSeconds(30));
  }

  @Test
  void manyWildcardsAreMatchedQuickly() {
    String robots = "User-agent: *\nDisallow: /" + "*a".repeat(5_000) + "$\n";
    String url = "https://a.example/" + "a".repeat(15_000) + "b";
    long start = System.nanoTime();
    assertThat(Robots.allowed(robots, "x", url)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}

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
      String robots = c.get("robots").asString();
      String agent = c.get("agent").asString();
      String url = c.get("url").asString();
      String site = c.path("robots_url").asString("");
      boolean got =
          site.isEmpty()
              ? Robots.allowed(robots, agent, url)
              : Robots.allowed(robots, site, agent, url);
      if (got != c.get("want").asBoolean()) {
        wrong.add(c.get("id").asString());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(100);
  }

  @Test
  void aFileSpeaksForItsOwnSiteOnly() {
    String robots = "User-agent: *\nDisallow: /private\n";
    String file = "http://www.a.example/robots.txt";
    assertThat(Robots.allowed(robots, file, "x", "http://www.a.example:80/news")).isTrue();
    assertThat(Robots.allowed(robots, file, "x", "http://WWW.A.example/private")).isFalse();
    assertThat(Robots.allowed(robots, file, "x", "https://www.a.example/news")).isFalse();
    assertThat(Robots.allowed(robots, file, "x", "http://www.a.example:443/news")).isFalse();
    assertThat(Robots.allowed(robots, file, "x", "http://a.example/news")).isFalse();
  }

  @Test
  void agentsAreMatchedByTheirProductTokenAlone() {
    String robots = "User-agent: Tabadla Bot 2.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n";
    assertThat(Robots.allowed(robots, "tabadla/3", "https://a.example/a")).isFalse();
    assertThat(Robots.allowed(robots, "tabadla/3", "https://a.example/b")).isTrue();
    assertThat(Robots.allowed(robots, "tab", "https://a.example/b")).isFalse();
    String cr = "\uFEFFuser-agent : *\rdisallow : /a # all\rallow: /a/b$\r";
    assertThat(Robots.allowed(cr, "x", "https://a.example/a/b")).isTrue();
    assertThat(Robots.allowed(cr, "x", "https://a.example/a/b/")).isFalse();
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

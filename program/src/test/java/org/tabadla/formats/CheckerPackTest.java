package org.tabadla.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every published example comes out as its standard has it. The figures stand in docs/exchange.md.
class CheckerPackTest {
  private static final Checker CHECKER = new Checker(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void iatiFilesThatShouldPassDoAndThatShouldFailDoNot() {
    List<Path> pass = PackFiles.below("iati/tests/activity-tests/should-pass", ".xml");
    List<Path> fail = PackFiles.below("iati/tests/activity-tests/should-fail", ".xml");
    figure("IATI should-pass", count(pass), pass.size());
    assertThat(pass).isNotEmpty().allMatch(CheckerPackTest::isValid);
    figure("IATI should-fail", count(fail), fail.size());
    assertThat(fail).isNotEmpty().noneMatch(CheckerPackTest::isValid);
  }

  @Test
  void ninjsExamplesAreValidButThoseThatBreakTheSchema() {
    List<Path> all = PackFiles.below("ninjs/examples", ".json");
    List<Path> broken =
        all.stream()
            .filter(p -> p.toString().matches(".*(not-valid|schema-extension|collection).*"))
            .toList();
    figure("ninjs", count(all), all.size());
    assertThat(all).filteredOn(p -> !isValid(p)).isEqualTo(broken);
  }

  @Test
  void newsMlExamplesAreValidButFragments() {
    List<Path> all = PackFiles.below("newsml-g2/examples", ".xml");
    figure("NewsML-G2", count(all), all.size());
    assertThat(all)
        .filteredOn(p -> !isValid(p))
        .allMatch(p -> p.toString().matches(".*LISTING_(7|8|9|24|25|28)_.*"));
  }

  @Test
  void otherExamplesAreValid() {
    for (String folder : List.of("oc4ids/examples", "video-metadata-hub/examples")) {
      List<Path> all = PackFiles.below(folder, ".json");
      figure(folder, count(all), all.size());
      assertThat(all).allMatch(CheckerPackTest::isValid);
    }
  }

  private static boolean isValid(Path file) {
    return CHECKER.check(PackFiles.bytes(file)) instanceof Checked.Valid;
  }

  private static long count(List<Path> files) {
    return files.stream().filter(CheckerPackTest::isValid).count();
  }

  private static void figure(String pack, long valid, int all) {
    System.out.println("valid in " + pack + ": " + valid + " of " + all);
  }
}

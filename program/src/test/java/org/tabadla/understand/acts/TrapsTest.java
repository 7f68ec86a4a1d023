package org.tabadla.understand.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabadla.model.Act;
import org.tabadla.model.Lang;

/// Each kind of text that tempts to claim too much, in the languages in which it occurs.
class TrapsTest {
  private static final Path FOLDER = Path.of("src/test/resources/acts");
  private static final Instant WHEN = Instant.parse("2025-07-11T12:00:00Z");

  /// A line of a table.
  record Trap(String kind, Lang lang, String title, String text, String wanted) {
    @Override
    public String toString() {
      return kind + " in " + lang.tag();
    }
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  static Stream<Trap> overclaims() throws IOException {
    return rows("overclaims.tsv").stream()
        .map(r -> new Trap(r[0], new Lang(r[1]), r[2], r[3], r[4]));
  }

  static Stream<Trap> amounts() throws IOException {
    return rows("amounts.tsv").stream().map(r -> new Trap(r[0], new Lang(r[1]), "", r[2], r[3]));
  }

  private static List<Act> acts(Trap trap) {
    return ActReader.of(trap.title(), trap.text(), trap.lang(), WHEN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("overclaims")
  void noMoreIsClaimedThanTheTextSays(Trap trap) {
    List<String> kinds = acts(trap).stream().map(act -> act.act().word()).toList();
    assertThat(kinds).isEqualTo(trap.wanted().equals("-") ? List.of() : List.of(trap.wanted()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("amounts")
  void aSumIsWhatTheTextSaysItIsOf(Trap trap) {
    var have = new ArrayList<String>();
    List<Act> acts = acts(trap);
    acts.forEach(
        act -> act.amounts().forEach(a -> have.add(a.value() + " " + a.currency() + " " + a.of())));
    assertThat(acts).isNotEmpty();
    if (trap.wanted().equals("-")) {
      assertThat(have).isEmpty();
    } else {
      assertThat(have).singleElement().asString().startsWith(trap.wanted());
    }
  }

  @Test
  void theSameWordsWithoutTheTrapAreAnAct() {
    var plain =
        new Trap(
            "plain",
            Lang.EN,
            "",
            "Pakistan and Tajikistan signed three electricity agreements on Monday.",
            "signed");
    assertThat(acts(plain)).extracting(act -> act.act().word()).containsExactly("signed");
  }
}

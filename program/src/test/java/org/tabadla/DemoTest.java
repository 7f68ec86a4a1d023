package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.verify.Reviewer;

/// The demo as a newcomer runs it.
class DemoTest {
  private static final Pattern LISTINGS =
      Pattern.compile("Two newsrooms exchange (\\d+) listings of (\\d+) kinds");
  private static final Pattern DEALS =
      Pattern.compile("They have (\\d+) talks, (\\d+) agreements and (\\d+) deliveries");

  @TempDir Path folder;

  private Ran demo(String... options) {
    String[] all = new String[options.length + 6];
    System.arraycopy(
        new String[] {"demo", "--once", "--port", "0", "--data", data()}, 0, all, 0, 6);
    System.arraycopy(options, 0, all, 6, options.length);
    return Ran.of("", all);
  }

  private String data() {
    return folder.resolve("demo").toString();
  }

  private static int number(Pattern line, String out, int which) {
    Matcher m = line.matcher(out);
    assertThat(m.find()).as("%s in %s", line, out).isTrue();
    return Integer.parseInt(m.group(which));
  }

  @Test
  void eachNewsroomHasAServerOfItsOwnAndWhatIsDoneAtOneStandsAtTheOther() {
    Ran first = demo("--partner");
    assertThat(first.status()).isZero();
    assertThat(number(LISTINGS, first.out(), 2)).isEqualTo(11);
    assertThat(number(DEALS, first.out(), 1)).isGreaterThanOrEqualTo(5);
    assertThat(number(DEALS, first.out(), 2)).isGreaterThanOrEqualTo(3);
    assertThat(number(DEALS, first.out(), 3)).isGreaterThanOrEqualTo(2);
    assertThat(first.out())
        .containsPattern("2 claims with reviews\\s+Looked at \\d+ pictures")
        .contains("Yundu TV has a server of its own at http://localhost:")
        .containsPattern("Met across the two: http://127\\.0\\.0\\.1:\\d+/exchange/listing/\\w+")
        .containsPattern("To be fetched there: http://localhost:\\d+/exchange/delivery/\\w+");
    assertThat(folder.resolve("demo-partner")).isDirectory();
    var partner = SettingsFile.load(folder.resolve("demo-partner"), Map.of(), Map.of());
    try (Rooms rooms = Tabadla.rooms().open(partner)) {
      assertThat(rooms.desks().get().claims().reviewers())
          .as("tells of itself at home")
          .extracting(Reviewer::id)
          .containsExactly("yundu");
    }

    Ran again = demo("--partner");
    assertThat(again.status()).as(again.out()).isZero();
    assertThat(again.out())
        .contains("To be fetched there: ")
        .doesNotContain("Two newsrooms exchange");
  }
}

package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tabadla.cli.Commands;
import org.tabadla.cli.Said;

/// The README's commands run, and print what it shows.
class ReadmeTest {
  private static final Pattern PIPED =
      Pattern.compile("\\$ echo '([^']+)' \\| \\./tabadla pipe (\\w+)\\n([^\\n]+)\\n");
  private static final Pattern COMMAND = Pattern.compile("\\$ \\./tabadla (\\w+)([^\\n]*)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  @Test
  void thePipedExamplePrintsWhatIsShown() {
    Matcher m = PIPED.matcher(ProjectFiles.read("README.md"));
    assertThat(m.find()).isTrue();
    Ran ran = Ran.of(m.group(1) + "\n", "pipe", m.group(2));
    assertThat(ran.status()).isZero();
    assertThat(ran.out().strip()).isEqualTo(m.group(3));
  }

  @Test
  void theDemoPrintsLinesLikeThoseShown() {
    String readme = ProjectFiles.read("README.md");
    String shown =
        readme.substring(readme.indexOf("$ ./tabadla demo") + "$ ./tabadla demo\n".length());
    List<String> lines = shown.substring(0, shown.indexOf("```")).lines().toList();
    Ran ran = Ran.of("", "demo", "--once", "--port", "0");
    assertThat(ran.status()).isZero();
    List<String> printed = ran.out().lines().map(ReadmeTest::shape).toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
    for (String line : lines) {
      if (!line.startsWith("Open ")) {
        assertThat(printed).contains(shape(line));
      }
    }
  }

  @Test
  void everyVerbShownIsAVerb() {
    var verbs =
        Commands.line(Tabadla.rooms(), new ByteArrayInputStream(new byte[0]), quiet())
            .getSubcommands();
    Matcher m = COMMAND.matcher(ProjectFiles.read("README.md"));
    int shown = 0;
    while (m.find()) {
      assertThat(verbs).containsKey(m.group(1));
      shown++;
    }
    assertThat(shown).isGreaterThanOrEqualTo(4);
  }

  /// Times and ports differ from run to run; the rest must be as shown.
  private static String shape(String line) {
    return NUMBER.matcher(line).replaceAll("N");
  }

  private static Said quiet() {
    var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Said(nowhere, nowhere);
  }
}

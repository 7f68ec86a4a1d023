package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tabadla.cli.Commands;
import org.tabadla.cli.Said;
import org.tabadla.config.Setting;
import picocli.CommandLine;

/// Documentation that cannot rot: what exists is documented, and what is documented exists.
class DocsTest {
  private static final int MOST_LINES_OF_THE_README = 120;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void everySettingIsDocumentedWithItsValueAndVariable() {
    String settings = ProjectFiles.read("docs/settings.md");
    for (Setting setting : Setting.ALL) {
      assertThat(settings)
          .contains("`" + setting.key() + "`")
          .contains("`" + setting.variable() + "`")
          .contains(setting.meaning());
      if (!setting.standard().isEmpty()) {
        assertThat(settings).contains("| `" + setting.standard() + "` |");
      }
    }
  }

  @Test
  void everyVerbHasHelpWithAnExample() {
    CommandLine line = commands();
    assertThat(line.getSubcommands()).hasSizeGreaterThan(15);
    line.getSubcommands()
        .forEach((name, verb) -> {
          if (!verb.getCommandSpec().usageMessage().hidden() && !name.equals("help")) {
            String usage = verb.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(usage).as(name).contains("Example:").contains("--help");
          }
        });
  }

  @Test
  void everyVerbIsInTheReadme() {
    String readme = ProjectFiles.read("README.md");
    commands()
        .getSubcommands()
        .forEach((name, verb) -> {
          if (!verb.getCommandSpec().usageMessage().hidden()) {
            assertThat(readme).as("README names the verb").contains("`" + name + "`");
          }
        });
  }

  @Test
  void everyRoomIsInTheHouse() throws Exception {
    String house = ProjectFiles.read("docs/house.md");
    Path rooms = Path.of("src/main/java/org/tabadla");
    try (Stream<Path> all = Files.list(rooms)) {
      List<String> names =
          all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).toList();
      assertThat(names).hasSizeGreaterThan(10);
      for (String room : names) {
        assertThat(house).contains("| `" + room + "` |");
      }
    }
  }

  @Test
  void everyDecisionIsInTheIndex() throws Exception {
    String index = ProjectFiles.read("docs/decisions/README.md");
    try (Stream<Path> all = Files.list(ProjectFiles.root().resolve("docs/decisions"))) {
      all.map(p -> p.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .forEach(name -> assertThat(index).contains("(" + name + ")"));
    }
  }

  @Test
  void theReadmeIsShort() {
    assertThat(ProjectFiles.read("README.md").lines().count())
        .isLessThanOrEqualTo(MOST_LINES_OF_THE_README);
  }

  @Test
  void linksBetweenDocumentsLeadSomewhere() {
    for (Path document : ProjectFiles.ending(".md")) {
      Matcher m = LINK.matcher(ProjectFiles.read(document));
      while (m.find()) {
        assertThat(document.resolveSibling(m.group(1))).as("link in " + document).exists();
      }
    }
  }

  @Test
  void promisesNameTestsThatExist() {
    Matcher m = Pattern.compile("`(\\w+Test)`").matcher(ProjectFiles.read("docs/house.md"));
    int promises = 0;
    while (m.find()) {
      assertThat(ProjectFiles.ending("/" + m.group(1) + ".java")).as(m.group(1)).hasSize(1);
      promises++;
    }
    assertThat(promises).isGreaterThan(5);
  }

  private static CommandLine commands() {
    var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Commands.line(
        Tabadla.rooms(), new ByteArrayInputStream(new byte[0]), new Said(nowhere, nowhere));
  }
}

package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The style guide as a test: sizes, names, no stray marks, nothing that a reader cannot see.
class TidyTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_LINES_OF_A_TEST = 600;
  private static final int MOST_LINES_OF_A_METHOD = 60;

  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

  /// Names that sound vague and are the field's own terms.
  private static final Set<String> TERMS = Set.of("StructuredData.java");

  private static final Pattern VAGUE =
      Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Base|Data|Info)\\.java");
  private static final Pattern BIDI_CONTROLS =
      Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern PHYSICAL_CSS =
      Pattern.compile(
          "(margin|padding|border)-(left|right)\\b|text-align:\\s*(left|right)\\b|float:\\s*(left|right)\\b|^\\s*(left|right)\\s*:");
  private static final Pattern RIGHT_TO_LEFT_LITERAL =
      Pattern.compile("\"[^\"]*[\\u0590-\\u08FF\\uFB1D-\\uFEFC][^\"]*\"");
  private static final Pattern METHOD =
      Pattern.compile(
          "^ {2}(?: {2})?(?!if|for|while|switch|try|catch|do|else|return|new|throw)[\\w@][\\w<>\\[\\], .?@]* \\w+\\([^;=]*\\{$");

  @Test
  void filesStaySmall() {
    assertThat(
            each(
                ".java",
                (path, text) -> {
                  long lines = text.lines().count();
                  int most = path.toString().contains("/test/") ? MOST_LINES_OF_A_TEST : MOST_LINES;
                  return lines > most ? lines + " lines" : null;
                }))
        .isEmpty();
  }

  @Test
  void methodsStaySmall() {
    assertThat(each(".java", (path, text) -> longestMethod(text))).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    assertThat(
            each(
                ".java",
                (path, text) ->
                    VAGUE.matcher(path.toString()).matches()
                            && !TERMS.contains(String.valueOf(path.getFileName()))
                        ? "a vague name"
                        : null))
        .isEmpty();
  }

  @Test
  void nothingIsLeftUndone() {
    assertThat(
            each(
                ".java",
                (path, text) -> path.endsWith("TidyTest.java") ? null : first(UNFINISHED, text)))
        .isEmpty();
  }

  @Test
  void nothingInvisibleTurnsTheText() {
    for (String end :
        List.of(".java", ".md", ".jte", ".css", ".html", ".txt", ".tsv", ".xml", ".sql")) {
      assertThat(each(end, (path, text) -> isMess(path) ? null : first(BIDI_CONTROLS, text)))
          .as(end)
          .isEmpty();
    }
  }

  @Test
  void styleSheetsKnowNoLeftAndRight() {
    assertThat(each(".css", (path, text) -> first(PHYSICAL_CSS, text))).isEmpty();
  }

  @Test
  void atMostOneRightToLeftLiteralStandsOnALine() {
    assertThat(
            each(
                ".java",
                (path, text) ->
                    path.toString().contains("/test/")
                        ? null
                        : text.lines()
                            .filter(
                                line -> RIGHT_TO_LEFT_LITERAL.matcher(line).results().count() > 1)
                            .findFirst()
                            .orElse(null)))
        .isEmpty();
  }

  @Test
  void everyRoomSaysInOneSentenceWhatItIs() {
    assertThat(
            each(
                "package-info.java",
                (path, text) ->
                    text.startsWith("/// ") && text.contains("@NullMarked")
                        ? null
                        : "no sentence, or not @NullMarked"))
        .isEmpty();
  }

  /// Fixtures and the sample press hold the mess of real pages on purpose.
  private static boolean isMess(Path path) {
    return path.toString().contains("/test/resources/") || path.toString().contains("/press/");
  }

  private interface Check {
    @org.jspecify.annotations.Nullable
    String fault(Path path, String text);
  }

  private static List<String> each(String end, Check check) {
    var faults = new ArrayList<String>();
    List<Path> files = ProjectFiles.ending(end);
    assertThat(files).as("files ending in " + end).isNotEmpty();
    for (Path file : files) {
      String fault = check.fault(file, ProjectFiles.read(file));
      if (fault != null) {
        faults.add(ProjectFiles.root().relativize(file) + ": " + fault);
      }
    }
    return faults;
  }

  private static @org.jspecify.annotations.Nullable String first(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    return m.find()
        ? "line " + (text.substring(0, m.start()).lines().count() + 1) + ": " + m.group()
        : null;
  }

  private static @org.jspecify.annotations.Nullable String longestMethod(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!METHOD.matcher(line).matches()
          || line.contains(" class ")
          || line.contains(" record ")
          || line.contains(" interface ")
          || line.contains(" enum ")) {
        continue;
      }
      String end = " ".repeat(line.length() - line.stripLeading().length()) + "}";
      int j = i + 1;
      while (j < lines.size() && !lines.get(j).equals(end)) {
        j++;
      }
      if (j - i + 1 > MOST_LINES_OF_A_METHOD) {
        return "a method of " + (j - i + 1) + " lines at line " + (i + 1);
      }
    }
    return null;
  }
}

package org.tabadla.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.ProjectFilesForBench;

/// `./tabadla bench reading [DATA_DIR]`: how well this reader and others read the pages of the data
/// packs, as tables in `docs/reading.md`. What stands there below {@link #BY_HAND} is kept.
final class ReadingTable {
  private static final String BY_HAND =
      "<!-- By hand from here on: the command keeps what follows. -->";

  private static final String COMMAND = "./tabadla bench reading";

  /// The sets in the order of the document, with what a reader of it should know of them.
  private static final Map<String, String> SETS = new LinkedHashMap<>();

  static {
    SETS.put("zyte", "news and blog pages of 2019, body only");
    SETS.put("news424", "pages of as many news sites, end of 2023");
    SETS.put("wcxb", "articles of the web of 2025 and 2026");
    SETS.put("fundus", "one page of each publisher and layout, some forty countries");
    SETS.put("zh", "Chinese pages, many in GBK");
    SETS.put(
        "urdu_relex", "English pages of zyte and news424, word for word turned into Urdu letters");
    SETS.put("segments", "mostly German pages; snippets that must, and must not, be in the body");
  }

  private ReadingTable() {}

  static void run(@Nullable Path data) throws IOException {
    Path folder = data == null ? ProjectFilesForBench.packs() : data;
    if (folder != null && Files.isDirectory(folder.resolve("read"))) {
      folder = folder.resolve("read");
    }
    if (folder == null || !Files.isDirectory(folder.resolve("zyte"))) {
      System.out.println("no data packs at hand: name their folder, " + COMMAND + " DATA_DIR");
      return;
    }
    Path document = ProjectFilesForBench.root().resolve("docs/reading.md");
    var out = new StringBuilder(head());
    for (var set : SETS.entrySet()) {
      if (Files.exists(folder.resolve(set.getKey()).resolve("gold.json"))) {
        out.append(table(PackSet.of(folder.resolve(set.getKey())), set.getValue()));
      }
    }
    out.append(benchmark()).append('\n').append(BY_HAND).append('\n').append(byHand(document));
    Files.writeString(document, out);
    System.out.println("written: docs/reading.md");
  }

  private static String head() {
    return """
    # Reading, measured

    How well Tabadla reads pages, beside other readers. `%s [DATA_DIR]` reads the pages of the data packs with each reader
    and writes this page anew, down to the part by hand; `./tabadla bench pages` measures how fast.

    - **F1**: body, by runs of four words, as [Zyte's benchmark](https://github.com/scrapinghub/article-extraction-benchmark) does it: precision
      and recall are averaged over the pages first. **exact**: share of bodies that are the gold word for word. **uF1**: as F1, with words that
      are fair to every script. **title**: share of headlines that are right, the outlet's name at the end forgiven. **snippets**: F1 over
      snippets that must be in the body and such that must not.
    - Lines without a mark are measured by the command, all readers on the same bytes; readers that know no charsets get the text that Tabadla's
      detection makes of them. A page over which a reader falls counts as an empty answer.
    - ᵐ: the best other reader of those that were measured apart on the same pages with the same measure (trafilatura, go-trafilatura,
      newspaper4k, readability.js, resiliparse, readability4j and others). ᵖ: published by its authors.
    - What the figures do not say stands at the end of this page.
    """
        .formatted(COMMAND);
  }

  private static String table(PackSet set, String what) throws IOException {
    System.out.println(set.name() + ": " + set.cases().size() + " pages");
    var rows = new ArrayList<String>();
    for (PageTool tool : PageTool.values()) {
      List<PageTool.Answer> answers =
          set.cases().stream().map(page -> tool.readOrFail(page.page())).toList();
      Score score = Score.of(set, answers);
      rows.add(row(tool.title, score));
      System.out.println("  " + rows.getLast());
    }
    for (String[] quoted : quoted(set.name())) {
      rows.add("| " + String.join(" | ", List.of(quoted).subList(1, quoted.length)) + " |");
    }
    return "\n## %s: %d pages\n\n%s.\n\n%s\n%s\n"
        .formatted(
            set.name(),
            set.cases().size(),
            what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1),
            "| reader | F1 | exact | uF1 | snippets | title |\n| --- | --- | --- | --- | --- | --- |",
            String.join("\n", rows));
  }

  private static String row(String name, Score s) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            name,
            number(s.f1(), 4),
            number(s.exact(), 2),
            number(s.unitF1(), 4),
            number(s.snippets(), 4),
            number(s.title(), 2));
  }

  private static String number(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String benchmark() throws IOException {
    var out =
        new StringBuilder(
            "\n## The whole of Zyte's benchmark: 181 pages\n\nHalf of them are the set zyte above;"
                + " the other half was kept back while"
                + " Tabadla was made.\n\n"
                + "| reader | F1 | exact |\n| --- | --- | --- |\n");
    for (String[] quoted : quoted("benchmark")) {
      out.append("| %s | %s | %s |%n".formatted(quoted[1], quoted[2], quoted[3]));
    }
    return out.toString();
  }

  /// @return the quoted figures of a set, each a row of `quoted-figures.tsv`
  private static List<String[]> quoted(String set) throws IOException {
    try (InputStream in = ReadingTable.class.getResourceAsStream("quoted-figures.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      try (Stream<String> lines = all.lines()) {
        return lines.map(line -> line.split("\t", -1)).filter(row -> row[0].equals(set)).toList();
      }
    }
  }

  private static String byHand(Path document) throws IOException {
    if (!Files.exists(document)) {
      return "\n";
    }
    String old = Files.readString(document);
    int at = old.indexOf(BY_HAND);
    return at < 0 ? "\n" : old.substring(at + BY_HAND.length() + 1);
  }
}

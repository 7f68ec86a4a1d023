package org.tabadla.language;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.tabadla.language.LanguageCorpus.Line;
import org.tabadla.model.Lang;

/// Makes `languages.model`.
///
/// `./tabadla train languages [DATA [FILE]]`, with the data packs in DATA. It prints how well
/// languages are told in documents that a model has not seen (five folds by document, each model
/// trained anew) and then writes the model of all lines. The same lines give the same bytes.
public final class TrainLanguages {
  private static final String DATA = "../shared/data";
  private static final String MODEL =
      "program/src/main/resources/org/tabadla/language/languages.model";
  private static final int FOLDS = 5;
  private static final int NO_FOLD = -1;

  /// A language with fewer lines in a script is there only by quoted names.
  private static final int FEWEST_LINES = 15;

  /// The scripts of several languages, and the bits of the hash of each.
  private static final SortedMap<String, Integer> BITS =
      new TreeMap<>(Map.of("ARABIC", 17, "CYRILLIC", 16, "DEVANAGARI", 14, "LATIN", 16));

  private TrainLanguages() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args.length > 0 ? args[0] : DATA);
    Path file = Path.of(args.length > 1 ? args[1] : MODEL);
    if (!Files.isDirectory(data.resolve("language"))) {
      System.err.println("no lines to learn from: " + data + "; name the folder of the data packs");
      System.exit(2);
    }
    List<Line> lines = LanguageCorpus.of(data.resolve("language"), data.resolve("link"));
    System.out.printf(Locale.ROOT, "%d lines%n", lines.size());
    crossValidate(lines);
    try (var stream = Files.newOutputStream(file);
        var out = new DataOutputStream(new GZIPOutputStream(stream, 1 << 16))) {
      out.writeByte(BITS.size());
      for (String script : BITS.keySet()) {
        LanguageTrainer.Table table = table(lines, script, NO_FOLD);
        table.write(out);
        System.out.printf("%s: %s%n", script, String.join(" ", table.languages()));
      }
    }
    System.out.printf(Locale.ROOT, "%s: %d bytes%n", file, Files.size(file));
  }

  private static void crossValidate(List<Line> lines) {
    var tally = new LanguageTally();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<LanguageModel> models = new ArrayList<>();
      for (String script : BITS.keySet()) {
        models.add(table(lines, script, fold).model());
      }
      for (Line line : lines) {
        if (line.isMeasured() && fold(line) == fold) {
          tally.add(line, LanguageGuess.of(line.text(), models));
        }
      }
    }
    System.out.printf(Locale.ROOT, "documents not seen, %d folds%n%n", FOLDS);
    System.out.println(tally.table());
  }

  /// @return the fold that a document is measured in
  private static int fold(Line line) {
    return Math.floorMod((line.group().hashCode() * 0x9E3779B1) >>> 8, FOLDS);
  }

  private static LanguageTrainer.Table table(List<Line> lines, String script, int fold) {
    SortedMap<String, List<PlainWords>> texts = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Line line : lines) {
      if (!line.isLearnt() || fold(line) == fold || !seen.add(line.language() + line.text())) {
        continue;
      }
      String text = Letters.display(line.text(), Lang.UND);
      UnicodeScript main = Scripts.of(text).main();
      if (main != null && main.name().equals(script)) {
        texts
            .computeIfAbsent(line.language(), language -> new ArrayList<>())
            .add(PlainWords.of(text, main));
      }
    }
    texts.values().removeIf(of -> of.size() < FEWEST_LINES);
    var trainer =
        new LanguageTrainer(script, List.copyOf(texts.keySet()), BITS.getOrDefault(script, 0));
    texts.forEach((language, of) -> of.forEach(words -> trainer.learn(language, words)));
    return trainer.fit();
  }
}

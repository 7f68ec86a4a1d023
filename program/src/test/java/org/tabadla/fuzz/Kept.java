package org.tabadla.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tabadla.model.Bytes;

/// What is kept of a target: seeds by hand (`fuzz/read/*`), words worth inserting
/// (`fuzz/read.words`), inputs that once broke a promise (`fuzz/read.crashes`, a name and the
/// escaped bytes a line) and the small inputs by which a long run reached all that it reached
/// (`fuzz/read.corpus`, escaped).
record Kept(List<Named> seeds, List<byte[]> words, List<Named> crashes, List<Named> corpus) {
  private static final Path FOLDER = Path.of("src/test/resources/org/tabadla/fuzz");

  /// An input with a name.
  record Named(String name, Bytes bytes) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// @param program the folder of the program's module
  static Kept of(Path program, FuzzTarget target) {
    Path folder = program.resolve(FOLDER);
    String word = target.word();
    try {
      return new Kept(
          files(folder.resolve(word)),
          rows(folder.resolve(word + ".words")).stream().map(Escaped::bytes).toList(),
          rows(folder.resolve(word + ".crashes")).stream().map(Kept::crash).toList(),
          numbered(rows(folder.resolve(word + ".corpus"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return all inputs, those that were found by hand first
  List<Named> all() {
    return Stream.of(seeds, crashes, corpus).flatMap(List::stream).toList();
  }

  private static Named crash(String row) {
    int tab = row.indexOf('\t');
    return new Named(row.substring(0, tab), new Bytes(Escaped.bytes(row.substring(tab + 1))));
  }

  private static List<Named> numbered(List<String> rows) {
    var out = new ArrayList<Named>();
    for (String row : rows) {
      out.add(new Named("corpus " + (out.size() + 1), new Bytes(Escaped.bytes(row))));
    }
    return out;
  }

  private static List<Named> files(Path folder) throws IOException {
    var out = new ArrayList<Named>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        out.add(new Named(String.valueOf(file.getFileName()), new Bytes(Files.readAllBytes(file))));
      }
    }
    return out;
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .filter(row -> !row.isEmpty() && !row.startsWith("# "))
            .toList()
        : List.of();
  }
}

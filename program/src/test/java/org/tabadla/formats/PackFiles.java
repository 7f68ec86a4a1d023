package org.tabadla.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The exchange pack: published examples of each standard, which are tests only.
final class PackFiles {
  private PackFiles() {}

  /// @return the files below a folder of the pack; without the pack the test is skipped and says so
  static List<Path> below(String folder, String end) {
    Path at = folder().resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(at), "the exchange pack is not at hand: " + folder);
    try (Stream<Path> all = Files.walk(at)) {
      return all.filter(p -> p.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path pack = up.resolve("shared/data/exchange");
      if (Files.isDirectory(pack)) {
        return pack;
      }
    }
    return Path.of("shared/data/exchange");
  }
}

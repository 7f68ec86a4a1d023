package org.tabadla.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the packs of exchange standards lie, if they are at hand.
public final class ExchangePacks {
  private ExchangePacks() {}

  /// A folder of a pack; the test is skipped, and says so, where there is none.
  public static Path folder(String name) {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.isDirectory(here.resolve("shared/data/exchange"))) {
      here = here.getParent();
    }
    assumeTrue(here != null, "no exchange packs here: " + name + " is not tested");
    Path folder = here.resolve("shared/data/exchange").resolve(name);
    assumeTrue(Files.isDirectory(folder), "no pack " + name);
    return folder;
  }

  /// All files below a folder whose name ends so, in order.
  public static List<Path> files(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

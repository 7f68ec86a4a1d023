package org.tabadla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project's own files, for tests about the project itself.
final class ProjectFiles {
  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", "q", "node_modules", "tabadla-data");

  private ProjectFiles() {}

  /// The folder that holds the script `./tabadla`, found upwards from where the tests run.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("mvnw"))) {
      Path up = here.getParent();
      if (up == null) {
        throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
      }
      here = up;
    }
    return here;
  }

  /// All files whose name ends so, built and fetched ones left out.
  static List<Path> ending(String... ends) {
    try (Stream<Path> all = Files.walk(root())) {
      return all.filter(Files::isRegularFile)
          .filter(path -> Stream.of(ends).anyMatch(end -> path.toString().endsWith(end)))
          .filter(path ->
              Stream.of(root().relativize(path).toString().split("/", -1))
                  .noneMatch(NOT_OURS::contains))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String file) {
    return read(root().resolve(file));
  }

  /// The shared data packs, or null where they are not at hand.
  static @org.jspecify.annotations.Nullable Path packs() {
    Path packs = root().resolveSibling("shared").resolve("data");
    return Files.isDirectory(packs) ? packs : null;
  }
}

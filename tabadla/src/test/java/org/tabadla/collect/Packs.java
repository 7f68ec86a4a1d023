package org.tabadla.collect;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The shared test packs, which only stand on the machines of those who build the program.
final class Packs {
  private static final Path FROM_MODULE = Path.of("../../shared/data/feeds");
  private static final Path FROM_WORKTREE = Path.of("../../../shared/data/feeds");

  private Packs() {}

  static JsonNode cases(String pack) {
    Path shared =
        java.util.stream.Stream.of(System.getProperty("tabadla.shared", ""), "", "")
            .map(s -> Path.of(s, "feeds"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseGet(() -> Files.isDirectory(FROM_MODULE) ? FROM_MODULE : FROM_WORKTREE);
    Path file = shared.resolve(pack).resolve("cases.json");
    assumeThat(file).as("the pack %s is not on this machine", pack).exists();
    return JsonMapper.shared().readTree(file.toFile());
  }
}

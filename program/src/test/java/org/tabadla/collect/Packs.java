package org.tabadla.collect;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public test packs: `shared/data` beside the project or above it.
final class Packs {
  private Packs() {}

  /// @return the cases of a pack of feeds; the test is skipped on a machine without them
  static JsonNode cases(String pack) {
    Path file = Path.of("shared/data/feeds", pack, "cases.json");
    Path up = Path.of("").toAbsolutePath();
    while (up != null && !Files.exists(up.resolve(file))) {
      up = up.getParent();
    }
    assumeThat(up).as("the pack %s is not on this machine", pack).isNotNull();
    return JsonMapper.shared().readTree(up == null ? file : up.resolve(file));
  }
}

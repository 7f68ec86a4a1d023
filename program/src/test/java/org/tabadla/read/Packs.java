package org.tabadla.read;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the public test packs: `shared/data` beside the project or above it.
final class Packs {
  private Packs() {}

  /// @return the folder of the packs, which is not there on a machine without them
  static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    for (Path up = here; up != null; up = up.getParent()) {
      Path packs = up.resolve("shared/data");
      if (Files.isDirectory(packs)) {
        return packs;
      }
    }
    return here.resolve("shared/data");
  }
}

package org.tabadla;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tabadla.bench.Bench;
import org.tabadla.model.Page;

/// The pages that `./tabadla bench` measures on when none are named.
public final class ProjectFilesForBench {
  private ProjectFilesForBench() {}

  public static List<Page> pages() throws IOException {
    Path packs = ProjectFiles.packs();
    return Bench.saved(List.of(packs == null ? ProjectFiles.root() : packs.resolve("read")));
  }
}

package org.tabadla.collect;

import org.tabadla.model.Page;

/// What stands in a folder of saved pages or in a WARC file.
public sealed interface Saved {
  /// @return where it stands: a path, with `:offset` inside a WARC file
  String where();

  /// A page.
  record PageFile(String where, Page page) implements Saved {}

  /// Something that should be a page and cannot be read as one.
  ///
  /// @param why one line: `[source] what: value seen; remedy`
  record BadFile(String where, String why) implements Saved {}
}

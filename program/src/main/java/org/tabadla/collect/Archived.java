package org.tabadla.collect;

import java.util.Map;
import org.tabadla.model.Page;

/// What stands in the archive.
public sealed interface Archived {
  /// @return what names it: `file:offset`
  String record();

  /// A page as it is kept.
  ///
  /// @param status the HTTP status it came with; 200 for a saved page
  /// @param notes what was kept with it; keys in lower case
  record Kept(String record, Page page, int status, Map<String, String> notes)
      implements Archived {}

  /// A place that cannot be read; the rest of its file is passed over.
  ///
  /// @param why one line: `[source] what: value seen; remedy`
  record Damaged(String record, String why) implements Archived {}
}

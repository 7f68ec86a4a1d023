package org.tabadla.read;

import java.util.List;

/// What one article's page teaches about its site: digests of its lines and of where they stood,
/// and none of its words. The same for the same bytes, whatever is known of the site already.
///
/// @param article digest of the canonical address: the same article again teaches nothing
/// @param lines those taken for the body, and some of those beside it; a bounded list
public record PageTrace(int article, List<Seen> lines) {
  public PageTrace {
    lines = List.copyOf(lines);
  }

  /// One line as it is remembered.
  ///
  /// @param text digest of its letters and digits, and of its place
  /// @param near digests that nearly the same words share, see {@link LineKeys}
  /// @param path digest of the tags and classes around it
  /// @param body the reader took it for the article's, before any memory was asked
  /// @param units how much it says, see {@link Line#units()}
  public record Seen(long text, List<Long> near, long path, boolean body, int units) {
    public Seen {
      near = List.copyOf(near);
    }
  }
}

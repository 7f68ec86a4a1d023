package org.tabadla.exchange.federation;

import org.tabadla.model.Logged;

/// How far one side has read the other's journal.
///
/// @param seq of the last entry that was seen; 0 before the first
/// @param hash of that entry. A journal that was put back from an old copy goes on with other
///   entries under the same numbers; the hash tells, and all is read again.
public record Cursor(long seq, String hash) {
  public static final Cursor START = new Cursor(0, Logged.BEGINNING);

  static Cursor of(Logged logged) {
    return new Cursor(logged.seq(), logged.hash());
  }
}

package org.tabadla.web;

import org.jspecify.annotations.Nullable;
import org.tabadla.store.WatchRecords.Watch;

/// Somebody who has standing queries.
///
/// @param account whose they are; null in a house without accounts
/// @param all whether this one sees and changes everybody's, as the operator does
/// @param formToken what the forms must carry; "" where they need none
public record Owner(@Nullable String account, boolean all, String formToken) {
  /// Whoever sits at the machine of a house without accounts.
  static final Owner HOUSE = new Owner(null, true, "");

  boolean has(Watch watch) {
    return all || (watch.owner() != null && watch.owner().equals(account));
  }
}

package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The standing queries, and a form for another.
///
/// @param asked what the form holds
/// @param trouble why what was asked for does not stand, or null
public record WatchesPage(
    Shell shell, List<Entry> entries, WatchDesk.Asked asked, @Nullable Trouble trouble) {

  /// What cannot be used, in the reader's language, and the detail as it was found.
  public record Trouble(String what, Said detail) {}

  /// One standing query.
  ///
  /// @param remove where the form that removes it posts to
  /// @param secret the key that signs its posts, as receivers are given it; null without a webhook
  public record Entry(
      String href,
      Said title,
      Said query,
      String count,
      When since,
      @Nullable Said webhook,
      @Nullable String secret,
      @Nullable Said email,
      @Nullable Said trouble,
      List<Shell.FeedLink> feeds,
      String remove) {}
}

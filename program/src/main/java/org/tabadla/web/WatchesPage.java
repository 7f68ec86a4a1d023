package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The standing queries, and a form for another.
///
/// @param entries those that this reader may see; none where one is changed
public record WatchesPage(Shell shell, List<Entry> entries, Form form) {

  /// @param action where it posts to
  /// @param token what every form of the page must carry; "" where none is needed
  /// @param changes whether it changes one, or lets another stand
  /// @param asked what it holds
  /// @param trouble why what was asked for does not stand, or null
  public record Form(
      String action,
      String token,
      boolean changes,
      WatchDesk.Asked asked,
      @Nullable Trouble trouble) {}

  /// What cannot be used, in the reader's language, and the detail as it was found.
  public record Trouble(String what, Said detail) {}

  /// One standing query.
  ///
  /// @param owner whose it is, for the operator; null for others, and where it is nobody's
  /// @param edit where it is changed
  /// @param remove where the form that removes it posts to
  /// @param secret the key that signs its posts, as receivers are given it; null without a webhook
  public record Entry(
      String href,
      Said title,
      Said query,
      @Nullable String owner,
      String count,
      When since,
      @Nullable Said webhook,
      @Nullable String secret,
      @Nullable Said email,
      @Nullable Said trouble,
      List<Shell.FeedLink> feeds,
      String edit,
      String remove) {}
}

package org.tabadla.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;

/// The pages of the register that a person watches.
///
/// @param remove where the form that ends a watch is sent to
public record PageWatchesPage(Shell shell, List<Entry> entries, String remove) {
  /// One page.
  ///
  /// @param email "" for nobody
  /// @param webhook "" for nowhere
  /// @param secret the key by which its posts are signed, as receivers are given it
  /// @param trouble why it could not be told, or null
  public record Entry(
      String id,
      String href,
      Said title,
      String email,
      String webhook,
      String secret,
      List<Shell.FeedLink> feeds,
      @Nullable Said trouble) {}
}

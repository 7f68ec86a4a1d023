package org.tabadla.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.websub.HubLinks;

/// Makes what stands around the pages.
public final class Shells {
  private final Supplier<String> base;
  private final boolean named;

  /// @param base what absolute addresses begin with; known only once the server is bound
  /// @param named whether feeds name this server's hub
  Shells(Supplier<String> base, boolean named) {
    this.base = base;
    this.named = named;
  }

  /// @return the address of the hub that feeds name, or null when they name none
  public @Nullable String hub() {
    return named ? base() + HubLinks.HUB_PATH : null;
  }

  public String base() {
    return base.get();
  }

  /// A page that is no listing.
  ///
  /// @param here its address after the language step
  public Shell of(Ui ui, String title, String here) {
    return new Shell(ui, Safe.text(title), here, "", List.of(), base() + ui.link(here));
  }

  /// A list of a wing that has feeds, too ({@link Doors#feeds}).
  ///
  /// @param here its address after the language step
  public Shell fed(Ui ui, String title, String here) {
    return new Shell(
        ui, Safe.text(title), here, "", Entries.links(ui, here), base() + ui.link(here));
  }

  Shell of(Ui ui, String title, Listing listing) {
    var feeds =
        Arrays.stream(FeedForm.values())
            .map(form ->
                new Shell.FeedLink(
                    form.title(), form.type(), ui.link(listing.feedPath(form.extension()))))
            .toList();
    String here = listing.here();
    return new Shell(ui, Safe.text(title), here, "", feeds, base() + ui.link(here));
  }
}

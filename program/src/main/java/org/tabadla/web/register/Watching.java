package org.tabadla.web.register;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;
import org.tabadla.register.Alerts;
import org.tabadla.web.Ui;
import org.tabadla.web.Who;

/// What lets people watch pages of the register and of claims.
///
/// @param claims the words of a claim by its id
/// @param who anybody who is signed in, and whoever sits at the machine of a house without accounts
/// @param refusal why nothing may be posted to an address, in one line
public record Watching(
    Alerts alerts,
    Function<String, Optional<Text>> claims,
    Who who,
    Function<String, Optional<String>> refusal) {
  /// @param page as {@link org.tabadla.register.PageWatches} knows it
  /// @return the form that stands on a page; null for who cannot watch it
  public @Nullable WatchBox box(Context ctx, Ui ui, String page) {
    String mine = ui.link(WatchForms.MINE);
    return who.of(ctx)
        .map(actor ->
            new WatchBox(
                mine, page, alerts.watches().of(actor.id(), page).isPresent(), mine, note(page)))
        .orElse(null);
  }

  private static String note(String page) {
    return ClaimPaths.isOne(page) ? "verify.watch.note" : "register.watch.note";
  }
}

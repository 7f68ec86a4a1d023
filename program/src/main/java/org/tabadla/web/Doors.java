package org.tabadla.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.tabadla.exchange.websub.HubLinks;

/// Where a {@link Wing} puts its pages, and what it needs to fill them.
///
/// @param zone the zone in which readers are told the time
public record Doors(RoutesConfig routes, Replies replies, Shells shells, ZoneId zone) {
  /// A page in one language of the interface.
  @FunctionalInterface
  public interface Asked {
    void answer(Context ctx, Ui ui);
  }

  /// Adds a page at `/ur/…`, `/en/…` and so on, and without that step in the language that the
  /// reader's browser asks for.
  ///
  /// @param path begins with `/`
  public void page(String path, Asked page) {
    each(
        path,
        (at, language) -> {
          routes.get(at, ctx -> page.answer(ctx, language.apply(ctx)));
          routes.head(at, ctx -> page.answer(ctx, language.apply(ctx)));
        });
  }

  /// Adds what a form of such a page is sent to.
  public void form(String path, Asked form) {
    each(path, (at, language) -> routes.post(at, ctx -> form.answer(ctx, language.apply(ctx))));
  }

  /// What a list's feed has to say.
  @FunctionalInterface
  public interface Fed {
    Entries entries(Context ctx, Ui ui);
  }

  /// Adds the feeds of a list, in each form, for readers on any site.
  ///
  /// @param path the list's own
  public void feeds(String path, Fed fed) {
    for (FeedForm form : List.of(FeedForm.ATOM, FeedForm.JSON)) {
      page(
          path + "/feed." + form.extension(),
          (ctx, ui) -> {
            Entries entries = fed.entries(ctx, ui);
            String hub = shells.hub();
            ctx.header("Access-Control-Allow-Origin", "*");
            if (hub != null) {
              ctx.header("Link", HubLinks.header(hub, entries.address(form.extension())));
            }
            replies.text(
                ctx,
                form.type() + "; charset=utf-8",
                form == FeedForm.ATOM ? entries.atom(hub) : entries.json(hub));
          });
    }
  }

  private interface Place {
    void at(String path, Function<Context, Ui> language);
  }

  private static void each(String path, Place place) {
    place.at(path, ctx -> Ui.accepted(ctx.header("Accept-Language")));
    for (Ui ui : Ui.ALL) {
      place.at("/" + ui.tag() + path, ctx -> ui);
    }
  }
}

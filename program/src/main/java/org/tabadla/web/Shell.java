package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around every page.
///
/// @param title of the window, without the program's name
/// @param here the page's address after the language step, with its query
/// @param query what the search box holds
/// @param feeds the same listing as a feed; empty for a page that is no listing
/// @param canonical the absolute address
/// @param waiting how much waits on the visitor's desk; 0 where nobody is known
public record Shell(
    Ui ui,
    String title,
    String here,
    String query,
    List<FeedLink> feeds,
    String canonical,
    int waiting) {

  public Shell(
      Ui ui, String title, String here, String query, List<FeedLink> feeds, String canonical) {
    this(ui, title, here, query, feeds, canonical, 0);
  }

  /// One form of a feed.
  ///
  /// @param name `RSS`, `Atom`, `JSON Feed`
  public record FeedLink(String name, String type, String href) {}

  Shell asking(String words) {
    return new Shell(ui, title, here, words, feeds, canonical, waiting);
  }

  public Shell waiting(int count) {
    return new Shell(ui, title, here, query, feeds, canonical, count);
  }

  public List<Ui> languages() {
    return Ui.ALL;
  }

  public String say(String key) {
    return ui.say(key);
  }

  public String link(String path) {
    return ui.link(path);
  }

  public String asset(String file) {
    return Assets.href(file);
  }

  public boolean isFront() {
    return here.equals("/");
  }

  public @Nullable String current(String path) {
    return here.equals(path) ? "page" : null;
  }
}

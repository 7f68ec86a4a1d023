package org.tabadla.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.StoryRow;

/// A list of articles, newest first, as pages, feeds and the API show it.
///
/// @param title what it is a list of; null for the front page
/// @param path its address without the language step and query
/// @param query its query without the cursor, `q=…`, or ""
/// @param rows the articles; of the front page, each story's lead
/// @param stories the stories of the front page, else empty
/// @param excerpts words around the hits of a search, else empty
/// @param total how many there are in all, or -1 where nobody counts
/// @param next the parameter that continues the list (`after=…`), or null at its end
record Listing(
    @Nullable String title,
    Lang lang,
    String path,
    String query,
    List<Row> rows,
    List<StoryRow> stories,
    Map<ArticleId, String> excerpts,
    long total,
    @Nullable String next) {

  static final int PAGE_ROWS = 30;

  /// @return the same under another title
  Listing called(String otherTitle, Lang itsLang) {
    return new Listing(otherTitle, itsLang, path, query, rows, stories, excerpts, total, next);
  }

  /// @return the address of the next page after the language step, or null
  @Nullable String nextPath() {
    return next == null ? null : path + "?" + (query.isEmpty() ? "" : query + "&") + next;
  }

  /// @return the address after the language step, with its query
  String here() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// @param extension `rss`, `atom` or `json`
  String feedPath(String extension) {
    String at = (path.equals("/") ? "" : path) + "/feed." + extension;
    return query.isEmpty() ? at : at + "?" + query;
  }
}

package org.tabadla.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tabadla.model.Article;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;
import org.tabadla.search.Search;
import org.tabadla.store.Store;

/// A search that looks through the store for one word, so that the pages can be tested without an
/// index. `AND` alone is a bad query.
final class WordSearch implements Search {
  private final Store store;

  WordSearch(Store store) {
    this.store = store;
  }

  @Override
  public Answer search(String query, Order order, int from, int limit) {
    if (query.equals("AND")) {
      return new Answer.BadQuery("AND stands alone: put a word on each side");
    }
    String word = query.replaceAll("[()]|\\w+:\\S+", "").strip().toLowerCase(Locale.ROOT);
    var hits = new ArrayList<Hit>();
    for (Store.Entry entry : store.since(0, 1000)) {
      String text = entry.article().title() + "\n" + entry.article().text();
      int at = text.toLowerCase(Locale.ROOT).indexOf(word);
      if (at >= 0) {
        int end = at + word.length();
        String excerpt =
            text.substring(0, at)
                + '\uE000'
                + text.substring(at, end)
                + '\uE001'
                + text.substring(end);
        hits.add(new Hit(entry.article().id(), entry.story(), 1, excerpt));
      }
    }
    List<Hit> page = hits.stream().skip(from).limit(limit).toList();
    return new Answer.Found(page, hits.size());
  }

  @Override
  public void put(Article article, Notes notes, StoryId story, long seq) {}

  @Override
  public long committedSeq() {
    return 0;
  }

  @Override
  public void commit() {}

  @Override
  public void refresh() {}

  @Override
  public void clear() {}

  @Override
  public long size() {
    return store.articleCount();
  }

  @Override
  public void close() {}
}

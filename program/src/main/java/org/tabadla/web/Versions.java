package org.tabadla.web;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Moment;
import org.tabadla.model.Version;
import org.tabadla.store.Store;

/// Fills the page of an article's versions.
final class Versions {
  private static final int SHOWN = 20;

  private final Store store;
  private final Shells shells;

  Versions(Store store, Shells shells) {
    this.store = store;
    this.shells = shells;
  }

  VersionsPage page(Reader reader, ArticleId id) {
    List<Version> all = store.versions(id);
    if (all.isEmpty()) {
      throw new Missing("article " + id);
    }
    var entries = new ArrayList<VersionsPage.Entry>();
    for (int i = all.size() - 1; i >= Math.max(0, all.size() - SHOWN); i--) {
      Article now = all.get(i).article();
      entries.add(
          new VersionsPage.Entry(
              all.get(i).number(),
              i == 0 ? null : all.get(i - 1).number(),
              reader.dated().of(Moment.time(now.fetched(), ZoneOffset.UTC)),
              Said.of("", now.lang()),
              Said.of(now.title()),
              i == 0 ? null : Revision.between(all.get(i - 1).article(), now)));
    }
    var newest = all.getLast().article();
    Ui ui = reader.ui();
    String path = Reader.articlePath(id);
    return new VersionsPage(
        shells.of(ui, ui.say("versions") + ": " + newest.title().value(), path + "/versions"),
        new Chip(ui.link(path), Said.of(newest.title()), null),
        entries);
  }

  /// @return the word for a field of the revision
  static String name(Ui ui, Revision.Field.Name name) {
    return ui.say("versions.field." + name.name().toLowerCase(Locale.ROOT));
  }
}

package org.tabadla.web;

import java.nio.file.Path;
import org.tabadla.search.Search;
import org.tabadla.store.Store;

/// The press of {@link Fixture} behind a running server.
///
/// @param base scheme, host and port, without a slash at the end
record Served(Store store, Search search, Web web, String base) implements AutoCloseable {
  static Served in(Path folder) {
    return in(folder, WebOptions.standard());
  }

  static Served in(Path folder, WebOptions options) {
    Store store = Fixture.store(folder);
    Search search = Fixture.search(folder, store);
    var web = new Web(store, search, options, Fixture.CLOCK, java.util.List.of());
    return new Served(store, search, web, "http://127.0.0.1:" + web.start("127.0.0.1", 0));
  }

  @Override
  public void close() {
    web.close();
    search.close();
    store.close();
  }
}

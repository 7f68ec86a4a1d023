package org.tabadla.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.Container;
import org.jspecify.annotations.Nullable;
import org.tabadla.search.Search;
import org.tabadla.store.Store;

/// The windows of the house: pages, feeds and the API over HTTP.
///
/// Reads the store and the index, writes nothing but view counts. Each request has a virtual
/// thread.
public final class Web implements AutoCloseable {
  private static final int REQUEST_LIMIT_BYTES = 64 * 1024;
  private static final int INPUT_BUFFER_BYTES = 64 * 1024;
  private static final int MOST_KNOCKING = 1_024;

  private final WebOptions options;
  private final TemplateEngine templates;
  private final Routes routes;
  private final Metrics metrics;
  private final Replies replies;
  private final List<Wing> wings;
  private @Nullable Javalin server;
  private volatile String base = "";

  /// @param wings further parts with pages of their own
  public Web(
      Store store, Search search, WebOptions options, InstantSource clock, List<Wing> wings) {
    this(store, search, options, clock, wings, TemplateEngine.createPrecompiled(ContentType.Html));
  }

  /// @param templates another engine than the precompiled one, for tests
  Web(
      Store store,
      Search search,
      WebOptions options,
      InstantSource clock,
      List<Wing> wings,
      TemplateEngine templates) {
    this.wings = List.copyOf(wings);
    this.replies = new Replies(templates);
    this.options = options;
    this.templates = templates;
    this.metrics = new Metrics(store, search);
    this.routes = new Routes(store, search, options, clock, replies, this::base);
  }

  /// Begins to answer.
  ///
  /// @param host the address to bind to
  /// @param port the port; 0 takes a free one
  /// @return the port that was bound
  public synchronized int start(String host, int port) {
    if (server != null) {
      throw new IllegalStateException("the server runs already");
    }
    Javalin started = Javalin.create(this::configure).start(host, port);
    server = started;
    base = options.base() == null ? "http://" + named(host) + ":" + started.port() : options.base();
    return started.port();
  }

  /// A thousand may knock at once, and files come in by the gigabyte: a larger buffer for reading
  /// costs nothing while nobody sends.
  private static void widen(ServerConnector connector) {
    connector.setAcceptQueueSize(MOST_KNOCKING);
    HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
    if (http != null) {
      http.setInputBufferSize(INPUT_BUFFER_BYTES);
    }
  }

  /// The connector is made by Javalin, which says nothing of it; the server tells when it gets one.
  private static final class Widening implements Container.Listener {
    @Override
    public void beanAdded(Container server, Object part) {
      if (part instanceof ServerConnector connector) {
        widen(connector);
      }
    }

    @Override
    public void beanRemoved(Container server, Object part) {}
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = REQUEST_LIMIT_BYTES;
    config.http.prefer405over404 = true;
    config.jetty.modifyServer(server -> server.addEventListener(new Widening()));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    metrics.watch(config.routes);
    routes.add(config.routes);
    var doors =
        new Doors(config.routes, replies, new Shells(this::base, options.hub()), options.zone());
    wings.forEach(wing -> wing.open(doors));
    metrics.add(config.routes);
  }

  /// A server that listens everywhere is reached by its own name at least here.
  private static String named(String host) {
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /// @return what absolute addresses begin with, without a slash at the end
  public String base() {
    return base;
  }

  /// Every address that is answered, as `GET /exchange/listing/{key}`; for the test that tries them
  /// all, so that none is forgotten.
  public synchronized List<String> addresses() {
    return server == null
        ? List.of()
        : server.unsafe.internalRouter.allHttpHandlers().stream()
            .map(each -> each.endpoint.method + " " + each.endpoint.path)
            .toList();
  }

  TemplateEngine templates() {
    return templates;
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop();
      server = null;
    }
    metrics.close();
  }
}

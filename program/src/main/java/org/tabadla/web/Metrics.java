package org.tabadla.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.tabadla.search.Search;
import org.tabadla.store.Store;

/// Figures for the operator, in Prometheus' text format: requests by route and status, articles,
/// stories, articles in the index. Nothing about readers.
final class Metrics implements AutoCloseable {
  private static final String BEGAN = "began";
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics(Store store, Search search) {
    Gauge.builder("tabadla.articles", store, Store::articleCount).register(registry);
    Gauge.builder("tabadla.stories", store, Store::storyCount).register(registry);
    Gauge.builder("tabadla.indexed", search, Search::size).register(registry);
  }

  void watch(RoutesConfig routes) {
    routes.before(ctx -> ctx.attribute(BEGAN, System.nanoTime()));
  }

  void add(RoutesConfig routes) {
    routes.get("/metrics", ctx -> ctx.contentType(TYPE).result(registry.scrape()));
    routes.after(this::count);
  }

  private void count(Context ctx) {
    Long began = ctx.attribute(BEGAN);
    if (began != null) {
      var endpoint = ctx.endpoints().lastHttpEndpoint();
      Timer.builder("http.server.requests")
          .tag("route", endpoint == null ? "none" : endpoint.path)
          .tag("status", String.valueOf(ctx.statusCode()))
          .register(registry)
          .record(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  @Override
  public void close() {
    registry.close();
  }
}

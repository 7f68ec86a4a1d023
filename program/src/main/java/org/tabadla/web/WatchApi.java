package org.tabadla.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store;
import org.tabadla.store.WatchRecords.Watch;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Standing queries for programs: an account's own, with a token for them. What each one met is at
/// {@link Api}'s `/api/watches/{key}`, for whoever knows its id.
final class WatchApi {
  /// The list of them.
  static final String ALL = "/api/watches";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ONE = ALL + "/{key}";
  private static final int CLIENT_ERROR = 400;
  private static final Set<String> PARTS = Set.of("query", "title", "webhook", "email");

  private final Store store;
  private final Replies replies;
  private final WatchDesk desk;
  private final WatchDoor door;

  WatchApi(Store store, Replies replies, WatchDesk desk, WatchDoor door) {
    this.store = store;
    this.replies = replies;
    this.desk = desk;
    this.door = door;
  }

  void add(RoutesConfig routes) {
    Routes.get(routes, ALL, this::list);
    routes.post(
        ALL,
        ctx -> {
          Owner owner = door.sending(ctx);
          answer(ctx, HttpStatus.CREATED, desk.add(asked(ctx), owner.account()));
        });
    routes.put(
        ONE,
        ctx -> {
          Watch watch = door.one(ctx, door.sending(ctx));
          answer(ctx, HttpStatus.OK, desk.change(watch, asked(ctx)));
        });
    routes.delete(
        ONE,
        ctx -> {
          store.watches().remove(door.one(ctx, door.sending(ctx)).id());
          ctx.status(HttpStatus.NO_CONTENT);
        });
  }

  private void list(Context ctx) {
    var all = door.all(door.looking(ctx));
    send(ctx, Map.of("watches", all.reversed().stream().map(WatchApi::shape).toList()));
  }

  private void answer(Context ctx, HttpStatus status, WatchDesk.Outcome outcome) {
    switch (outcome) {
      case WatchDesk.Outcome.Stands(Watch watch) -> {
        ctx.status(status);
        send(ctx, shape(store.watches().watch(watch.id()).orElse(watch)));
      }
      case WatchDesk.Outcome.Refused(String part, String why) -> {
        ctx.status(CLIENT_ERROR);
        Api.trouble(ctx, CLIENT_ERROR, part + ": " + why);
      }
    }
  }

  /// Keys are in it, so it is for nobody else's eyes.
  private void send(Context ctx, Object body) {
    replies.text(ctx, Api.TYPE, JSON.writeValueAsString(body));
    ctx.header("Cache-Control", "private, no-store");
  }

  private static Map<String, @Nullable Object> shape(Watch watch) {
    var shape = new LinkedHashMap<String, @Nullable Object>();
    shape.put("id", watch.id());
    shape.put("owner", watch.owner());
    shape.put("query", watch.query());
    shape.put("title", watch.title());
    shape.put("since", watch.added().toString());
    shape.put("hits", watch.hits());
    shape.put("webhook", watch.webhook());
    shape.put("key", watch.secret() == null ? null : "whsec_" + watch.secret());
    shape.put("email", watch.email());
    shape.put("trouble", watch.trouble());
    return shape;
  }

  /// @throws BadRequest when the body is no object of texts, or has a part that is not known
  private static WatchDesk.Asked asked(Context ctx) {
    JsonNode body = read(ctx.body());
    body.propertyNames().stream()
        .filter(name -> !PARTS.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new BadRequest("body", name);
        });
    return new WatchDesk.Asked(
        text(body, "query"), text(body, "title"), text(body, "webhook"), text(body, "email"));
  }

  private static JsonNode read(String body) {
    try {
      JsonNode read = JSON.readTree(body);
      if (read.isObject()) {
        return read;
      }
    } catch (JacksonException e) {
      // Said below, with what was sent.
    }
    throw new BadRequest("body", body);
  }

  private static String text(JsonNode body, String part) {
    JsonNode value = body.path(part);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isString()) {
      throw new BadRequest(part, value.toString());
    }
    return value.asString();
  }
}

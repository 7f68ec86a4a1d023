package org.tabadla.web.exchange;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.Notices;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.people.Gate;
import org.tabadla.web.people.Visitor;

/// What all pages of the exchange have in common: who asks, what is shown, where a form leads.
final class Counter {
  private static final int LONGEST_FIELD_CHARS = 5_000;

  private final Exchange exchange;
  private final Gate gate;
  private final Doors doors;
  private final MyDesk desk;
  private final Notices notices;

  Counter(Exchange exchange, Gate gate, Doors doors, MyDesk desk, Notices notices) {
    this.desk = desk;
    this.notices = notices;
    this.exchange = exchange;
    this.gate = gate;
    this.doors = doors;
  }

  Exchange exchange() {
    return exchange;
  }

  Doors doors() {
    return doors;
  }

  void show(Context ctx, Ui ui, String template, String title, ExchangePage.Shown shown) {
    String path = ctx.path();
    String here =
        path.startsWith("/" + ui.tag() + "/") ? path.substring(ui.tag().length() + 1) : path;
    var page =
        new ExchangePage(
            (shown instanceof ExchangePage.Shown.Board
                    ? doors.shells().fed(ui, title, here)
                    : doors.shells().of(ui, title, here))
                .waiting(waiting(ctx, ui)),
            doors.zone(),
            exchange.people(),
            gate.visitor(ctx).orElse(null),
            exchange.now(),
            gate.visitor(ctx).map(me -> notices.unseen(me.account())).orElse(0),
            shown);
    doors.replies().page(ctx, "exchange/" + template, page);
    if (page.me() != null) {
      ctx.header("Cache-Control", "private, no-store");
    }
  }

  private int waiting(Context ctx, Ui ui) {
    return gate.visitor(ctx).map(me -> desk.count(ui, me.account().organisation())).orElse(0);
  }

  Visitor known(Context ctx, Role least) {
    return gate.known(ctx, least);
  }

  Visitor script(Context ctx, Role least) {
    return gate.script(ctx, least);
  }

  boolean isStillKnown(Context ctx, Visitor visitor, Role least) {
    return gate.isStillKnown(ctx, visitor, least);
  }

  Visitor sender(Context ctx, Role least) {
    return gate.sender(ctx, least);
  }

  Optional<Visitor> visitor(Context ctx) {
    return gate.visitor(ctx);
  }

  /// The organisation of whoever asks; null for a reader without an account.
  @Nullable OrganisationId viewer(Context ctx) {
    return gate.visitor(ctx).map(visitor -> visitor.account().organisation()).orElse(null);
  }

  /// A thing by the id in the address, if the asker has a part in it; a stranger learns not even
  /// that it is there.
  <I, T> T part(
      Context ctx, Function<String, I> id, Function<I, Optional<T>> find, Predicate<T> mayLook) {
    return key(ctx, id).flatMap(find).filter(mayLook).orElseThrow(() -> new Missing("such page"));
  }

  static <I> Optional<I> key(Context ctx, Function<String, I> id) {
    try {
      return Optional.of(id.apply(ctx.pathParam("key")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String field(Context ctx, String name) {
    String value = Optional.ofNullable(ctx.formParam(name)).orElse("").strip();
    return value.length() > LONGEST_FIELD_CHARS ? value.substring(0, LONGEST_FIELD_CHARS) : value;
  }

  static void go(Context ctx, Ui ui, String path) {
    ctx.redirect(ui.link(path), HttpStatus.SEE_OTHER);
  }
}

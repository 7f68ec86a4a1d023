package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.util.List;
import org.tabadla.exchange.Notice;
import org.tabadla.exchange.Notices;
import org.tabadla.people.AccountId;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Ui;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// What an account must know, and what of it is mailed.
final class NoticePages {
  private static final int CONFLICT = 409;

  private final Counter counter;
  private final Notices notices;

  NoticePages(Counter counter, Notices notices) {
    this.counter = counter;
    this.notices = notices;
  }

  void open(Doors doors) {
    doors.page("/exchange/notices", this::show);
    doors.form("/exchange/notices/seen", this::seen);
    doors.form("/exchange/notices/mail", this::mail);
  }

  private void show(Context ctx, Ui ui) {
    Visitor me = counter.known(ctx, Role.READER);
    List<Notice> all = notices.of(me.account());
    AccountId id = me.account().id();
    counter.show(
        ctx,
        ui,
        "notices",
        ui.say("notices"),
        new ExchangePage.Shown.Noticed(all, notices.seen(id), notices.wish(id)));
  }

  private void seen(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.READER);
    String upTo = Counter.field(ctx, "upto");
    notices.see(me.account().id(), upTo.matches("\\d{1,13}") ? Long.parseLong(upTo) : 0);
    Counter.go(ctx, ui, "/exchange/notices");
  }

  private void mail(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.READER);
    String email = Counter.field(ctx, "email");
    var which =
        ListingForms.optional(Notice.Which.class, Counter.field(ctx, "which"))
            .orElse(Notice.Which.ALL);
    if (!notices.wish(me.account().id(), new Notice.Wish(email, which, ui.tag()))) {
      throw NotAllowed.of(CONFLICT, "refused.choice", email);
    }
    Counter.go(ctx, ui, "/exchange/notices");
  }
}

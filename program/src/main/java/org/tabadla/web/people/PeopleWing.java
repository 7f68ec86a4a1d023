package org.tabadla.web.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Invitations;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.PeopleReason;
import org.tabadla.people.Role;
import org.tabadla.people.Scope;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.Wing;

/// Signing in, organisations and accounts; and the gate through which all requests come.
public final class PeopleWing implements Wing {
  private static final int UNAUTHORISED = 401;
  private static final int TRAIL_ENTRIES = 200;

  private final People people;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Invitations invitations;
  private final Journal journal;
  private final Gate gate;

  public PeopleWing(
      People people,
      Sessions sessions,
      Tokens tokens,
      Invitations invitations,
      Journal journal,
      Gate gate) {
    this.people = people;
    this.sessions = sessions;
    this.tokens = tokens;
    this.invitations = invitations;
    this.journal = journal;
    this.gate = gate;
  }

  @Override
  public void open(Doors doors) {
    doors.routes().before(ctx -> gate.check(ctx, doors.shells()::base));
    doors.routes().exception(SignInNeeded.class, (_, ctx) -> toSignIn(ctx));
    doors.routes().exception(NotAllowed.class, (e, ctx) -> refused(ctx, doors, e));
    doors.page("/people/signin", (ctx, ui) -> signIn(ctx, ui, doors, null));
    doors.form("/people/signin", (ctx, ui) -> signedIn(ctx, ui, doors));
    doors.form("/people/signout", this::signOut);
    doors.page("/people/invite/{key}", (ctx, ui) -> invited(ctx, ui, doors, null));
    doors.form("/people/invite/{key}", (ctx, ui) -> accept(ctx, ui, doors));
    doors.page("/people/me", (ctx, ui) -> mine(ctx, ui, doors, null));
    doors.form("/people/me/password", this::setPassword);
    doors.form("/people/me/session", this::endSession);
    doors.form("/people/me/token", (ctx, ui) -> makeToken(ctx, ui, doors));
    doors.form("/people/me/token/end", this::endToken);
    doors.page("/people", (ctx, ui) -> all(ctx, ui, doors));
    doors.form("/people", (ctx, ui) -> found(ctx, ui));
    doors.page("/people/organisation/{key}", (ctx, ui) -> one(ctx, ui, doors, null));
    doors.form("/people/organisation/{key}/invite", (ctx, ui) -> invite(ctx, ui, doors));
    doors.form("/people/organisation/{key}/key", this::renewKey);
    doors.form("/people/account/{key}/role", this::giveRole);
    doors.form("/people/account/{key}/close", this::closeAccount);
    doors.page("/people/trail", (ctx, ui) -> trail(ctx, ui, doors));
  }

  private void show(
      Context ctx, Ui ui, Doors doors, String template, String title, PeoplePage.Shown shown) {
    String path = ctx.path();
    String here =
        path.startsWith("/" + ui.tag() + "/") ? path.substring(ui.tag().length() + 1) : path;
    var shell = doors.shells().of(ui, title, here.contains("/invite/") ? "/people/signin" : here);
    var page = new PeoplePage(shell, doors.zone(), gate.visitor(ctx).orElse(null), shown);
    doors.replies().page(ctx, "people/" + template, page);
    ctx.header("Cache-Control", "private, no-store");
  }

  private static void toSignIn(Context ctx) {
    if (ctx.path().startsWith("/api/") || ctx.header("Authorization") != null) {
      ctx.status(UNAUTHORISED).header("WWW-Authenticate", "Bearer").result("");
      return;
    }
    Ui ui = language(ctx);
    String query = ctx.queryString();
    String next =
        ctx.method().name().equals("GET") ? ctx.path() + (query == null ? "" : "?" + query) : "";
    ctx.redirect(
        ui.link("/people/signin")
            + (next.isEmpty()
                ? ""
                : "?next="
                    + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8)),
        HttpStatus.SEE_OTHER);
  }

  private void refused(Context ctx, Doors doors, NotAllowed e) {
    ctx.status(e.status());
    if (ctx.path().startsWith("/api/")) {
      String why = Ui.EN.say(e.key());
      String body = CanonicalJson.of(Map.of("status", e.status(), "error", why));
      doors.replies().text(ctx, "application/json; charset=utf-8", body);
      return;
    }
    Ui ui = language(ctx);
    show(
        ctx,
        ui,
        doors,
        "trouble",
        ui.say("refused"),
        new PeoplePage.Shown.Trouble(e.key(), e.detail()));
  }

  static Ui language(Context ctx) {
    String path = ctx.path();
    return Ui.ALL.stream()
        .filter(ui -> path.startsWith("/" + ui.tag() + "/"))
        .findFirst()
        .orElse(Ui.UR);
  }

  private void signIn(Context ctx, Ui ui, Doors doors, @Nullable String trouble) {
    String next =
        Fields.within(
            ctx.queryParam("next") == null ? ctx.formParam("next") : ctx.queryParam("next"));
    show(ctx, ui, doors, "signin", ui.say("signin"), new PeoplePage.Shown.SignIn(next, trouble));
  }

  private void signedIn(Context ctx, Ui ui, Doors doors) {
    String name = Fields.field(ctx, "name").toLowerCase(Locale.ROOT);
    var outcome = sessions.signIn(name, Fields.given(ctx, "password"), ctx.ip(), Fields.agent(ctx));
    switch (outcome) {
      case Outcome.Done<String>(String cookie) -> {
        Gate.letIn(ctx, cookie, doors.shells().base().startsWith("https:"));
        String next = Fields.within(ctx.formParam("next"));
        ctx.redirect(next.isEmpty() ? ui.link("/exchange/desk") : next, HttpStatus.SEE_OTHER);
      }
      case Outcome.Refused<String>(var why, var _) -> {
        ctx.status(why == PeopleReason.TOO_OFTEN ? 429 : UNAUTHORISED);
        signIn(ctx, ui, doors, why.key());
      }
    }
  }

  private void signOut(Context ctx, Ui ui) {
    Visitor me = gate.sender(ctx, Role.READER);
    Optional.ofNullable(me.session())
        .ifPresent(session -> sessions.end(me.account(), session.session()));
    Gate.letOut(ctx);
    ctx.redirect(ui.link("/"), HttpStatus.SEE_OTHER);
  }

  private void invited(Context ctx, Ui ui, Doors doors, @Nullable String trouble) {
    String secret = ctx.pathParam("key");
    var invitation = invitations.open(secret);
    if (invitation.isEmpty()) {
      throw NotAllowed.of(410, PeopleReason.LINK_OVER.key(), "");
    }
    show(
        ctx,
        ui,
        doors,
        "invite",
        ui.say("invite"),
        new PeoplePage.Shown.Invited(
            secret, invitation.get().organisation() == null, invitation.get().role(), trouble));
  }

  private void accept(Context ctx, Ui ui, Doors doors) {
    var newcomer =
        new Invitations.Newcomer(
            Fields.field(ctx, "id").toLowerCase(Locale.ROOT),
            Fields.field(ctx, "name"),
            Fields.given(ctx, "password"));
    var founding =
        ctx.formParam("organisation") == null
            ? null
            : new Invitations.Founding(
                Fields.field(ctx, "organisation").toLowerCase(Locale.ROOT),
                Fields.names(ctx),
                Fields.field(ctx, "country").toUpperCase(Locale.ROOT),
                Fields.choice(Organisation.Kind.class, Fields.field(ctx, "kind")));
    switch (invitations.accept(ctx.pathParam("key"), newcomer, founding)) {
      case Outcome.Done<Account>(Account account) -> {
        String cookie = sessions.begin(account, Fields.agent(ctx));
        Gate.letIn(ctx, cookie, doors.shells().base().startsWith("https:"));
        ctx.redirect(ui.link("/exchange/desk"), HttpStatus.SEE_OTHER);
      }
      case Outcome.Refused<Account>(var why, var _) -> {
        ctx.status(409);
        invited(ctx, ui, doors, why.key());
      }
    }
  }

  private void mine(Context ctx, Ui ui, Doors doors, @Nullable String made) {
    Visitor me = gate.known(ctx, Role.READER);
    show(
        ctx,
        ui,
        doors,
        "me",
        ui.say("me"),
        new PeoplePage.Shown.Mine(
            sessions.of(me.account().id()), tokens.of(me.account().id()), made));
  }

  private void setPassword(Context ctx, Ui ui) {
    NotAllowed.unless(
        sessions.setPassword(person(ctx), Fields.given(ctx, "old"), Fields.given(ctx, "password")));
    ctx.redirect(ui.link("/people/me"), HttpStatus.SEE_OTHER);
  }

  /// Accounts are steered by people, not by programs.
  private Sessions.Member person(Context ctx) {
    Sessions.Member session = gate.sender(ctx, Role.READER).session();
    if (session == null) {
      throw NotAllowed.of(403, "refused.role", "");
    }
    return session;
  }

  private void endSession(Context ctx, Ui ui) {
    if (!sessions.end(person(ctx).account(), Fields.field(ctx, "key"))) {
      throw new Missing("session");
    }
    ctx.redirect(ui.link("/people/me"), HttpStatus.SEE_OTHER);
  }

  private void makeToken(Context ctx, Ui ui, Doors doors) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    ctx.formParams("scope").forEach(scope -> scopes.add(Fields.choice(Scope.class, scope)));
    Account account = person(ctx).account();
    mine(
        ctx,
        ui,
        doors,
        NotAllowed.unless(tokens.make(account, Fields.field(ctx, "label"), scopes)));
  }

  private void endToken(Context ctx, Ui ui) {
    if (!tokens.end(person(ctx).account(), Fields.field(ctx, "key"))) {
      throw new Missing("token");
    }
    ctx.redirect(ui.link("/people/me"), HttpStatus.SEE_OTHER);
  }

  private void all(Context ctx, Ui ui, Doors doors) {
    show(
        ctx,
        ui,
        doors,
        "organisations",
        ui.say("people"),
        new PeoplePage.Shown.All(people.organisations()));
  }

  private void found(Context ctx, Ui ui) {
    person(ctx);
    Visitor me = gate.sender(ctx, Role.OPERATOR);
    String id = Fields.field(ctx, "organisation").toLowerCase(Locale.ROOT);
    if (!OrganisationId.isOne(id)) {
      throw NotAllowed.of(409, PeopleReason.BAD_ID.key(), id);
    }
    NotAllowed.unless(
        people.found(
            me.account().id().value(),
            new OrganisationId(id),
            Fields.names(ctx),
            Fields.field(ctx, "country").toUpperCase(Locale.ROOT),
            Fields.choice(Organisation.Kind.class, Fields.field(ctx, "kind"))));
    ctx.redirect(ui.link("/people/organisation/" + id), HttpStatus.SEE_OTHER);
  }

  private void one(Context ctx, Ui ui, Doors doors, @Nullable String link) {
    Organisation organisation = organisation(ctx);
    Optional<Visitor> me = gate.visitor(ctx);
    boolean own = me.filter(each -> isOwn(each, organisation.id())).isPresent();
    show(
        ctx,
        ui,
        doors,
        "organisation",
        organisation.name(ui.lang()).value(),
        new PeoplePage.Shown.One(
            organisation,
            own ? people.accounts(organisation.id()) : List.of(),
            own,
            me.filter(each -> steers(each, organisation.id())).isPresent(),
            link));
  }

  private Organisation organisation(Context ctx) {
    String key = ctx.pathParam("key");
    return Optional.of(key)
        .filter(OrganisationId::isOne)
        .flatMap(id -> people.organisation(new OrganisationId(id)))
        .orElseThrow(() -> new Missing("organisation"));
  }

  private static boolean isOwn(Visitor me, OrganisationId id) {
    return me.account().organisation().equals(id) || me.may(Role.OPERATOR);
  }

  /// An organisation's desk steers its own accounts; the operator steers all.
  private static boolean steers(Visitor me, OrganisationId id) {
    return me.session() != null && me.may(Role.DESK) && isOwn(me, id);
  }

  private Visitor steering(Context ctx, OrganisationId id) {
    Visitor me = gate.sender(ctx, Role.DESK);
    if (!steers(me, id)) {
      throw NotAllowed.of(403, PeopleReason.NOT_YOURS.key(), "");
    }
    return me;
  }

  private void invite(Context ctx, Ui ui, Doors doors) {
    OrganisationId id = organisation(ctx).id();
    Visitor me = steering(ctx, id);
    Role role = Fields.choice(Role.class, Fields.field(ctx, "role"));
    if (!me.may(role)) {
      throw NotAllowed.of(403, "refused.role", "");
    }
    String secret = NotAllowed.unless(invitations.invite(me.account().id().value(), id, role));
    one(ctx, ui, doors, doors.shells().base() + ui.link("/people/invite/" + secret));
  }

  private void renewKey(Context ctx, Ui ui) {
    OrganisationId id = organisation(ctx).id();
    Visitor me = steering(ctx, id);
    NotAllowed.unless(people.renewKey(me.account().id().value(), id));
    ctx.redirect(ui.link("/people/organisation/" + id), HttpStatus.SEE_OTHER);
  }

  private void giveRole(Context ctx, Ui ui) {
    Account account = account(ctx);
    Visitor me = steering(ctx, account.organisation());
    Role role = Fields.choice(Role.class, Fields.field(ctx, "role"));
    if (!me.may(role) || !me.may(account.role())) {
      throw NotAllowed.of(403, "refused.role", "");
    }
    NotAllowed.unless(people.give(me.account().id().value(), account.id(), role));
    ctx.redirect(ui.link("/people/organisation/" + account.organisation()), HttpStatus.SEE_OTHER);
  }

  private void closeAccount(Context ctx, Ui ui) {
    Account account = account(ctx);
    Visitor me = steering(ctx, account.organisation());
    if (!me.may(account.role())) {
      throw NotAllowed.of(403, "refused.role", "");
    }
    NotAllowed.unless(
        people.close(me.account().id().value(), account.id(), "closed by " + me.account().id()));
    ctx.redirect(ui.link("/people/organisation/" + account.organisation()), HttpStatus.SEE_OTHER);
  }

  private Account account(Context ctx) {
    return Optional.of(ctx.pathParam("key"))
        .filter(AccountId::isOne)
        .flatMap(id -> people.account(new AccountId(id)))
        .orElseThrow(() -> new Missing("account"));
  }

  private void trail(Context ctx, Ui ui, Doors doors) {
    gate.known(ctx, Role.OPERATOR);
    List<PeoplePage.Entry> shown =
        journal.newest(People.ROOM, TRAIL_ENTRIES).stream().map(PeopleWing::entry).toList();
    show(ctx, ui, doors, "trail", ui.say("trail"), new PeoplePage.Shown.Trail(shown));
  }

  private static PeoplePage.Entry entry(Logged logged) {
    Deed deed = logged.deed();
    return new PeoplePage.Entry(logged.seq(), deed.at(), deed.actor(), deed.kind(), deed.subject());
  }
}

package org.tabadla.web.people;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.Role;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.web.Ui;

/// Who comes in, and how: the host that was asked for, the session, the form's token.
public final class Gate {
  /// The field that every form carries.
  public static final String FORM_TOKEN = "form-token";

  /// The header in which a page's script sends it.
  public static final String FORM_TOKEN_HEADER = "Form-Token";

  private static final String COOKIE = "tabadla";
  private static final String KNOWN = "visitor";
  private static final int FORBIDDEN = 403;
  private static final int MISDIRECTED = 421;
  private static final int COOKIE_SECONDS = 30 * 24 * 3_600;
  private static final Pattern ADDRESS =
      Pattern.compile("\\[[0-9a-f:.]+]|\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?");
  private static final Set<String> READ_ONLY = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;
  private final Tokens tokens;
  private final boolean open;
  private final Set<String> hosts;

  /// @param open whether readers without an account may read
  /// @param hosts names by which this server is reached, beside its addresses and its base
  public Gate(Sessions sessions, Tokens tokens, boolean open, Set<String> hosts) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.open = open;
    this.hosts = Set.copyOf(hosts);
  }

  /// Looks at each request before anything else does.
  ///
  /// @param base what the server's own addresses begin with
  void check(Context ctx, Supplier<String> base) {
    checkHost(ctx.req(), base.get());
    if (!READ_ONLY.contains(ctx.req().getMethod())) {
      checkOrigin(ctx, base.get());
    }
    if (!open && !isAlwaysOpen(ctx.path()) && visitor(ctx).isEmpty()) {
      throw new SignInNeeded();
    }
  }

  /// A name that leads here without our knowing is somebody else's page reaching into the house
  /// (DNS rebinding); an address cannot be turned so.
  private void checkHost(HttpServletRequest request, String base) {
    String host =
        Optional.ofNullable(request.getHeader("Host")).orElse("").toLowerCase(Locale.ROOT);
    var parts = HOST.matcher(host);
    String name = parts.matches() ? parts.group(1) : "";
    boolean ours =
        name.equals("localhost")
            || ADDRESS.matcher(name).matches()
            || hosts.contains(name)
            || name.equals(URI.create(base).getHost());
    if (!ours) {
      throw NotAllowed.of(MISDIRECTED, "refused.host", host);
    }
  }

  /// A form of another site's page must do nothing here. Browsers say where a request comes from:
  /// by Fetch Metadata, older ones by Origin, which our own referrer policy makes `null` in some.
  private static void checkOrigin(Context ctx, String base) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      if (!List.of("same-origin", "none").contains(site)) {
        throw NotAllowed.of(FORBIDDEN, "refused.other_site", site);
      }
      return;
    }
    String origin = ctx.header("Origin");
    String own = ctx.scheme() + "://" + ctx.header("Host");
    if (origin != null && !origin.equals(own) && !origin.equals(base)) {
      throw NotAllowed.of(FORBIDDEN, "refused.other_site", origin);
    }
  }

  private static boolean isAlwaysOpen(String path) {
    String rest = withoutLanguage(path);
    return rest.startsWith("/static/")
        // Programs of other servers, who have neither session nor account here.
        || path.startsWith("/websub/")
        || rest.equals("/people/signin")
        || rest.startsWith("/people/invite/")
        || rest.startsWith("/federation/")
        || rest.equals("/health")
        || rest.equals("/robots.txt");
  }

  private static String withoutLanguage(String path) {
    return Ui.ALL.stream()
        .filter(ui -> path.startsWith("/" + ui.tag() + "/"))
        .findFirst()
        .map(ui -> path.substring(ui.tag().length() + 1))
        .orElse(path);
  }

  /// Who it is; empty for a reader without an account.
  public Optional<Visitor> visitor(Context ctx) {
    Optional<Visitor> known = ctx.attribute(KNOWN);
    if (known == null) {
      known = find(ctx);
      ctx.attribute(KNOWN, known);
    }
    return known;
  }

  private Optional<Visitor> find(Context ctx) {
    String given = ctx.header("Authorization");
    if (given != null && given.startsWith("Bearer ")) {
      return tokens
          .program(given.substring("Bearer ".length()).strip())
          .map(program -> new Visitor(program.account(), null, program));
    }
    return sessions
        .member(ctx.cookie(COOKIE))
        .map(member -> new Visitor(member.account(), member, null));
  }

  /// @throws SignInNeeded for a reader without an account
  /// @throws NotAllowed for one whose role is too small
  public Visitor known(Context ctx, Role least) {
    return known(ctx, visitor -> visitor.may(least));
  }

  Visitor known(Context ctx, Predicate<Visitor> may) {
    Visitor visitor = visitor(ctx).orElseThrow(SignInNeeded::new);
    if (!may.test(visitor)) {
      throw NotAllowed.of(FORBIDDEN, "refused.role", "");
    }
    return visitor;
  }

  /// Tells whether whoever asked still is let in: the session not ended, the token not taken back,
  /// the account not closed. For answers that take long.
  public boolean isStillKnown(Context ctx, Visitor visitor, Role least) {
    return find(ctx)
        .filter(now -> now.account().id().equals(visitor.account().id()))
        .filter(now -> now.account().organisation().equals(visitor.account().organisation()))
        .filter(now -> now.may(least))
        .isPresent();
  }

  /// Who sent something that is no form; a session's token stands in a header.
  public Visitor script(Context ctx, Role least) {
    Visitor visitor = known(ctx, least);
    checkToken(visitor, ctx.header(FORM_TOKEN_HEADER));
    return visitor;
  }

  /// Who sent a form; its token must be the session's.
  public Visitor sender(Context ctx, Role least) {
    return sender(ctx, visitor -> visitor.may(least));
  }

  Visitor sender(Context ctx, Predicate<Visitor> may) {
    Visitor visitor = known(ctx, may);
    checkToken(visitor, ctx.formParam(FORM_TOKEN));
    return visitor;
  }

  private static void checkToken(Visitor visitor, @Nullable String sent) {
    if (visitor.session() != null && !isSame(visitor.formToken(), sent)) {
      throw NotAllowed.of(FORBIDDEN, "refused.form_token", "");
    }
  }

  private static boolean isSame(String token, @Nullable String sent) {
    return sent != null
        && java.security.MessageDigest.isEqual(
            token.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            sent.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /// Gives the browser its session.
  static void letIn(Context ctx, String cookie, boolean secure) {
    ctx.res()
        .addHeader(
            "Set-Cookie",
            COOKIE
                + "="
                + cookie
                + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
                + COOKIE_SECONDS
                + (secure ? "; Secure" : ""));
  }

  static void letOut(Context ctx) {
    ctx.res().addHeader("Set-Cookie", COOKIE + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  }
}

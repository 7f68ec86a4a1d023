package org.tabadla.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Shelf;

/// Who is signed in. A session is 256 random bits in a cookie; its hash lies on the shelf under its
/// account, so that an account's sessions can be listed and ended.
public final class Sessions {
  private static final String KIND = "people/session";
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration IDLE = Duration.ofDays(14);
  private static final Duration NOTED_EACH = Duration.ofHours(1);
  private static final int MOST_OF_AN_ACCOUNT = 50;
  private static final int LONGEST_AGENT_CHARS = 200;
  private static final int CHECKS_AT_ONCE = 2;
  private static final char PART = '~';

  private final People people;
  private final Shelf shelf;
  private final InstantSource clock;
  private final Attempts ofPairs = new Attempts(5, Duration.ofMinutes(15));
  private final Attempts ofAddresses = new Attempts(30, Duration.ofMinutes(15));
  private final Attempts ofNames = new Attempts(60, Duration.ofMinutes(1));
  private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE);

  public Sessions(People people, Shelf shelf, InstantSource clock) {
    this.people = people;
    this.shelf = shelf;
    this.clock = clock;
  }

  /// Somebody who is signed in, for one request.
  ///
  /// @param session names the session in lists
  /// @param formToken what this session's forms must carry
  public record Member(Account account, String session, String formToken) {}

  /// A session as its owner sees it.
  ///
  /// @param key names it, and opens nothing
  /// @param agent what the browser called itself
  public record Entry(String key, Instant since, Instant seen, String agent) {}

  private record Body(Instant since, Instant seen, String agent) {}

  /// Signs in.
  ///
  /// @param from the visitor's network address
  /// @return the cookie's value, shown to nobody else
  public Outcome<String> signIn(String name, String password, String from, String agent) {
    Instant now = clock.instant();
    String pair = name + ' ' + from;
    if (!AccountId.isOne(name)) {
      return Outcome.refused(PeopleReason.WRONG_PASSWORD, "");
    }
    if (!ofPairs.mayTry(pair, now)
        || !ofAddresses.mayTry(from, now)
        || !ofNames.mayTry(name, now)) {
      return Outcome.refused(PeopleReason.TOO_OFTEN, "");
    }
    var id = new AccountId(name);
    checks.acquireUninterruptibly();
    Optional<Account> account;
    try {
      account = people.checked(id, password);
    } finally {
      checks.release();
    }
    if (account.isEmpty()) {
      ofPairs.failed(pair, now);
      ofAddresses.failed(from, now);
      ofNames.failed(name, now);
      if (!ofPairs.mayTry(pair, now.plusMillis(1))) {
        people.note(People.HOUSE, Directory.ACCOUNT + id, "sign-in-slowed", Map.of("from", from));
      }
      return Outcome.refused(PeopleReason.WRONG_PASSWORD, "");
    }
    ofPairs.succeeded(pair);
    people.note(id.value(), Directory.ACCOUNT + id, "signed-in", Map.of("from", from));
    return Outcome.done(begin(account.get(), agent));
  }

  /// Begins a session for somebody who proved otherwise who they are, as by a one-time link.
  public String begin(Account account, String agent) {
    List<Entry> all = of(account.id());
    all.stream()
        .sorted(Comparator.comparing(Entry::seen))
        .limit(Math.max(0, all.size() - MOST_OF_AN_ACCOUNT + 1))
        .forEach(old -> shelf.remove(KIND, key(account.id(), old.key())));
    String secret = Secrets.make();
    Instant now = clock.instant();
    String shown =
        agent.length() > LONGEST_AGENT_CHARS ? agent.substring(0, LONGEST_AGENT_CHARS) : agent;
    put(account.id(), Secrets.hash(secret), new Body(now, now, shown));
    return account.id().value() + PART + secret;
  }

  /// @param cookie what the browser sent; null when it sent none
  public Optional<Member> member(@Nullable String cookie) {
    int part = cookie == null ? -1 : cookie.lastIndexOf(PART);
    if (cookie == null
        || part < 1
        || !AccountId.isOne(cookie.substring(0, part))
        || !Secrets.isOne(cookie.substring(part + 1))) {
      return Optional.empty();
    }
    var id = new AccountId(cookie.substring(0, part));
    String secret = cookie.substring(part + 1);
    String hash = Secrets.hash(secret);
    Optional<Body> body = shelf.get(KIND, key(id, hash)).map(Sessions::read);
    Optional<Account> account = people.account(id).filter(each -> !each.closed());
    if (body.isEmpty() || account.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (isOver(body.get(), now)) {
      shelf.remove(KIND, key(id, hash));
      return Optional.empty();
    }
    if (now.isAfter(body.get().seen().plus(NOTED_EACH))) {
      put(id, hash, new Body(body.get().since(), now, body.get().agent()));
    }
    return Optional.of(new Member(account.get(), hash, Secrets.hash("form:" + secret)));
  }

  private static boolean isOver(Body body, Instant now) {
    return now.isAfter(body.since().plus(LONGEST)) || now.isAfter(body.seen().plus(IDLE));
  }

  /// An account's sessions, newest first.
  public List<Entry> of(AccountId id) {
    var out = new ArrayList<Entry>();
    String prefix = id.value() + '/';
    for (Shelf.Paper paper : shelf.under(KIND, prefix, MOST_OF_AN_ACCOUNT * 2)) {
      Body body = read(paper);
      out.add(
          new Entry(
              paper.key().substring(prefix.length()), body.since(), body.seen(), body.agent()));
    }
    out.sort(Comparator.comparing(Entry::seen).reversed());
    return List.copyOf(out);
  }

  /// Ends one of the account's own sessions.
  ///
  /// @return whether there was such a one
  public boolean end(Account account, String session) {
    boolean ended = shelf.remove(KIND, key(account.id(), session));
    if (ended) {
      people.note(
          account.id().value(), Directory.ACCOUNT + account.id(), "session-ended", Map.of());
    }
    return ended;
  }

  /// Sets a new password and ends all sessions but this one.
  public Outcome<Account> setPassword(Member member, String old, String password) {
    AccountId id = member.account().id();
    Instant now = clock.instant();
    if (!ofNames.mayTry(id.value(), now)) {
      return Outcome.refused(PeopleReason.TOO_OFTEN, "");
    }
    if (people.checked(id, old).isEmpty()) {
      ofNames.failed(id.value(), now);
      return Outcome.refused(PeopleReason.WRONG_PASSWORD, "");
    }
    return people
        .setPassword(member.account(), password)
        .then(account -> {
          endAll(account.id(), member.session());
          return Outcome.done(account);
        });
  }

  void endAll(AccountId id, String but) {
    of(id).stream()
        .filter(each -> !each.key().equals(but))
        .forEach(each -> shelf.remove(KIND, key(id, each.key())));
  }

  private void put(AccountId id, String hash, Body body) {
    shelf.put(new Shelf.Paper(KIND, key(id, hash), CanonicalJson.of(body)));
  }

  private static String key(AccountId id, String hash) {
    return id.value() + '/' + hash;
  }

  private static Body read(Shelf.Paper paper) {
    return CanonicalJson.MAPPER.readValue(paper.body(), Body.class);
  }
}

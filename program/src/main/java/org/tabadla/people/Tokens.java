package org.tabadla.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tabadla.model.Shelf;

/// Keys for programs: shown once, kept as a hash, with scopes.
public final class Tokens {
  private static final String KIND = "people/token";
  private static final int MOST_OF_AN_ACCOUNT = 20;
  private static final int LONGEST_LABEL_CHARS = 80;
  private static final String START = "tabadla_";
  private static final char PART = '~';

  private final People people;
  private final Shelf shelf;
  private final InstantSource clock;

  public Tokens(People people, Shelf shelf, InstantSource clock) {
    this.people = people;
    this.shelf = shelf;
    this.clock = clock;
  }

  /// A token as its owner sees it.
  ///
  /// @param key names it, and opens nothing
  public record Entry(String key, String label, Set<Scope> scopes, Instant since) {}

  /// A program that showed a token.
  public record Program(Account account, Set<Scope> scopes) {
    /// Tells whether both the token and the account allow it.
    public boolean may(Scope scope) {
      return scopes.contains(scope) && account.may(scope.needs());
    }
  }

  private record Body(String label, Set<Scope> scopes, Instant since) {}

  /// @return the token, which nobody can be shown again
  public Outcome<String> make(Account account, String label, Set<Scope> scopes) {
    if (label.isBlank() || label.length() > LONGEST_LABEL_CHARS || scopes.isEmpty()) {
      return Outcome.refused(PeopleReason.BAD_NAME, label);
    }
    for (Scope scope : scopes) {
      if (!account.may(scope.needs())) {
        return Outcome.refused(PeopleReason.SCOPE_TOO_WIDE, scope.name());
      }
    }
    if (of(account.id()).size() >= MOST_OF_AN_ACCOUNT) {
      return Outcome.refused(PeopleReason.TOO_MANY, String.valueOf(MOST_OF_AN_ACCOUNT));
    }
    String secret = Secrets.make();
    String body = CanonicalJson.of(new Body(label, scopes, clock.instant()));
    shelf.put(new Shelf.Paper(KIND, key(account.id(), Secrets.hash(secret)), body));
    people.note(
        account.id().value(),
        Directory.ACCOUNT + account.id(),
        "token-made",
        Map.of("label", label));
    return Outcome.done(START + account.id().value() + PART + secret);
  }

  /// @param token as a program showed it
  public Optional<Program> program(String token) {
    int part = token.lastIndexOf(PART);
    if (!token.startsWith(START) || part < START.length()) {
      return Optional.empty();
    }
    String name = token.substring(START.length(), part);
    String secret = token.substring(part + 1);
    if (!AccountId.isOne(name) || !Secrets.isOne(secret)) {
      return Optional.empty();
    }
    var id = new AccountId(name);
    Optional<Body> body = shelf.get(KIND, key(id, Secrets.hash(secret))).map(Tokens::read);
    return people
        .account(id)
        .filter(account -> !account.closed())
        .flatMap(account -> body.map(each -> new Program(account, each.scopes())));
  }

  public List<Entry> of(AccountId id) {
    var out = new ArrayList<Entry>();
    String prefix = id.value() + '/';
    for (Shelf.Paper paper : shelf.under(KIND, prefix, MOST_OF_AN_ACCOUNT * 2)) {
      Body body = read(paper);
      out.add(
          new Entry(
              paper.key().substring(prefix.length()), body.label(), body.scopes(), body.since()));
    }
    return List.copyOf(out);
  }

  /// @return whether the account had such a token
  public boolean end(Account account, String key) {
    boolean ended = shelf.remove(KIND, key(account.id(), key));
    if (ended) {
      people.note(account.id().value(), Directory.ACCOUNT + account.id(), "token-ended", Map.of());
    }
    return ended;
  }

  private static String key(AccountId id, String hash) {
    return id.value() + '/' + hash;
  }

  private static Body read(Shelf.Paper paper) {
    return CanonicalJson.MAPPER.readValue(paper.body(), Body.class);
  }
}

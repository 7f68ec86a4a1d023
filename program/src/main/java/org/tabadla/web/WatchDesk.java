package org.tabadla.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Refusal;
import org.tabadla.search.Search;
import org.tabadla.search.StandingQueries;
import org.tabadla.store.Store;
import org.tabadla.store.WatchRecords.Watch;

/// Where standing queries are asked for, over the page, by programs or from the command line:
/// checks what was asked, gives it an id and a key, and shows what it would have met already.
public final class WatchDesk {
  private static final int QUERY_LIMIT_CHARS = 500;
  private static final int TITLE_LIMIT_CHARS = 120;
  private static final int ADDRESS_LIMIT_CHARS = 1_000;
  private static final int ID_BYTES = 12;
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_ALREADY = 30;
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

  private final Store store;
  private final Search search;
  private final Function<String, Optional<String>> refusal;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// @param refusal why nothing may be posted to an address, in one line
  public WatchDesk(
      Store store, Search search, Function<String, Optional<String>> refusal, InstantSource clock) {
    this.store = store;
    this.search = search;
    this.refusal = refusal;
    this.clock = clock;
  }

  /// What somebody asked for; what was left empty is "".
  public record Asked(String query, String title, String webhook, String email) {
    public Asked {
      query = query.strip();
      title = title.strip();
      webhook = webhook.strip();
      email = email.strip();
    }
  }

  /// What came of it.
  public sealed interface Outcome {
    record Stands(Watch watch) implements Outcome {}

    /// @param part which part cannot be used: `query`, `long`, `webhook`, `email` or `many`
    /// @param why with the value seen and the remedy, in one line
    record Refused(String part, String why) implements Outcome {}
  }

  /// Lets one stand that is nobody's but the operator's.
  public Outcome add(Asked asked) {
    return add(asked, null);
  }

  /// @param owner the account whose it is to be, or null
  Outcome add(Asked asked, @Nullable String owner) {
    Outcome.Refused trouble = trouble(asked);
    if (trouble != null) {
      return trouble;
    }
    String id = HexFormat.of().formatHex(bytes(ID_BYTES));
    Watch watch = watch(id, owner, asked, clock.instant(), null);
    try {
      store.watches().add(watch, already(asked.query()));
    } catch (Refusal e) {
      return new Outcome.Refused("many", e.getMessage() + ". " + e.remedy());
    }
    return new Outcome.Stands(watch);
  }

  /// Puts what is asked now in the place of what was. Another query begins anew; another webhook
  /// gets another key, since the old one's owner knows the old one.
  Outcome change(Watch before, Asked asked) {
    Outcome.Refused trouble = trouble(asked);
    if (trouble != null) {
      return trouble;
    }
    boolean same = asked.query().equals(before.query());
    String secret = asked.webhook().equals(before.webhook()) ? before.secret() : null;
    Instant since = same ? before.added() : clock.instant();
    Watch watch = watch(before.id(), before.owner(), asked, since, secret);
    if (!store.watches().change(watch, same ? List.of() : already(asked.query()))) {
      throw new Missing("standing query");
    }
    return new Outcome.Stands(watch);
  }

  /// @param secret the key it has already, or null
  private Watch watch(
      String id, @Nullable String owner, Asked asked, Instant since, @Nullable String secret) {
    boolean posts = !asked.webhook().isEmpty();
    String key = secret == null ? Base64.getEncoder().encodeToString(bytes(KEY_BYTES)) : secret;
    return new Watch(
        id,
        owner,
        asked.query(),
        asked.title().isEmpty() ? asked.query() : asked.title(),
        since,
        posts ? asked.webhook() : null,
        posts ? key : null,
        asked.email().isEmpty() ? null : asked.email(),
        0,
        null);
  }

  private Outcome.@Nullable Refused trouble(Asked asked) {
    if (asked.query().length() > QUERY_LIMIT_CHARS
        || asked.title().length() > TITLE_LIMIT_CHARS
        || asked.webhook().length() > ADDRESS_LIMIT_CHARS) {
      return new Outcome.Refused("long", QUERY_LIMIT_CHARS + " / " + TITLE_LIMIT_CHARS);
    }
    Optional<String> query = StandingQueries.trouble(asked.query());
    if (query.isPresent()) {
      return new Outcome.Refused("query", query.get());
    }
    if (!asked.webhook().isEmpty()) {
      Optional<String> no = refusal.apply(asked.webhook());
      if (no.isPresent()) {
        return new Outcome.Refused("webhook", no.get());
      }
    }
    return asked.email().isEmpty() || MAIL.matcher(asked.email()).matches()
        ? null
        : new Outcome.Refused("email", asked.email());
  }

  private List<ArticleId> already(String query) {
    return search.search(query, Search.Order.NEWEST, 0, SHOWN_ALREADY)
            instanceof Search.Answer.Found(var hits, var _)
        ? hits.stream().map(Search.Hit::id).toList()
        : List.of();
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}

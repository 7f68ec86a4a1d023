package org.tabadla.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Logged;

/// Organisations and accounts: what this room's deeds add up to.
final class Directory {
  static final String ORGANISATION = "organisation:";
  static final String ACCOUNT = "account:";

  private final Map<String, Organisation> organisations = new ConcurrentSkipListMap<>();
  private final Map<String, Account> accounts = new ConcurrentSkipListMap<>();

  void take(Logged logged) {
    Deed deed = logged.deed();
    Step step = Step.of(deed);
    if (step != null) {
      take(step, deed.subject().substring(deed.subject().indexOf(':') + 1), deed.at());
    }
  }

  private void take(Step step, String id, Instant at) {
    switch (step) {
      case Step.Founded(var names, var country, var type) ->
          organisations.put(
              id, new Organisation(new OrganisationId(id), names, country, type, List.of(), null));
      case Step.Met(var names, var country, var type, var home) ->
          organisations.compute(
              id,
              (_, old) ->
                  new Organisation(
                      new OrganisationId(id),
                      names,
                      country,
                      type,
                      old == null ? List.of() : old.keys(),
                      home));
      case Step.KeyMade(var raw, var since) ->
          organisations.computeIfPresent(
              id, (_, old) -> withKey(old, raw, since == null ? at : since));
      case Step.KeyEnded(var keyId, var _) ->
          organisations.computeIfPresent(id, (_, old) -> ended(old, keyId, at));
      case Step.Joined(var name, var organisation, var role) ->
          accounts.put(id, new Account(new AccountId(id), name, organisation, role, false));
      case Step.RoleGiven(var role) ->
          accounts.computeIfPresent(
              id,
              (_, old) ->
                  new Account(old.id(), old.name(), old.organisation(), role, old.closed()));
      case Step.Closed _ ->
          accounts.computeIfPresent(
              id,
              (_, old) -> new Account(old.id(), old.name(), old.organisation(), old.role(), true));
    }
  }

  private static Organisation withKey(Organisation old, String raw, Instant at) {
    String keyId = SigningKey.id(raw);
    Organisation before = old.key().map(key -> ended(old, key.id(), at)).orElse(old);
    List<Organisation.Key> keys = new ArrayList<>(before.keys());
    if (Base64.getDecoder().decode(raw).length > 0 && old.key(keyId).isEmpty()) {
      keys.add(new Organisation.Key(keyId, raw, at, null));
    }
    return with(old, keys);
  }

  private static Organisation ended(Organisation old, String keyId, Instant at) {
    List<Organisation.Key> keys =
        old.keys().stream()
            .map(key ->
                key.id().equals(keyId) && key.ended() == null
                    ? new Organisation.Key(key.id(), key.raw(), key.since(), at)
                    : key)
            .toList();
    return with(old, keys);
  }

  private static Organisation with(Organisation old, List<Organisation.Key> keys) {
    return new Organisation(old.id(), old.names(), old.country(), old.kind(), keys, old.home());
  }

  @Nullable Organisation organisation(OrganisationId id) {
    return organisations.get(id.value());
  }

  @Nullable Account account(AccountId id) {
    return accounts.get(id.value());
  }

  boolean isClosed(String account) {
    Account known = accounts.get(account);
    return known != null && known.closed();
  }

  List<Organisation> organisations() {
    return List.copyOf(organisations.values());
  }

  List<Account> accounts() {
    return List.copyOf(accounts.values());
  }
}

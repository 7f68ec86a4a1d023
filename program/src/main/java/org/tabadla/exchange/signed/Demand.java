package org.tabadla.exchange.signed;

import java.util.Set;

/// What a signature must cover and carry to be taken.
///
/// @param components names of components, as `@method` or `content-digest`
/// @param needsNonce whether it must carry a nonce
public record Demand(Set<String> components, boolean needsNonce) {
  /// Whatever is signed is taken; to look at a message, not to act on it.
  public static final Demand NONE = new Demand(Set.of(), false);

  /// What a partner's request must cover: what it asks, of whom, and its content.
  public static final Demand PARTNER =
      new Demand(Set.of("@method", "@authority", "@path", "@query", ContentDigest.FIELD), true);

  public Demand {
    components = Set.copyOf(components);
  }
}

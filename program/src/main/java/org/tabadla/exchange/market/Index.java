package org.tabadla.exchange.market;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What belongs to what, so that nobody has to look through everything: an organisation's talks, an
/// agreement's deliveries. It only grows. One thread adds; many read.
final class Index<K, V> {
  private final Map<K, Set<V>> all = new ConcurrentHashMap<>();

  void add(K key, V one) {
    all.computeIfAbsent(key, _ -> ConcurrentHashMap.newKeySet()).add(one);
  }

  /// In no order.
  Stream<V> of(K key) {
    return all.getOrDefault(key, Set.of()).stream();
  }
}

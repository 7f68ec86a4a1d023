package org.tabadla.exchange.signed;

import java.util.List;
import java.util.SequencedMap;

/// A member of a list or dictionary: one item, or a list of items; either with parameters.
public sealed interface Member {
  /// The parameters, in the order in which they stand.
  SequencedMap<String, Bare> parameters();

  /// A bare item with its parameters.
  record Item(Bare value, SequencedMap<String, Bare> parameters) implements Member {}

  /// A list within a list.
  record Inner(List<Item> items, SequencedMap<String, Bare> parameters) implements Member {}
}

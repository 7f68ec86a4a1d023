package org.tabadla.understand.acts;

import java.util.List;

/// The Urdu words that say whose a thing is.
final class Genitives {
  private static final String WORDS = "کے کی کا";

  /// As folded.
  static final List<String> URDU = List.of(WORDS.split(" ", -1));

  private Genitives() {}
}

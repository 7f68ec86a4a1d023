package org.tabadla.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps words that come again and again once. A register of a million assertions has a few
/// thousand outlets, roles and papers, and what is read from the journal brings each anew.
final class Pool {
  private static final int LONGEST_CHARS = 60;

  private final Map<String, String> words = new HashMap<>();

  String of(String word) {
    if (word.length() > LONGEST_CHARS) {
      return word;
    }
    String kept = words.putIfAbsent(word, word);
    return kept == null ? word : kept;
  }

  private @Nullable String maybe(@Nullable String word) {
    return word == null ? null : of(word);
  }

  /// @return the same without its clues, which only linking needs, in words of the pool
  Assertion slim(Assertion a) {
    Assertion.Origin from = a.origin();
    Assertion.Worded place = a.place();
    Assertion.Worded instrument = a.instrument();
    return new Assertion(
        a.id(),
        a.status(),
        a.parties().stream().map(this::slim).toList(),
        a.others(),
        instrument == null ? null : slim(instrument),
        a.count(),
        a.amounts().stream().map(this::slim).toList(),
        a.sectors().stream().map(this::slim).toList(),
        place == null ? null : slim(place),
        a.date(),
        a.deliverables(),
        a.sentence(),
        new Assertion.Origin(
            of(from.article()),
            of(from.source()),
            of(from.name()),
            from.title(),
            of(from.lang()),
            from.said(),
            from.url()),
        List.of());
  }

  private Assertion.Worded slim(Assertion.Worded worded) {
    return new Assertion.Worded(of(worded.words()), worded.start(), worded.end());
  }

  private Assertion.Party slim(Assertion.Party party) {
    return new Assertion.Party(slim(party.name()), maybe(party.concept()), of(party.role()));
  }

  private Assertion.Amount slim(Assertion.Amount one) {
    return new Assertion.Amount(one.value(), of(one.currency()), of(one.of()), one.words());
  }
}

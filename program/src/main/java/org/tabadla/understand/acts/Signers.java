package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Those who signed where a list of its own tells them: «دستخط کرنے والوں میں … شامل ہیں», "the
/// signatories are …", 签约方包括…, «свои подписи поставили представители …».
///
/// @param others the words that say that not all are listed, or null
record Signers(List<Span> names, Act.@Nullable Worded others) {
  private static final String LABEL = "signers";
  private static final int FEWEST = 2;

  /// @param at the sentence of the signing; the list stands there or in the next one
  /// @return null where there is no list of two names or more
  static @Nullable Signers of(List<Sentence> sentences, int at, Syntax syntax) {
    for (Sentence s : sentences.subList(at, Math.min(at + 2, sentences.size()))) {
      Hit hit = s.first(LABEL, 0, s.size());
      if (hit != null && !s.has("veto.sentence", 0, s.size())) {
        List<Span> names = syntax.listed(s, hit);
        return names.size() < FEWEST ? null : new Signers(names, Others.in(s, hit.to(), s.size()));
      }
    }
    return null;
  }

  /// @return those named before, and whom the list has beside them
  List<Span> with(List<Span> named, String text) {
    List<Span> out = new ArrayList<>(names);
    for (Span span : named) {
      String name = span.of(text);
      if (names.stream().noneMatch(listed -> listed.of(text).equals(name))) {
        out.add(span);
      }
    }
    return out;
  }
}

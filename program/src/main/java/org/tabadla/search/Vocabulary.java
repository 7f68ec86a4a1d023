package org.tabadla.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The terms that standing queries ask for, numbered from 0 in the order in which they came. Of an
/// article only these are of interest. A term that nobody asks for any longer stays.
final class Vocabulary {
  private final Map<String, Map<BytesRef, Integer>> numbers = new HashMap<>();
  private final List<Term> terms = new ArrayList<>();

  /// @return the number of the term, a new one if need be
  int number(Term term) {
    return numbers
        .computeIfAbsent(term.field(), field -> new HashMap<>())
        .computeIfAbsent(
            term.bytes(),
            bytes -> {
              terms.add(term);
              return terms.size() - 1;
            });
  }

  Term term(int number) {
    return terms.get(number);
  }

  /// @return the numbers of a field's terms; null when nobody asks for the field
  @Nullable Map<BytesRef, Integer> of(String field) {
    return numbers.get(field);
  }

  int size() {
    return terms.size();
  }
}

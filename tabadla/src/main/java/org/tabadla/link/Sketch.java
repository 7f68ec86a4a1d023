package org.tabadla.link;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.tabadla.model.Lang;

/// What linking sees of one text: a few bounded bags, so that comparing two costs the same however
/// long they are.
///
/// @param id whatever names the text: an article's id, or a line's in `pipe`
/// @param when null when nobody knows; then time says nothing
/// @param words folded words and title bigrams with their weights, of this language alone
/// @param bridges what crosses languages, with weights: concepts, numbers, Latin words, consonant
///   skeletons
/// @param shingles hashes of all runs of words, for copies
/// @param numbers the numbers of the text; daily bulletins differ in nothing else
/// @param titleWords folded words of the title
// Sketches are never compared as values, and there are many: a bare array is what they can afford.
@SuppressWarnings("ArrayRecordComponent")
record Sketch(
    String id,
    Lang lang,
    Instant when,
    boolean dated,
    Map<String, Feature> words,
    Map<String, Feature> bridges,
    long[] shingles,
    Set<String> numbers,
    int titleWords) {

  /// One feature of a text.
  ///
  /// @param shown as the text writes it, for the reasons of a link
  record Feature(float weight, String shown) {
    Feature plus(Feature other) {
      return new Feature(weight + other.weight, shown);
    }
  }
}

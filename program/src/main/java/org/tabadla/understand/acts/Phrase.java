package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;

/// A row of a lexicon: words in order, each with its alternatives.
///
/// `a|b` is either word, `подписал*` any word that begins so, `[a|b]` may be missing, `~3` stands
/// for up to three words that may be anything but a comma or a stop.
///
/// @param label what it means: `act.signed`, `veto.before`
/// @param source as the table writes it, for the record of the rule
record Phrase(String label, String source, List<Part> parts) {
  /// One place of a phrase.
  ///
  /// @param gap up to how many free words; 0 where the place has words of its own
  record Part(Set<String> whole, List<String> beginnings, boolean optional, int gap) {
    boolean fits(String key) {
      if (whole.contains(key)) {
        return true;
      }
      for (String beginning : beginnings) {
        if (key.startsWith(beginning)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final String STOPS = ",،;؛:，；：。.۔";

  static Phrase of(String label, String source, Lang lang) {
    List<Part> parts = new ArrayList<>();
    for (String word : source.split(" ", -1)) {
      if (word.startsWith("~")) {
        parts.add(new Part(Set.of(), List.of(), true, Integer.parseInt(word.substring(1))));
      } else if (lang.primary().equals("zh") && word.codePointCount(0, word.length()) > 1) {
        han(word, lang, parts);
      } else {
        boolean optional = word.startsWith("[");
        parts.add(part(optional ? word.substring(1, word.length() - 1) : word, optional, lang));
      }
    }
    return new Phrase(label, source, List.copyOf(parts));
  }

  private static Part part(String words, boolean optional, Lang lang) {
    Set<String> whole = new HashSet<>();
    List<String> beginnings = new ArrayList<>();
    for (String word : words.split("\\|", -1)) {
      if (word.endsWith("*")) {
        beginnings.add(Letters.fold(word.substring(0, word.length() - 1), lang));
      } else {
        whole.add(Letters.fold(word, lang));
      }
    }
    return new Part(Set.copyOf(whole), List.copyOf(beginnings), optional, 0);
  }

  /// Chinese is matched character by character.
  private static void han(String word, Lang lang, List<Part> to) {
    boolean latin = word.codePoints().noneMatch(Character::isIdeographic);
    if (latin || word.startsWith("[")) {
      to.add(
          part(
              word.startsWith("[") ? word.substring(1, word.length() - 1) : word,
              word.startsWith("["),
              lang));
      return;
    }
    word.codePoints().forEach(c -> to.add(part(Character.toString(c), false, lang)));
  }

  /// @return the index after the last word where the phrase stands at `at`; -1 where it does not
  int end(List<Word> words, int at) {
    return end(words, at, 0);
  }

  private int end(List<Word> words, int at, int place) {
    if (place == parts.size()) {
      return at;
    }
    Part part = parts.get(place);
    if (part.gap > 0) {
      for (int skip = 0; skip <= part.gap && at + skip <= words.size(); skip++) {
        if (skip > 0 && STOPS.contains(words.get(at + skip - 1).key())) {
          return -1;
        }
        int end = end(words, at + skip, place + 1);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    if (at < words.size() && part.fits(words.get(at).key())) {
      int end = end(words, at + 1, place + 1);
      if (end >= 0) {
        return end;
      }
    }
    return part.optional ? end(words, at, place + 1) : -1;
  }
}

package org.tabadla.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// The languages of a text that may be in several, sentence by sentence: an Urdu report with an
/// English statement, a page in two languages.
///
/// Neighbours of one language are one part. A sentence that cannot be told surely (a name, a
/// number, two words) goes with what stands before it, the first ones with what follows. Parts are
/// in order, do not overlap, and leave out the white space between them.
public record LanguageParts(List<Part> parts) {
  /// A longer text is looked at no further.
  private static final int MOST_CHARS = 200_000;

  /// A sentence is taken for another language than its neighbour only when that is so likely.
  private static final double SURE = 0.9;

  /// @param span within the text
  public record Part(Span span, Lang lang) {}

  public LanguageParts {
    parts = List.copyOf(parts);
  }

  /// @param text only its first 200,000 characters are looked at
  public static LanguageParts of(String text) {
    String head = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    List<Part> out = new ArrayList<>();
    for (Span sentence : Sentences.of(head, LanguageGuess.of(head).lang())) {
      LanguageGuess.Guess guess = LanguageGuess.of(sentence.of(head));
      Lang lang = guess.confidence() >= SURE ? guess.lang() : Lang.UND;
      if (!out.isEmpty()) {
        Part before = out.getLast();
        Lang joint = joint(before.lang(), lang);
        if (joint != null) {
          out.removeLast();
          out.add(new Part(new Span(before.span().start(), sentence.end()), joint));
          continue;
        }
      }
      out.add(new Part(sentence, lang));
    }
    return new LanguageParts(out);
  }

  private static @Nullable Lang joint(Lang before, Lang lang) {
    if (!lang.isKnown() || lang.equals(before)) {
      return before;
    }
    return before.isKnown() ? null : lang;
  }

  /// @return the language of most characters, {@link Lang#UND} of a text without a sentence
  public Lang main() {
    Map<Lang, Integer> lengths = new LinkedHashMap<>();
    for (Part part : parts) {
      lengths.merge(part.lang(), part.span().length(), Integer::sum);
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Lang.UND);
  }
}

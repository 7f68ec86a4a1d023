package org.tabadla.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;
import org.tabadla.urdu.UrduWords;

/// Cuts a text into words and punctuation marks, as a treebank would.
public final class Words {
  private static final Set<String> URDU_LIKE = Set.of("ur", "pnb", "skr", "ks", "sd", "ps");
  private static final Map<String, BreakIterator> ITERATORS = new ConcurrentHashMap<>();

  private Words() {}

  /// @return words and punctuation marks in order, white space left out; Chinese, Japanese and Thai
  ///   by dictionary
  public static List<Span> of(String text, Lang lang) {
    if (URDU_LIKE.contains(lang.primary())) {
      return UrduWords.of(text).stream().map(s -> new Span(s.start(), s.end())).toList();
    }
    var iterator =
        (BreakIterator)
            ITERATORS
                .computeIfAbsent(
                    lang.primary(), tag -> BreakIterator.getWordInstance(new ULocale(tag)))
                .clone();
    iterator.setText(text);
    List<Span> out = new ArrayList<>();
    int start = iterator.first();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (!text.substring(start, end).isBlank()) {
        out.add(new Span(start, end));
      }
      start = end;
    }
    return out;
  }
}

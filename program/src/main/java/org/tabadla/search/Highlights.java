package org.tabadla.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.tabadla.model.Lang;

/// Finds the words around a hit: whole sentences of the body, with the hits between {@link
/// #HIT_START} and {@link #HIT_END}; the first sentences where the hit is elsewhere.
final class Highlights {
  static final char HIT_START = '\uE000';
  static final char HIT_END = '\uE001';

  private static final char REPLACEMENT = '\uFFFD';
  private static final String GAP = " \u2026 ";
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int PASSAGES = 2;
  private static final int PASSAGE_CHARS = 120;
  private static final int LONGEST_PASSAGE_CHARS = 600;
  private static final int LONGEST_ANALYZED_CHARS = 60_000;
  private static final int DOCUMENTS_CACHED_CHARS = 524_288;

  private Highlights() {}

  /// @param groups of each document, its language's group
  /// @return by document, an excerpt; "" where the body is empty
  static Map<Integer, String> of(IndexSearcher searcher, Query query, Map<Integer, String> groups)
      throws IOException {
    Map<Integer, String> excerpts = new HashMap<>();
    for (String group : List.copyOf(new java.util.TreeSet<>(groups.values()))) {
      int[] documents =
          groups.entrySet().stream()
              .filter(entry -> entry.getValue().equals(group))
              .mapToInt(Map.Entry::getKey)
              .sorted()
              .toArray();
      String field = IndexFields.BODY + group;
      Map<String, String[]> found =
          highlighter(searcher, new Lang(group))
              .highlightFields(new String[] {field}, query, documents, new int[] {PASSAGES});
      String[] texts = found.getOrDefault(field, new String[documents.length]);
      for (int i = 0; i < documents.length; i++) {
        excerpts.put(documents[i], texts[i] == null ? "" : texts[i]);
      }
    }
    return excerpts;
  }

  private static UnifiedHighlighter highlighter(IndexSearcher searcher, Lang lang) {
    return UnifiedHighlighter.builder(searcher, IndexFields.ANALYZER)
        .withBreakIterator(() ->
            LengthGoalBreakIterator.createMinLength(new SentenceBreaks(lang), PASSAGE_CHARS, 0f))
        .withFormatter(new Marks())
        .withMaxLength(LONGEST_ANALYZED_CHARS)
        .withCacheFieldValCharsThreshold(DOCUMENTS_CACHED_CHARS)
        .build();
  }

  private static final class Marks extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      var out = new StringBuilder();
      int end = 0;
      for (Passage passage : passages) {
        int start = start(passage, content);
        if (start > end && (!out.isEmpty() || start > passage.getStartOffset())) {
          out.append(GAP);
        } else if (!out.isEmpty()) {
          out.append(' ');
        }
        end = append(out, passage, content, start);
        if (end < passage.getEndOffset()) {
          out.append(GAP);
        }
      }
      return out.toString().strip();
    }

    /// @return the passage's start, or, where it is endless, a word some way before its first hit
    private static int start(Passage passage, String content) {
      int start = passage.getStartOffset();
      if (passage.getLength() <= LONGEST_PASSAGE_CHARS || passage.getNumMatches() == 0) {
        return start;
      }
      int near = passage.getMatchStarts()[0] - PASSAGE_CHARS;
      return near <= start ? start : nextWord(content, near, passage.getMatchStarts()[0]);
    }

    /// @return the start of the first word after the offset, or the limit when there is none
    private static int nextWord(String content, int from, int limit) {
      int at = from;
      while (at < limit && !Character.isWhitespace(content.charAt(at - 1))) {
        at++;
      }
      return at;
    }

    /// @return where in the content the excerpt ends
    private static int append(StringBuilder out, Passage passage, String content, int from) {
      int last = passage.getEndOffset();
      if (last - from > LONGEST_PASSAGE_CHARS) {
        last = wordEnd(content, from, from + LONGEST_PASSAGE_CHARS);
      }
      int at = from;
      int[] starts = Arrays.copyOf(passage.getMatchStarts(), passage.getNumMatches());
      int[] ends = Arrays.copyOf(passage.getMatchEnds(), passage.getNumMatches());
      for (int i = 0; i < starts.length; i++) {
        // Hits may overlap, where a word is a hit by itself and in a phrase.
        int start = Math.max(starts[i], at);
        if (ends[i] > start && ends[i] <= last) {
          out.append(plain(content, at, start)).append(HIT_START);
          out.append(plain(content, start, ends[i])).append(HIT_END);
          at = ends[i];
        }
      }
      out.append(plain(content, at, last).stripTrailing());
      return last;
    }

    /// @return the end of the last whole word, or `to` where no word ends before it
    private static int wordEnd(String content, int from, int to) {
      for (int at = to; at > from; at--) {
        if (Character.isWhitespace(content.charAt(at))) {
          return at;
        }
      }
      return to;
    }

    /// The outlet's own marks, if it ever writes any, must not look like hits.
    private static String plain(String content, int start, int end) {
      String text = SPACE.matcher(content.substring(start, end)).replaceAll(" ");
      return text.replace(HIT_START, REPLACEMENT).replace(HIT_END, REPLACEMENT);
    }
  }
}

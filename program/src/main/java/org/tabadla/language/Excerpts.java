package org.tabadla.language;

import java.util.List;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Short forms of a text that end where a sentence ends.
public final class Excerpts {
  private static final String CUT = " …";

  /// How much of the text is looked at for each code unit wanted.
  private static final int LOOK_AHEAD = 4;

  private Excerpts() {}

  /// @param most the most UTF-16 code units wanted; the first sentence is given whole even when it
  ///   is longer, up to twice that, and cut at a word with « …» beyond
  /// @return the first sentences
  public static String of(String text, Lang lang, int most) {
    String all = text.strip();
    if (all.length() <= most) {
      return all;
    }
    String head = all.substring(0, Math.min(all.length(), most * LOOK_AHEAD));
    List<Span> sentences = Sentences.of(head, lang);
    int start = sentences.getFirst().start();
    int end = sentences.getFirst().end();
    for (Span next : sentences) {
      // A last sentence that the window cut is no whole one.
      if (next.end() - start <= most
          && (next.end() < head.length() || head.length() == all.length())) {
        end = next.end();
      }
    }
    if (end - start <= most * 2) {
      return head.substring(start, end);
    }
    return cut(head.substring(start, Math.min(end, start + most * 2)), lang);
  }

  private static String cut(String head, Lang lang) {
    List<Span> words = Words.of(head, lang);
    int end = head.length();
    if (words.size() > 1) {
      Span last = words.getLast();
      end = words.get(words.size() - 2).end();
      if (end == last.start() && Character.isLetterOrDigit(head.charAt(end - 1))) {
        end = last.start();
      }
    } else if (Character.isHighSurrogate(head.charAt(end - 1))) {
      end--;
    }
    return head.substring(0, end).strip() + CUT;
  }
}

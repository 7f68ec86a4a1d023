package org.tabadla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Analyzers;
import org.tabadla.model.Lang;
import org.tabadla.search.QueryLexer.Kind;
import org.tabadla.search.QueryLexer.Token;

/// Joins words of a query that spell an acronym by the names of its letters, as Urdu does: «ایس سی
/// او» without quotation marks is looked for as these words in a row, or as `sco`. Which words do
/// is the Urdu analyzer's to say; it sees only one word at a time when they are not joined.
final class SpelledAcronyms {
  private static final int MOST_WORDS = 12;
  private static final char FIRST_ARABIC = '\u0600';
  private static final char AFTER_ARABIC = '\u0780';

  private SpelledAcronyms() {}

  /// Words of a run that are one acronym.
  private record Spelled(int from, int to, String latin) {}

  static List<Token> joined(List<Token> tokens) {
    List<Token> out = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int end = at;
      // The value of a filter is its own.
      boolean value = at > 0 && tokens.get(at - 1).kind() == Kind.FIELD;
      while (!value && end - at < MOST_WORDS && isWord(tokens.get(end))) {
        end++;
      }
      if (end - at < 2) {
        out.add(tokens.get(at++));
        continue;
      }
      join(tokens.subList(at, end), out);
      at = end;
    }
    return out;
  }

  private static boolean isWord(Token token) {
    return token.kind() == Kind.WORD
        && !token.text().isEmpty()
        && token.text().charAt(0) >= FIRST_ARABIC
        && token.text().charAt(0) < AFTER_ARABIC;
  }

  private static void join(List<Token> words, List<Token> out) {
    List<Spelled> spelled = spelled(words);
    int at = 0;
    while (at < words.size()) {
      Spelled here = longestAt(spelled, at);
      if (here == null) {
        out.add(words.get(at++));
        continue;
      }
      String phrase =
          String.join(
              " ", words.subList(here.from(), here.to()).stream().map(Token::text).toList());
      out.add(new Token(Kind.OPEN, "("));
      out.add(new Token(Kind.PHRASE, phrase));
      out.add(new Token(Kind.OR, "OR"));
      out.add(new Token(Kind.WORD, here.latin()));
      out.add(new Token(Kind.CLOSE, ")"));
      at = here.to();
    }
  }

  private static @Nullable Spelled longestAt(List<Spelled> all, int from) {
    Spelled longest = null;
    for (Spelled one : all) {
      if (one.from() == from && (longest == null || one.to() > longest.to())) {
        longest = one;
      }
    }
    return longest;
  }

  private static List<Spelled> spelled(List<Token> words) {
    String text = String.join(" ", words.stream().map(Token::text).toList());
    List<Spelled> found = new ArrayList<>();
    try (TokenStream stream = Analyzers.folded(Lang.UR).tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        int from = wordAt(words, offset.startOffset());
        int to = wordAt(words, offset.endOffset() - 1) + 1;
        if (length.getPositionLength() > 1 && to - from > 1 && isLatin(term)) {
          found.add(new Spelled(from, to, term.toString()));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static boolean isLatin(CharTermAttribute term) {
    return term.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static int wordAt(List<Token> words, int offset) {
    int end = -1;
    for (int i = 0; i < words.size(); i++) {
      end += words.get(i).text().length() + 1;
      if (offset < end) {
        return i;
      }
    }
    return words.size() - 1;
  }
}

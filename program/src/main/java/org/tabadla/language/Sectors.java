package org.tabadla.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// The fields of work that commitments are about, as texts in Urdu, English, Chinese and Russian
/// name them: a closed list of language-free codes, near to the [sectors of the
/// OECD](https://www.oecd.org/dac/financing-sustainable-development/development-finance-standards/dacandcrscodelists.htm).
public final class Sectors {
  private static final Set<String> LANGUAGES = Set.of("ur", "en", "zh", "ru");
  private static final Map<String, Sectors> READ = new ConcurrentHashMap<>();
  private static final int CODE = 0;
  private static final int LANGUAGE = 2;
  private static final int WORDS = 3;

  private final Map<String, List<Expression>> byBeginning = new HashMap<>();

  /// Words that name a sector.
  ///
  /// @param code `sector:energy`
  public record Mention(Span span, String code) {}

  /// One row's words: each folded, with `*` where it may go on.
  private record Expression(String code, List<String> words) {}

  private record Token(String key, int start, int end) {}

  private Sectors(Lang lang) {
    for (String[] row : Tables.rows("sectors.tsv", 4)) {
      if (row[LANGUAGE].equals(lang.primary())) {
        for (String form : row[WORDS].split("\\|", -1)) {
          add("sector:" + row[CODE], form, lang);
        }
      }
    }
  }

  private void add(String code, String form, Lang lang) {
    List<String> words = new ArrayList<>();
    for (String word : form.split(" ", -1)) {
      boolean goesOn = word.endsWith("*");
      String whole = goesOn ? word.substring(0, word.length() - 1) : word;
      if (lang.primary().equals("zh")) {
        whole.codePoints().forEach(c -> words.add(Character.toString(c)));
      } else {
        words.add(Letters.fold(whole, lang) + (goesOn ? "*" : ""));
      }
    }
    byBeginning
        .computeIfAbsent(beginning(words.getFirst()), k -> new ArrayList<>())
        .add(new Expression(code, words));
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(2, word.length()));
  }

  /// @return the sectors named, in text order, none within another; none in other languages
  public static List<Mention> in(String text, Lang lang) {
    return LANGUAGES.contains(lang.primary())
        ? READ.computeIfAbsent(lang.primary(), tag -> new Sectors(new Lang(tag))).find(text, lang)
        : List.of();
  }

  private List<Mention> find(String text, Lang lang) {
    List<Token> tokens = tokens(text, lang);
    List<Mention> out = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Expression best = longest(tokens, i);
      if (best == null) {
        i++;
        continue;
      }
      int last = i + best.words.size() - 1;
      out.add(new Mention(new Span(tokens.get(i).start, tokens.get(last).end), best.code));
      i = last + 1;
    }
    return out;
  }

  private @Nullable Expression longest(List<Token> tokens, int at) {
    Expression best = null;
    for (Expression one : byBeginning.getOrDefault(beginning(tokens.get(at).key), List.of())) {
      boolean longer = best == null || one.words.size() > best.words.size();
      if (longer && stands(one, tokens, at)) {
        best = one;
      }
    }
    return best;
  }

  private static boolean stands(Expression one, List<Token> tokens, int at) {
    if (at + one.words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < one.words.size(); i++) {
      String word = one.words.get(i);
      String key = tokens.get(at + i).key;
      boolean fits =
          word.endsWith("*")
              ? key.startsWith(word.substring(0, word.length() - 1))
              : key.equals(word);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static List<Token> tokens(String text, Lang lang) {
    boolean chinese = lang.primary().equals("zh");
    List<Token> out = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (!Character.isLetterOrDigit(c)) {
        i = end;
        continue;
      }
      while (!chinese && end < text.length() && isInner(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      String key = Letters.fold(text.substring(i, end), lang);
      if (!key.isEmpty()) {
        out.add(new Token(key, i, end));
      }
      i = end;
    }
    return out;
  }

  private static boolean isInner(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || c == '-'
        || type == Character.NON_SPACING_MARK
        || type == Character.FORMAT;
  }
}

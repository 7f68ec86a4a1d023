package org.tabadla.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tabadla.language.CalendarWords;
import org.tabadla.language.Concepts;
import org.tabadla.language.Letters;
import org.tabadla.language.Stopwords;
import org.tabadla.language.Words;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;
import org.tabadla.model.Text;

/// Ranks what an article is about: one to three words that come early, often, in the title, or as a
/// name.
///
/// After the statistics that Campos et al. (YAKE!, 2020) found to carry over between languages:
/// position, frequency, case and spread; no training, no corpus.
public final class Keywords {
  private static final int MOST_WORDS = 3;
  private static final int MOST_TOKENS = 4_000;
  private static final int SHORTEST_CHARS = 3;
  private static final double TITLE_GAIN = 2.2;
  private static final double CAPITAL_GAIN = 1.5;
  private static final double PER_WORD_GAIN = 0.1;
  private static final double LEAD_HALVES_AFTER_TOKENS = 60;

  private static final Pattern SPACES = Pattern.compile(" +");

  private Keywords() {}

  /// Ranks keywords.
  ///
  /// @param most how many at most
  /// @return best first, no two with the same key
  public static List<Keyword> of(String title, String text, Lang lang, int most) {
    var candidates = new HashMap<String, Candidate>();
    List<Span> titleWords = Words.of(title, lang);
    List<Span> textWords = Words.of(text, lang);
    collect(title, titleWords, lang, 0, true, candidates);
    collect(text, textWords, lang, titleWords.size(), false, candidates);
    known(title, titleWords, lang, 0, true, candidates);
    known(text, textWords, lang, titleWords.size(), false, candidates);
    discountParts(candidates);
    List<Candidate> ranked =
        candidates.values().stream()
            .filter(c -> c.score() > 0)
            .sorted(
                Comparator.comparingDouble(Candidate::score).reversed().thenComparing(c -> c.key))
            .toList();
    return chosen(ranked, lang, most);
  }

  /// A known name is one keyword, however its words look: «ایس سی او» is not «ایس».
  private static void known(
      String text,
      List<Span> textWords,
      Lang lang,
      int offset,
      boolean title,
      Map<String, Candidate> candidates) {
    int at = 0;
    for (Concepts.Mention mention : Concepts.in(text, lang)) {
      while (at < textWords.size() && textWords.get(at).start() < mention.span().start()) {
        at++;
      }
      int position = offset + at + 1;
      String shown = mention.span().of(text);
      String key = Letters.fold(shown, lang);
      int words = SPACES.split(key, -1).length;
      Candidate candidate =
          candidates.computeIfAbsent(key, k -> new Candidate(k, shown, words, position));
      candidate.names++;
      candidate.inTitle |= title;
    }
  }

  /// A run of words that may be a keyword, and what is counted about it.
  private static final class Candidate {
    final String key;
    final String shown;
    final int words;
    final int first;
    int count;
    int capital;
    int within;
    int names;
    boolean inTitle;

    Candidate(String key, String shown, int words, int first) {
      this.key = key;
      this.shown = shown;
      this.words = words;
      this.first = first;
    }

    double score() {
      int own = Math.max(count, names) - within;
      if (own <= 0 || (words > 1 && names == 0 && count < 2 && !inTitle)) {
        return 0;
      }
      double early = 1 / (1 + first / LEAD_HALVES_AFTER_TOKENS);
      double score = (Math.log1p(own) + 0.3) * (0.4 + early) * (1 + PER_WORD_GAIN * (words - 1));
      if (inTitle) {
        score *= TITLE_GAIN;
      }
      return names > 0 || capital * 2 > count ? score * CAPITAL_GAIN : score;
    }
  }

  private static void collect(
      String text,
      List<Span> textWords,
      Lang lang,
      int offset,
      boolean title,
      Map<String, Candidate> candidates) {
    var run = new ArrayList<Word>();
    for (int n = 0; n < Math.min(MOST_TOKENS, textWords.size()); n++) {
      Word word = word(textWords.get(n), text, lang, offset + n + 1);
      if (word == null) {
        phrases(run, text, title, candidates);
        run.clear();
      } else {
        run.add(word);
      }
    }
    phrases(run, text, title, candidates);
  }

  private record Word(Span span, String folded, boolean stop, boolean capital, int position) {}

  /// @return null for punctuation, which no keyword crosses
  private static @org.jspecify.annotations.Nullable Word word(
      Span span, String text, Lang lang, int position) {
    String shown = span.of(text);
    if (!Character.isLetterOrDigit(shown.codePointAt(0))) {
      return null;
    }
    String folded = Letters.fold(shown, lang);
    boolean noWord = folded.isEmpty() || folded.codePoints().noneMatch(Character::isLetter);
    boolean ideographs = Character.isIdeographic(shown.codePointAt(0));
    boolean tooShort = folded.length() < (ideographs ? 2 : SHORTEST_CHARS);
    return new Word(
        span,
        folded,
        noWord || tooShort || Stopwords.contains(folded, lang),
        Character.isUpperCase(shown.codePointAt(0)),
        position);
  }

  private static void phrases(
      List<Word> run, String text, boolean title, Map<String, Candidate> candidates) {
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i).stop()) {
        continue;
      }
      var key = new StringBuilder();
      boolean capital = true;
      for (int j = i; j < run.size() && j < i + MOST_WORDS; j++) {
        Word word = run.get(j);
        key.append(j == i ? "" : " ").append(word.folded());
        capital &= word.capital();
        if (word.stop()) {
          break;
        }
        int start = run.get(i).span().start();
        String shown = text.substring(start, word.span().end());
        int words = j - i + 1;
        int first = run.get(i).position();
        Candidate candidate =
            candidates.computeIfAbsent(key.toString(), k -> new Candidate(k, shown, words, first));
        candidate.count++;
        candidate.inTitle |= title;
        candidate.capital += capital ? 1 : 0;
      }
    }
  }

  /// A word that is mostly seen inside a longer repeated phrase is a fragment of it: «اکانومی» of
  /// «ڈیجیٹل اکانومی».
  private static void discountParts(Map<String, Candidate> candidates) {
    for (Candidate whole : candidates.values()) {
      int times = Math.max(whole.count, whole.names);
      if (whole.words == 1 || (times < 2 && whole.names == 0)) {
        continue;
      }
      String[] words = whole.key.split(" ", -1);
      for (int from = 0; from < words.length; from++) {
        for (int to = from + 1; to <= words.length; to++) {
          if (to - from < words.length) {
            Candidate part = candidates.get(String.join(" ", List.of(words).subList(from, to)));
            if (part != null) {
              part.within = Math.max(part.within, whole.names > 0 ? times : times - 1);
            }
          }
        }
      }
    }
  }

  private static List<Keyword> chosen(List<Candidate> ranked, Lang lang, int most) {
    var out = new ArrayList<Keyword>();
    double best = ranked.isEmpty() ? 1 : ranked.getFirst().score();
    for (Candidate c : ranked) {
      boolean overlaps =
          out.stream().anyMatch(k -> (" " + k.key() + " ").contains(" " + c.key + " "));
      if (!overlaps && !CalendarWords.contains(c.key, lang)) {
        out.add(new Keyword(new Text(c.shown, lang), c.key, c.score() / best));
      }
      if (out.size() == most) {
        break;
      }
    }
    return out;
  }
}

package org.tabadla.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// Ranks what an article is about: one to three words, or a name, that come early, often, in the
/// title, and are rare in other news.
public final class Keywords {
  /// How much likelier than the part it holds a longer phrase must be, to stand beside it; in
  /// logits.
  private static final double OVERLAP_COST = 1.0;

  /// How often a phrase is told before it stands before its own words.
  private static final int OFTEN = 3;

  private Keywords() {}

  /// A candidate and how likely it is, in logits.
  private record Ranked(Candidate candidate, double score) {}

  /// Ranks keywords.
  ///
  /// @param most how many at most
  /// @return best first, no two with the same key
  public static List<Keyword> of(String title, String text, Lang lang, int most) {
    List<Named> inTitle = Names.mentions(title, lang, false);
    return of(title, inTitle, text, Names.mentions(text, lang, true), lang, most);
  }

  static List<Keyword> of(
      String title,
      List<Named> titleNames,
      String text,
      List<Named> textNames,
      Lang lang,
      int most) {
    Candidates candidates = Candidates.of(title, titleNames, text, textNames, lang);
    String family = KeywordWeights.family(lang);
    List<Ranked> ranked = new ArrayList<>();
    for (Candidate c : candidates.all()) {
      if (c.count > 0 && !isFragment(c)) {
        ranked.add(new Ranked(c, KeywordWeights.score(candidates.measure(c), family)));
      }
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score).reversed().thenComparing(r -> r.candidate.key));
    return chosen(ranked, lang, most);
  }

  /// A word that is only ever seen within one longer phrase, which comes again, is a piece of it.
  private static boolean isFragment(Candidate c) {
    return c.words == 1 && c.count > 2 && c.withinLonger >= c.count;
  }

  private static List<Keyword> chosen(List<Ranked> ranked, Lang lang, int most) {
    List<Ranked> taken = new ArrayList<>();
    List<Ranked> left = new ArrayList<>(ranked.subList(0, Math.min(ranked.size(), most * 4)));
    while (taken.size() < most && !left.isEmpty()) {
      Ranked best = left.getFirst();
      double bestScore = Double.NEGATIVE_INFINITY;
      for (Ranked r : left) {
        double score = r.score - cost(r.candidate, taken);
        if (score > bestScore) {
          best = r;
          bestScore = score;
        }
      }
      left.remove(best);
      taken.add(new Ranked(best.candidate, bestScore));
    }
    wholeFirst(taken);
    List<Keyword> out = new ArrayList<>();
    for (Ranked r : taken) {
      double weight = probability(r.score) / probability(taken.getFirst().score);
      out.add(new Keyword(new Text(r.candidate.shown, lang), r.candidate.key, weight));
    }
    return out;
  }

  /// Where a word is mostly seen in a longer phrase of the title that comes again and again, the
  /// two change places: the text is about the lighthouse keeper rather than the lighthouse.
  private static void wholeFirst(List<Ranked> taken) {
    for (int i = 0; i < taken.size(); i++) {
      for (int j = i + 1; j < taken.size(); j++) {
        Ranked part = taken.get(i);
        Ranked whole = taken.get(j);
        if (leads(whole.candidate, part.candidate)) {
          taken.set(i, new Ranked(whole.candidate, part.score));
          taken.set(j, new Ranked(part.candidate, whole.score));
        }
      }
    }
  }

  private static boolean leads(Candidate whole, Candidate part) {
    return part.words == 1
        && whole.count >= OFTEN
        && whole.inTitle > 0
        && whole.count * 3 >= part.count * 2
        && holds(whole, part);
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static double cost(Candidate c, List<Ranked> taken) {
    double cost = 0;
    for (Ranked t : taken) {
      if (holds(t.candidate, c) || holds(c, t.candidate)) {
        cost = Math.max(cost, OVERLAP_COST);
      }
    }
    return cost;
  }

  private static boolean holds(Candidate whole, Candidate part) {
    int at = whole.key.indexOf(part.key);
    return at >= 0
        && whole.words > part.words
        && (at == 0 || whole.key.charAt(at - 1) == ' ')
        && (at + part.key.length() == whole.key.length()
            || whole.key.charAt(at + part.key.length()) == ' ');
  }
}

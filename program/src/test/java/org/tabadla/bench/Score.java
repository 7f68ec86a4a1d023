package org.tabadla.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one reader's answers to one set are worth; NaN where the set does not tell.
///
/// @param f1 body, runs of four words
/// @param exact share of bodies that are the gold word for word
/// @param unitF1 as `f1`, with words for every script
/// @param snippets F1 over snippets that must be in the body and such that must not
/// @param title share of titles that are right
record Score(double f1, double exact, double unitF1, double snippets, double title) {
  private static final Pattern PARTER = Pattern.compile("\\s+[-–—|·•:»]\\s+");

  static Score of(PackSet set, List<PageTool.Answer> answers) {
    var bodies = new ArrayList<Overlap>();
    var units = new ArrayList<Overlap>();
    int exact = 0;
    int titles = 0;
    int rightTitles = 0;
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < answers.size(); i++) {
      PackSet.Case page = set.cases().get(i);
      PageTool.Answer answer = answers.get(i);
      if (page.body() != null) {
        List<String> gold = Overlap.words(page.body());
        List<String> got = Overlap.words(answer.body());
        bodies.add(Overlap.of(gold, got));
        units.add(Overlap.of(Overlap.units(page.body()), Overlap.units(answer.body())));
        exact += gold.equals(got) ? 1 : 0;
      }
      if (page.with() != null) {
        String body = flat(answer.body());
        int found = found(body, page.with());
        right += found;
        wrong += page.with().size() - found + found(body, page.without());
      }
      if (page.title() != null && !page.title().isEmpty()) {
        titles++;
        rightTitles += isSame(page.title(), answer.title()) ? 1 : 0;
      }
    }
    return new Score(
        bodies.isEmpty() ? Double.NaN : Overlap.f1(bodies),
        share(exact, bodies.size()),
        units.isEmpty() ? Double.NaN : Overlap.f1(units),
        share(2 * right, 2 * right + wrong),
        share(rightTitles, titles));
  }

  private static double share(int part, int all) {
    return all == 0 ? Double.NaN : (double) part / all;
  }

  private static int found(String body, List<String> snippets) {
    return (int) snippets.stream().filter(snippet -> body.contains(flat(snippet))).count();
  }

  private static String flat(String text) {
    return text.strip().replaceAll("(?U)\\s+", " ");
  }

  /// The same words, or the same once the outlet's tail is cut.
  private static boolean isSame(String gold, String answer) {
    String wanted = folded(gold);
    if (wanted.equals(folded(answer))) {
      return true;
    }
    Matcher cut = PARTER.matcher(answer);
    int head = -1;
    int tail = -1;
    while (cut.find()) {
      head = head < 0 ? cut.start() : head;
      tail = cut.end();
    }
    return tail >= 0
        && (wanted.equals(folded(answer.substring(0, tail)))
            || wanted.equals(folded(answer.substring(0, head))));
  }

  private static String folded(@Nullable String text) {
    String one = Normalizer.normalize(Objects.requireNonNullElse(text, ""), Normalizer.Form.NFKC);
    return String.join(" ", Overlap.words(one.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
  }
}

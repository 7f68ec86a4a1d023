package org.tabadla.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.store.Store;

/// What people corrected in the register, as lines of the gold (`docs/gold.md`, part `acts`): each
/// article of which something was corrected with all that it asserts, as people left it. Values
/// whose words do not stand in the article are left out and named, for gold rests on words.
final class CorrectedGold {
  private final Register register;
  private final Store store;

  CorrectedGold(Register register, Store store) {
    this.register = register;
    this.store = store;
  }

  /// @param told the articles that were given already; those of this commitment are added
  List<Map<String, Object>> lines(Commitment commitment, java.util.Set<String> told) {
    var out = new ArrayList<Map<String, Object>>();
    for (Commitment.Entry entry : commitment.entries()) {
      String article = entry.assertion().origin().article();
      if (!entry.corrections().isEmpty() && told.add(article)) {
        article(article).map(a -> line(a, entry)).ifPresent(out::add);
      }
    }
    return out;
  }

  /// An agreement of the exchange is no article.
  private Optional<Article> article(String id) {
    try {
      return store.entry(new ArticleId(id)).map(Store.Entry::article);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private record Stand(String commitment, Commitment.Entry entry) {}

  private Map<String, Object> line(Article article, Commitment.Entry corrected) {
    var stands = new ArrayList<Stand>();
    String id = article.id().value();
    for (Commitment c : register.list(new Shelf(Shelf.Kind.ARTICLE, id), null, Integer.MAX_VALUE)) {
      c.entries().stream()
          .filter(e -> e.assertion().origin().article().equals(id))
          .forEach(e -> stands.add(new Stand(c.id(), e)));
    }
    var missing = new ArrayList<String>();
    var acts = new ArrayList<Map<String, Object>>();
    for (Stand stand : stands) {
      Assertion a = stand.entry().corrected();
      if (a.status() != Status.UNKNOWN) {
        act(article.text(), a, stand.commitment(), missing).ifPresent(acts::add);
      }
    }
    Assertion.Origin from = corrected.assertion().origin();
    Object about = stands.isEmpty() ? null : stands.getFirst().commitment();
    var out = new LinkedHashMap<String, Object>();
    out.put("id", "corrected-" + id);
    out.put("lang", from.lang());
    out.put("source", from.name());
    out.put("date", from.said().toString());
    out.put("title", article.title().value());
    out.put("text", article.text());
    out.put("acts", acts);
    out.put("background", List.of());
    out.put("commitment", acts.isEmpty() ? null : acts.getFirst().get("commitment"));
    out.put("about", about);
    out.put("hard", acts.isEmpty() ? "corrected" : null);
    out.put("half", "tuned");
    out.put("without", missing);
    out.put("url", from.url());
    out.put(
        "corrected_by",
        stands.stream()
            .flatMap(s -> s.entry().corrections().stream())
            .map(c -> c.actor() + ": " + c.note())
            .distinct()
            .toList());
    return out;
  }

  /// @return empty where the sentence does not stand in the article any more
  private static Optional<Map<String, Object>> act(
      String text, Assertion a, String commitment, List<String> missing) {
    int[] span = span(text, a.sentence(), 0);
    if (span == null) {
      missing.add(a.sentence().words());
      return Optional.empty();
    }
    int near = span[0];
    var act = new LinkedHashMap<String, Object>();
    act.put("act", a.status().word());
    act.put("instrument", words(text, a.instrument(), near, missing));
    act.put("parties", parties(text, a, near, missing));
    act.put("count", valued(text, a.count(), near, missing, true));
    act.put("amounts", amounts(text, a, near, missing));
    act.put("sectors", each(text, a.sectors(), near, missing));
    act.put("place", words(text, a.place(), near, missing));
    act.put("date", valued(text, a.date(), near, missing, false));
    act.put("deliverables", deliverables(text, a, near, missing));
    act.put("span", span);
    act.put("commitment", commitment);
    return Optional.of(act);
  }

  private static List<Map<String, Object>> parties(
      String text, Assertion a, int near, List<String> missing) {
    var out = new ArrayList<Map<String, Object>>();
    for (Assertion.Party party : a.parties()) {
      Map<String, Object> one = placed("name", text, party.name(), near, missing);
      if (one != null) {
        one.put("role", party.role());
        out.add(one);
      }
    }
    return out;
  }

  private static List<Map<String, Object>> amounts(
      String text, Assertion a, int near, List<String> missing) {
    var out = new ArrayList<Map<String, Object>>();
    for (Assertion.Amount amount : a.amounts()) {
      Map<String, Object> one = placed("words", text, amount.words(), near, missing);
      if (one != null) {
        one.put("value", amount.value());
        one.put("currency", amount.currency());
        one.put("of", amount.of());
        out.add(one);
      }
    }
    return out;
  }

  private static List<Map<String, Object>> deliverables(
      String text, Assertion a, int near, List<String> missing) {
    var out = new ArrayList<Map<String, Object>>();
    for (Assertion.Deliverable due : a.deliverables()) {
      Map<String, Object> one = placed("what", text, due.what(), near, missing);
      if (one != null) {
        one.put("due", due.due());
        out.add(one);
      }
    }
    return out;
  }

  private static List<Map<String, Object>> each(
      String text, List<Assertion.Worded> all, int near, List<String> missing) {
    var out = new ArrayList<Map<String, Object>>();
    for (Assertion.Worded words : all) {
      Map<String, Object> one = placed("words", text, words, near, missing);
      if (one != null) {
        out.add(one);
      }
    }
    return out;
  }

  private static @Nullable Map<String, Object> words(
      String text, Assertion.@Nullable Worded words, int near, List<String> missing) {
    return words == null ? null : placed("words", text, words, near, missing);
  }

  private static @Nullable Map<String, Object> valued(
      String text,
      Assertion.@Nullable Valued value,
      int near,
      List<String> missing,
      boolean isNumber) {
    Map<String, Object> out =
        value == null ? null : placed("words", text, value.words(), near, missing);
    if (out != null && value != null) {
      out.put("value", isNumber ? new java.math.BigDecimal(value.value()) : value.value());
    }
    return out;
  }

  private static @Nullable Map<String, Object> placed(
      String field, String text, Assertion.Worded words, int near, List<String> missing) {
    int[] span = span(text, words, near);
    if (span == null) {
      missing.add(words.words());
      return null;
    }
    var out = new LinkedHashMap<String, Object>();
    out.put(field, words.words());
    out.put("span", span);
    return out;
  }

  /// @param near where to look first, for an article that has changed and words that a person wrote
  private static int @Nullable [] span(String text, Assertion.Worded words, int near) {
    String wanted = words.words();
    if (words.end() > words.start()
        && words.end() <= text.length()
        && text.substring(words.start(), words.end()).equals(wanted)) {
      return new int[] {words.start(), words.end()};
    }
    int at = text.indexOf(wanted, near);
    int start = at < 0 ? text.indexOf(wanted) : at;
    return start < 0 || wanted.isEmpty() ? null : new int[] {start, start + wanted.length()};
  }
}

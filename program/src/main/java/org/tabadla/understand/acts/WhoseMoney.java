package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Whose rupees, riyals, dinars or pounds a sum has, where its words do not tell: the money of the
/// one country of that name which the article speaks of. Where two are spoken of and neither is the
/// name's own, nobody can tell.
final class WhoseMoney {
  /// Of each name of money: the countries that have one so called, by the ISO 4217 code that the
  /// bare name stands for.
  private static final Map<String, Map<String, String>> CALLED =
      Map.of(
          "PKR", Map.of("PK", "PKR", "IN", "INR", "NP", "NPR", "LK", "LKR", "MU", "MUR"),
          "SAR", Map.of("SA", "SAR", "QA", "QAR", "OM", "OMR", "YE", "YER", "IR", "IRR"),
          "KWD", Map.of("KW", "KWD", "IQ", "IQD", "BH", "BHD", "JO", "JOD", "DZ", "DZD"),
          "GBP", Map.of("GB", "GBP", "EG", "EGP", "SD", "SDG", "LB", "LBP"));

  private static final String COUNTRY = "country:";

  private WhoseMoney() {}

  /// @return the currencies whose name is the same as that of one: `INR` for `PKR`
  static Set<String> called(String currency) {
    Map<String, String> same = CALLED.get(currency);
    return same == null ? Set.of(currency) : Set.copyOf(same.values());
  }

  /// @param currency that the words stand for where nothing else is said, ISO 4217
  /// @param sentences of the article
  /// @return the currency; null where it cannot be told
  static @Nullable String of(String currency, List<Sentence> sentences) {
    Map<String, String> same = CALLED.get(currency);
    if (same == null) {
      return currency;
    }
    Set<String> told = new TreeSet<>();
    Sentence first = sentences.getFirst();
    List<Sentence> all = new ArrayList<>(sentences);
    if (first.span().start() > 0) {
      all.addFirst(first.sibling(new Span(0, first.span().start()))); // the dateline
    }
    for (Sentence s : all) {
      countries(s.span().of(s.text()), s.lang(), told);
      if (s.has("india", 0, s.size())) {
        told.add("IN");
      }
      if (s.has("pakistan", 0, s.size())) {
        told.add("PK");
      }
    }
    told.retainAll(same.keySet());
    return switch (told.size()) {
      case 0 -> currency.equals("PKR") && first.lang().primary().equals("en") ? null : currency;
      case 1 -> same.get(told.iterator().next());
      default -> isOwn(currency, same, told) ? currency : null;
    };
  }

  /// A rupee is Pakistan's in an article of Pakistan and Nepal; of Pakistan and India it is
  /// nobody's that one could name, for both write so of their own.
  private static boolean isOwn(String currency, Map<String, String> same, Set<String> told) {
    boolean own = told.stream().anyMatch(country -> currency.equals(same.get(country)));
    return own && !told.contains("IN");
  }

  private static void countries(String text, Lang lang, Set<String> out) {
    for (Concepts.Mention mention : Concepts.in(text, lang)) {
      if (mention.concept().startsWith(COUNTRY)) {
        out.add(mention.concept().substring(COUNTRY.length()));
      }
    }
  }
}

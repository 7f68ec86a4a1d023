package org.tabadla.web;

import java.util.Locale;

/// What a language calls countries, from the CLDR that Java brings.
public final class Countries {
  private static final String CONCEPT = "country:";

  private Countries() {}

  /// @param code ISO 3166
  /// @return the name, or the code where there is none
  public static String name(String code, Ui ui) {
    try {
      var country = new Locale.Builder().setRegion(code).build();
      return country.getDisplayCountry(Locale.forLanguageTag(ui.tag()));
    } catch (java.util.IllformedLocaleException e) {
      return code;
    }
  }

  /// @return whether a concept is a country
  public static boolean isOne(String concept) {
    return concept.startsWith(CONCEPT);
  }

  /// @param concept `country:PK`
  public static String ofConcept(String concept, Ui ui) {
    return name(concept.substring(CONCEPT.length()), ui);
  }
}

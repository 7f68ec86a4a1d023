package org.tabadla.model;

import java.util.Locale;
import java.util.Set;

/// A language by its BCP 47 tag: `ur`, `en`, `zh`, `und` when it cannot be told.
public record Lang(String tag) {
  public static final Lang UND = new Lang("und");
  public static final Lang UR = new Lang("ur");
  public static final Lang EN = new Lang("en");

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of(
          "ur", "ar", "fa", "prs", "ps", "sd", "pnb", "skr", "ks", "ug", "ckb", "azb", "he", "yi",
          "dv");

  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("arab", "aran", "hebr", "thaa", "syrc", "nkoo");

  private static final int SCRIPT_CHARS = 4;

  public Lang {
    tag = Checks.notBlank("language tag", tag).trim().replace('_', '-');
  }

  /// @return the primary subtag in lower case: `zh` of `zh-Hans-CN`
  public String primary() {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  public boolean isKnown() {
    return !"und".equals(primary());
  }

  /// A script in the tag counts for more than the language: `ur-Latn` runs from left to right.
  public boolean isRightToLeft() {
    String[] parts = tag.toLowerCase(Locale.ROOT).split("-", 3);
    boolean namesScript = parts.length > 1 && parts[1].length() == SCRIPT_CHARS;
    return namesScript
        ? RIGHT_TO_LEFT_SCRIPTS.contains(parts[1])
        : RIGHT_TO_LEFT.contains(primary());
  }

  /// @return `rtl` or `ltr`, as HTML's `dir` wants it
  public String dir() {
    return isRightToLeft() ? "rtl" : "ltr";
  }

  @Override
  public String toString() {
    return tag;
  }
}

package org.tabadla.urdu;

/// Brings Urdu text to one form: for display, where nothing changes that a reader would see as
/// spelling, and for searching, where spellings of one word meet. Both are idempotent, take time
/// linear in the text, and accept whatever a string can hold.
///
/// Letters that have an Urdu life of their own stay apart: ھ and ہ, ں and ن; only closed lists of
/// words («انھوں») bring them together. Thread-safe.
///
/// ```
/// String shown = UrduNormalizer.display("كراچي");  // کراچی, in Urdu's own letters
/// String key = UrduNormalizer.fold("۱۲٬۵۰۰");      // 12500
/// ```
public final class UrduNormalizer {
  private UrduNormalizer() {}

  /// One letter for each letter, medial ے repaired, controls and decoration removed, spaces put
  /// where a full stop, a comma or a number was glued.
  ///
  /// ```
  /// display("مےں نے")        // میں نے
  /// display("ہوا۔پھر 25برس")  // ہوا۔ پھر 25 برس
  /// ```
  ///
  /// @return the text itself where nothing is to be done, as in most
  public static String display(CharSequence text) {
    return UrduSpacing.spaced(letters(text));
  }

  /// The form that equal words share: {@link #display} but for its spaces, then ASCII digits
  /// without thousands signs, no marks, no hamza on its carriers, one spelling of known doublets,
  /// lower case, Latin letters without accents.
  ///
  /// ```
  /// fold("مؤقف")   // موقف
  /// fold("گذشتہ")  // گزشتہ
  /// fold("۱۹۶۵ء")  // 1965
  /// ```
  public static String fold(CharSequence text) {
    String string = text.toString();
    return new SearchFold().fold(string.toCharArray(), 0, string.length()).or(string);
  }

  /// One letter for each letter, without the repair of spaces.
  static String letters(CharSequence text) {
    String string = text.toString();
    if (!LetterRepair.looksBroken(string)) {
      return string;
    }
    var repair = new LetterRepair();
    repair.repair(string.toCharArray(), 0, string.length());
    return repair.out.or(string);
  }
}

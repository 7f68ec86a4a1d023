package org.tabadla.read;

/// One run of text on a page: what stands between two block borders or double line breaks.
///
/// @param text white space collapsed, not blank
/// @param box index of the block that holds it, in {@link PageTree#boxes()}
/// @param units how much it says, the same in every script, see {@link #units(CharSequence)}
/// @param linkUnits how much of that is links
/// @param marks how many commas and stops it has, in any script
/// @param bold it is bold from end to end
record Line(String text, int box, float units, float linkUnits, int marks, boolean bold) {
  static final String STOPS = ".!?…。！？｡۔؟।॥։።။၊";
  static final String COMMAS = ",،、，;؛；:：";
  private static final int MOST_CLOSERS = 16;
  private static final String CLOSERS = "\"'”’»)]）】」』›“";

  /// A Chinese character says as much as about three letters, a syllable sign as much as two.
  static final int IDEOGRAPH = 3;

  static final int SYLLABLE = 2;

  /// @return the letters and digits, weighed by how much one of its script says
  static float units(CharSequence text) {
    float sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += unit(text.charAt(i));
    }
    return sum;
  }

  static float unit(char c) {
    return Signs.of(c) & Signs.UNIT;
  }

  static boolean isMark(char c) {
    return (Signs.of(c) & Signs.MARK) != 0;
  }

  float linkShare() {
    return units == 0 ? 0 : linkUnits / units;
  }

  /// @return its last character, closing quotes and brackets aside, ends a sentence
  boolean endsSentence() {
    return endsSentence(text);
  }

  static boolean endsSentence(CharSequence text) {
    int i = text.length() - 1;
    int least = Math.max(0, i - MOST_CLOSERS);
    while (i > least && (CLOSERS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == ' ')) {
      i--;
    }
    return i >= 0 && STOPS.indexOf(text.charAt(i)) >= 0;
  }
}

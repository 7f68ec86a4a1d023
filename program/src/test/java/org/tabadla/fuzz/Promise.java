package org.tabadla.fuzz;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;

/// What every reader promises of what it hands on.
final class Promise {
  /// Embeddings, overrides and isolates, which turn the text around them.
  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private Promise() {}

  static void that(boolean kept, String promise) {
    if (!kept) {
      throw new AssertionError(promise);
    }
  }

  /// Words that are shown: whole characters, nothing that turns the page around them.
  static void shown(String what, @Nullable String text) {
    if (text == null) {
      return;
    }
    whole(what, text);
    that(!TURNING.matcher(text).find(), what + " turns the text around it: " + text);
    that(
        text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t'),
        what + " has a control character: " + text);
  }

  /// No half of a surrogate pair, which no encoding can write down.
  static void whole(String what, @Nullable String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length();
      if (pair && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new AssertionError(what + " has half a character at " + i + ": " + text);
      }
    }
  }

  /// An address that a browser may be sent to.
  static void web(String what, @Nullable String address) {
    if (address != null) {
      that(address.equals(Address.web(address, null)), what + " is no web address: " + address);
    }
  }
}

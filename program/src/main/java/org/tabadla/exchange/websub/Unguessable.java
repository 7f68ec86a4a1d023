package org.tabadla.exchange.websub;

import java.security.SecureRandom;
import java.util.Base64;

/// Random words that nobody can guess: challenges, secrets, the last step of a callback.
final class Unguessable {
  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Unguessable() {}

  /// @return 192 bits as 32 characters of base64url
  static String word() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

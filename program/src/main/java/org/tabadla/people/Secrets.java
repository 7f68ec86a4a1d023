package org.tabadla.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.tabadla.model.Digest;

/// Random 256 bits for sessions, tokens and links. They are handed out once; only their hash is
/// kept, so that who reads the database can enter nowhere.
final class Secrets {
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// @return 43 characters of base64url
  static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  /// The key under which it lies on the shelf.
  static String hash(String secret) {
    return Digest.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }
}

package org.tabadla.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;

/// Passwords as Argon2id (RFC 9106) keeps them: 19 MiB, two passes, one lane, 16 bytes of salt.
public final class Passwords {
  /// The shortest that is taken, in UTF-16 code units (NIST SP 800-63B: at least 8).
  public static final int SHORTEST_CHARS = 10;

  /// The longest; longer ones only keep the machine busy.
  public static final int LONGEST_CHARS = 200;

  private static final int MEMORY_KB = 19 * 1_024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /// What a name that nobody has is checked against, so that the time tells nothing.
  private static final String NOBODY = hash("nobody has this one");

  private Passwords() {}

  /// Tells whether a password may be set; letters of any script count.
  public static boolean isFit(String password) {
    return password.length() >= SHORTEST_CHARS
        && password.length() <= LONGEST_CHARS
        && password.chars().distinct().count() >= SHORTEST_CHARS / 2;
  }

  /// @return the hash with its salt and costs in one line (`$argon2id$v=19$m=…`)
  static String hash(String password) {
    return Password.hash(plain(password))
        .addRandomSalt(SALT_BYTES)
        .with(Argon2Function.getInstance(MEMORY_KB, PASSES, LANES, HASH_BYTES, Argon2.ID))
        .getResult();
  }

  static boolean matches(String password, String hash) {
    return password.length() <= LONGEST_CHARS
        && Password.check(plain(password), hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /// Takes the time that a check takes.
  static void pretend(String password) {
    matches(password, NOBODY);
  }

  /// Two keyboards may write one letter in two ways.
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}

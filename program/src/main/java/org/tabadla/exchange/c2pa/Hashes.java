package org.tabadla.exchange.c2pa;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hashes that credentials may use, over boxes and over the file.
final class Hashes {
  /// The algorithm where none is named.
  static final String STANDARD = "sha256";

  private static final int MOST_EXCLUSIONS = 1_000;

  private Hashes() {}

  /// A part of the file that is left out of its hash, since it holds the hash itself.
  record Exclusion(long start, long length) {
    long end() {
      return start + length;
    }
  }

  static boolean fits(byte[] bytes, byte @Nullable [] hash, String algorithm) throws Malformed {
    return hash != null && Arrays.equals(digest(algorithm).digest(bytes), hash);
  }

  static boolean fits(
      byte[] file, List<Exclusion> exclusions, byte @Nullable [] hash, String algorithm)
      throws Malformed {
    if (exclusions.size() > MOST_EXCLUSIONS) {
      throw new Malformed("more than " + MOST_EXCLUSIONS + " exclusions");
    }
    MessageDigest digest = digest(algorithm);
    long at = 0;
    for (Exclusion each :
        exclusions.stream().sorted(Comparator.comparingLong(Exclusion::start)).toList()) {
      if (each.start() < at || each.length() < 0 || each.end() > file.length) {
        throw new Malformed("an exclusion beyond the file or over another: " + each);
      }
      digest.update(file, (int) at, (int) (each.start() - at));
      at = each.end();
    }
    digest.update(file, (int) at, (int) (file.length - at));
    return hash != null && Arrays.equals(digest.digest(), hash);
  }

  private static MessageDigest digest(String algorithm) throws Malformed {
    String jdk =
        switch (algorithm) {
          case "sha256" -> "SHA-256";
          case "sha384" -> "SHA-384";
          case "sha512" -> "SHA-512";
          default -> throw new Malformed("a hash algorithm that C2PA does not allow: " + algorithm);
        };
    try {
      return MessageDigest.getInstance(jdk);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

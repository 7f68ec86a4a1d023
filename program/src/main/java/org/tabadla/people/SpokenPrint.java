package org.tabadla.people;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.tabadla.model.Digest;

/// A key's fingerprint that two people can read to each other over the telephone: eight words of
/// five letters, consonant and vowel in turn, 16 bits a word (Wilkerson, "A Proposal for
/// Proquints", 2009), of the first 128 bits of SHA-256.
public final class SpokenPrint {
  private static final String CONSONANTS = "bdfghjklmnprstvz";
  private static final String VOWELS = "aiou";
  private static final int WORDS = 8;
  private static final int HEX_OF_A_WORD = 4;

  private SpokenPrint() {}

  /// @param raw the public key, 32 bytes in base64
  /// @return `lusab-babad-gutih-tugad …`, eight words parted by hyphens
  public static String of(String raw) {
    String hex = Digest.sha256(Base64.getDecoder().decode(raw));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      words.add(word(Integer.parseInt(hex, i * HEX_OF_A_WORD, (i + 1) * HEX_OF_A_WORD, 16)));
    }
    return String.join("-", words);
  }

  static String word(int bits) {
    return ""
        + CONSONANTS.charAt(bits >> 12 & 15)
        + VOWELS.charAt(bits >> 10 & 3)
        + CONSONANTS.charAt(bits >> 6 & 15)
        + VOWELS.charAt(bits >> 4 & 3)
        + CONSONANTS.charAt(bits & 15);
  }
}

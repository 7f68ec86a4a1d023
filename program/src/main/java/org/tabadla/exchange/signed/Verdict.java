package org.tabadla.exchange.signed;

import java.util.List;

/// What came of checking one message.
public sealed interface Verdict {
  /// The signature is the key's, covers what was demanded, and is of this time.
  ///
  /// @param label the signature's label in the message
  /// @param covered the components that it covers; nothing else in the message is vouched for
  /// @param content what is known of the content
  record Valid(
      String label,
      String keyId,
      Algorithm algorithm,
      List<String> covered,
      ContentDigest.Check content)
      implements Verdict {
    public Valid {
      covered = List.copyOf(covered);
    }
  }

  /// The message is not to be trusted.
  ///
  /// @param what the reason, with the value seen
  record Refused(Reason reason, String what) implements Verdict {}

  /// Why a message is refused.
  enum Reason {
    UNSIGNED,
    MALFORMED,
    UNKNOWN_KEY,
    WRONG_ALGORITHM,
    COVERS_TOO_LITTLE,
    FORGED,
    WRONG_DIGEST,
    TOO_OLD,
    FROM_THE_FUTURE,
    EXPIRED,
    REPLAYED
  }
}

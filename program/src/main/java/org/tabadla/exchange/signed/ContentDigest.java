package org.tabadla.exchange.signed;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The field `Content-Digest` (RFC 9530): hashes of the content as it travels.
public final class ContentDigest {
  /// The field's name.
  public static final String FIELD = "content-digest";

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

  private ContentDigest() {}

  /// How content and digest stand to one another.
  public sealed interface Check {
    /// Every digest that is known is right, and at least one is known.
    record Right(List<String> algorithms) implements Check {}

    /// A digest is of other content.
    record Wrong(String algorithm) implements Check {}

    /// No digest can be checked: none is there, or only of unknown or broken kinds.
    record Unchecked(String why) implements Check {}
  }

  /// The field's value for this content, with SHA-256.
  public static String of(byte[] content) {
    var members = new LinkedHashMap<String, Member>();
    members.put(
        "sha-256",
        new Member.Item(new Bare.Bytes(hash("SHA-256", content)), new LinkedHashMap<>()));
    try {
      return FieldWriter.dictionary(members);
    } catch (MalformedField e) {
      throw new IllegalStateException(e);
    }
  }

  /// Checks the content against every digest whose algorithm is active in the registry; MD5, SHA-1
  /// and checksums prove nothing and are left out (RFC 9530 §5).
  public static Check check(HttpMessage message) {
    List<String> values = message.values(FIELD);
    if (values.isEmpty()) {
      return new Check.Unchecked("no Content-Digest");
    }
    SequencedMap<String, Member> digests;
    try {
      digests = StructuredFields.dictionary(String.join(", ", values));
    } catch (MalformedField e) {
      return new Check.Unchecked("a Content-Digest that cannot be read: " + e.getMessage());
    }
    var right = new java.util.ArrayList<String>();
    for (Map.Entry<String, Member> each : digests.entrySet()) {
      String algorithm = ALGORITHMS.get(each.getKey());
      if (algorithm != null) {
        if (!(each.getValue() instanceof Member.Item(Bare.Bytes bytes, var _))
            || !MessageDigest.isEqual(bytes.value(), hash(algorithm, message.body().bytes()))) {
          return new Check.Wrong(each.getKey());
        }
        right.add(each.getKey());
      }
    }
    return right.isEmpty()
        ? new Check.Unchecked("no digest of a safe kind, only " + digests.keySet())
        : new Check.Right(List.copyOf(right));
  }

  private static byte[] hash(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

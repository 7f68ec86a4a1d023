package org.tabadla.exchange.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Signs and verifies HTTP messages (RFC 9421).
public final class MessageSignatures {
  private static final String INPUT = "signature-input";
  private static final String SIGNATURE = "signature";

  private MessageSignatures() {}

  /// Signs a message: gives it back with the fields `Signature-Input` and `Signature` added.
  ///
  /// @param covered components with the signature's parameters
  /// @throws MalformedField where a component is not in the message
  public static HttpMessage sign(
      HttpMessage message,
      @Nullable HttpMessage request,
      String label,
      Member.Inner covered,
      MessageKey key)
      throws MalformedField {
    String base = new SignedText(message, request).of(covered);
    try {
      byte[] signature = key.algorithm().sign(key.key(), base.getBytes(StandardCharsets.UTF_8));
      return attach(message, label, covered, signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key " + key.id() + " cannot sign", e);
    }
  }

  /// Adds a signature to a message; it was made over {@link #base} where the key is kept.
  public static HttpMessage attach(
      HttpMessage message, String label, Member.Inner covered, byte[] signature)
      throws MalformedField {
    return message
        .with("Signature-Input", FieldWriter.dictionary(one(label, covered)))
        .with(
            "Signature",
            FieldWriter.dictionary(
                one(label, new Member.Item(new Bare.Bytes(signature), new LinkedHashMap<>()))));
  }

  /// What to sign: these components, by this key, at this time.
  ///
  /// @param nonce makes the signature usable once
  public static Member.Inner covering(
      List<String> components,
      String keyId,
      Instant created,
      @Nullable Instant expires,
      @Nullable String nonce) {
    var items = new ArrayList<Member.Item>();
    for (String component : components) {
      items.add(new Member.Item(new Bare.Quoted(component), new LinkedHashMap<>()));
    }
    var parameters = new LinkedHashMap<String, Bare>();
    parameters.put("created", new Bare.Whole(created.getEpochSecond()));
    if (expires != null) {
      parameters.put("expires", new Bare.Whole(expires.getEpochSecond()));
    }
    parameters.put("keyid", new Bare.Quoted(keyId));
    if (nonce != null) {
      parameters.put("nonce", new Bare.Quoted(nonce));
    }
    return new Member.Inner(items, parameters);
  }

  /// The text that `covered` signs; for those who look for a difference.
  public static String base(
      HttpMessage message, @Nullable HttpMessage request, Member.Inner covered)
      throws MalformedField {
    return new SignedText(message, request).of(covered);
  }

  /// Verifies a message by the first signature whose key is known.
  ///
  /// @param keys by their id
  /// @param window null where the time is not to be judged
  public static Verdict verify(
      HttpMessage message,
      @Nullable HttpMessage request,
      Map<String, MessageKey> keys,
      Demand demand,
      @Nullable Window window) {
    SequencedMap<String, Member> inputs;
    SequencedMap<String, Member> signatures;
    try {
      inputs = StructuredFields.dictionary(String.join(", ", message.values(INPUT)));
      signatures = StructuredFields.dictionary(String.join(", ", message.values(SIGNATURE)));
    } catch (MalformedField e) {
      return refused(Verdict.Reason.MALFORMED, String.valueOf(e.getMessage()));
    }
    if (inputs.isEmpty() || signatures.isEmpty()) {
      return refused(
          Verdict.Reason.UNSIGNED,
          inputs.isEmpty() ? "no field Signature-Input" : "no field Signature");
    }
    Verdict first =
        refused(Verdict.Reason.MALFORMED, "no label in both Signature-Input and Signature");
    boolean any = false;
    for (Map.Entry<String, Member> each : inputs.entrySet()) {
      if (each.getValue() instanceof Member.Inner covered
          && signatures.get(each.getKey()) instanceof Member.Item(Bare.Bytes bytes, var _)) {
        var signature = new OneSignature(each.getKey(), covered, bytes.value());
        Verdict verdict = signature.verify(message, request, keys, demand, window);
        if (verdict instanceof Verdict.Valid) {
          return verdict;
        }
        first = any ? first : verdict;
        any = true;
      }
    }
    return first;
  }

  static Verdict refused(Verdict.Reason reason, String what) {
    return new Verdict.Refused(reason, what);
  }

  private static SequencedMap<String, Member> one(String label, Member member) {
    var one = new LinkedHashMap<String, Member>();
    one.put(label, member);
    return one;
  }
}

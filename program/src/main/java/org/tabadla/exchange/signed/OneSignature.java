package org.tabadla.exchange.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One of a message's signatures.
///
/// The order of the checks matters: a nonce is used up only by a signature that is good in all
/// else, so that nobody can burn a partner's nonces by forging.
@SuppressWarnings("ArrayRecordComponent") // never compared as a value
record OneSignature(String label, Member.Inner covered, byte[] signature) {

  Verdict verify(
      HttpMessage message,
      @Nullable HttpMessage request,
      Map<String, MessageKey> keys,
      Demand demand,
      @Nullable Window window) {
    String keyId = text("keyid");
    MessageKey key = keyId == null ? null : keys.get(keyId);
    if (keyId == null || key == null) {
      return refused(
          Verdict.Reason.UNKNOWN_KEY,
          "keyid " + keyId + ", known are " + new TreeSet<>(keys.keySet()));
    }
    String algorithm = text("alg");
    if (algorithm != null && !algorithm.equals(key.algorithm().registered())) {
      return refused(
          Verdict.Reason.WRONG_ALGORITHM,
          "alg " + algorithm + ", the key is for " + key.algorithm().registered());
    }
    Verdict.Refused lack = lacking(demand);
    if (lack != null) {
      return lack;
    }
    Verdict.Refused forged = forged(message, request, key);
    if (forged != null) {
      return forged;
    }
    ContentDigest.Check content = ContentDigest.check(message);
    if (content instanceof ContentDigest.Check.Wrong(String by)) {
      return refused(Verdict.Reason.WRONG_DIGEST, "the content is not what its " + by + " says");
    }
    if (demand.components().contains(ContentDigest.FIELD)
        && content instanceof ContentDigest.Check.Unchecked(String why)) {
      return refused(Verdict.Reason.WRONG_DIGEST, why);
    }
    Verdict.Refused late = window == null ? null : late(window, keyId);
    return late != null
        ? late
        : new Verdict.Valid(label, keyId, key.algorithm(), coveredNames(), content);
  }

  private Verdict.@Nullable Refused lacking(Demand demand) {
    var missing = new TreeSet<>(demand.components());
    for (Member.Item item : covered.items()) {
      // A component with parameters may be only a part of what was asked for.
      if (item.value() instanceof Bare.Quoted(String name) && item.parameters().isEmpty()) {
        missing.remove(name);
      }
    }
    if (!missing.isEmpty()) {
      return refused(Verdict.Reason.COVERS_TOO_LITTLE, "not covered: " + missing);
    }
    return demand.needsNonce() && text("nonce") == null
        ? refused(Verdict.Reason.COVERS_TOO_LITTLE, "no nonce")
        : null;
  }

  private Verdict.@Nullable Refused forged(
      HttpMessage message, @Nullable HttpMessage request, MessageKey key) {
    try {
      String base = new SignedText(message, request).of(covered);
      boolean good =
          key.algorithm().verifies(key.key(), base.getBytes(StandardCharsets.UTF_8), signature);
      return good
          ? null
          : refused(
              Verdict.Reason.FORGED,
              "the signature " + label + " is not of this message by " + key.id());
    } catch (MalformedField e) {
      return refused(Verdict.Reason.MALFORMED, String.valueOf(e.getMessage()));
    } catch (GeneralSecurityException | ClassCastException e) {
      return refused(
          Verdict.Reason.FORGED,
          "the signature " + label + " cannot be checked: " + e.getMessage());
    }
  }

  private Verdict.@Nullable Refused late(Window window, String keyId) {
    Instant created;
    Instant expires;
    try {
      created = moment("created");
      expires = moment("expires");
    } catch (DateTimeException e) {
      return refused(Verdict.Reason.MALFORMED, "created or expires is no time");
    }
    if (created == null) {
      return refused(Verdict.Reason.TOO_OLD, "no time of creation");
    }
    if (created.isAfter(window.now().plus(window.skew()))) {
      return refused(
          Verdict.Reason.FROM_THE_FUTURE, "created " + created + ", now " + window.now());
    }
    Instant until = created.plus(window.oldest()).plus(window.skew());
    if (until.isBefore(window.now())) {
      return refused(Verdict.Reason.TOO_OLD, "created " + created + ", now " + window.now());
    }
    if (expires != null && !expires.isAfter(window.now().minus(window.skew()))) {
      return refused(Verdict.Reason.EXPIRED, "expired " + expires + ", now " + window.now());
    }
    String nonce = text("nonce");
    return nonce == null || window.nonces().firstUse(keyId, nonce, until)
        ? null
        : refused(Verdict.Reason.REPLAYED, "nonce " + nonce + " came before");
  }

  private List<String> coveredNames() {
    var names = new ArrayList<String>();
    for (Member.Item item : covered.items()) {
      try {
        String name = FieldWriter.member(item);
        names.add(name.replace("\"", ""));
      } catch (MalformedField e) {
        throw new IllegalStateException(e);
      }
    }
    return names;
  }

  private @Nullable String text(String parameter) {
    return covered.parameters().get(parameter) instanceof Bare.Quoted(String value) ? value : null;
  }

  private @Nullable Instant moment(String parameter) {
    return covered.parameters().get(parameter) instanceof Bare.Whole(long seconds)
        ? Instant.ofEpochSecond(seconds)
        : null;
  }

  private static Verdict.Refused refused(Verdict.Reason reason, String what) {
    return new Verdict.Refused(reason, what);
  }
}

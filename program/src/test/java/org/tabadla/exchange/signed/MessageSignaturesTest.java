package org.tabadla.exchange.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a partner may send, and what is refused.
class MessageSignaturesTest {
  private static final Instant NOW = Instant.parse("2025-07-11T09:00:00Z");
  private static final List<String> COVERED =
      List.of("@method", "@authority", "@path", "@query", "content-digest");

  private final KeyPair pair = pair("Ed25519");
  private final MessageKey signer = MessageKey.of("ptv-1", pair.getPrivate());
  private final Map<String, MessageKey> keys =
      Map.of("ptv-1", MessageKey.of("ptv-1", pair.getPublic()));
  private final Set<String> nonces = new HashSet<>();

  @Test
  void aPartnersMessageIsTakenOnce() throws Exception {
    HttpMessage message = signed("{}", NOW, "n1");
    assertThat(verdict(message)).isInstanceOf(Verdict.Valid.class);
    assertReason(message, Verdict.Reason.REPLAYED);
  }

  @Test
  void otherContentIsRefused() throws Exception {
    HttpMessage message = signed("{}", NOW, "n2");
    var other = new HttpMessage(message.start(), message.fields(), body("{\"kill\":1}"));
    assertReason(other, Verdict.Reason.WRONG_DIGEST);
  }

  @Test
  void aChangedFieldIsForged() throws Exception {
    HttpMessage message = signed("{}", NOW, "n3");
    var elsewhere =
        new HttpMessage.Start.Request(
            "POST", new HttpMessage.Address("https", "other.example", "/inbox?x=1"));
    assertReason(
        new HttpMessage(elsewhere, message.fields(), message.body()), Verdict.Reason.FORGED);
  }

  @Test
  void oldAndFutureMessagesAreRefused() throws Exception {
    assertReason(signed("{}", NOW.minusSeconds(3600), "n4"), Verdict.Reason.TOO_OLD);
    assertReason(signed("{}", NOW.plusSeconds(3600), "n5"), Verdict.Reason.FROM_THE_FUTURE);
  }

  @Test
  void aForgeryDoesNotUseUpANonce() throws Exception {
    HttpMessage message = signed("{}", NOW, "n6");
    assertReason(
        new HttpMessage(message.start(), message.fields(), body("x")), Verdict.Reason.WRONG_DIGEST);
    assertThat(verdict(message)).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void aSignatureThatCoversTooLittleIsRefused() throws Exception {
    Member.Inner covered = MessageSignatures.covering(List.of("@method"), "ptv-1", NOW, null, "n7");
    assertReason(
        MessageSignatures.sign(plain("{}"), null, "s", covered, signer),
        Verdict.Reason.COVERS_TOO_LITTLE);
  }

  @Test
  void anUnknownKeyAnUnsignedMessageAndAStrangeFieldAreRefused() throws Exception {
    Member.Inner covered = MessageSignatures.covering(COVERED, "nobody", NOW, null, "n8");
    assertReason(
        MessageSignatures.sign(plain("{}"), null, "s", covered, signer),
        Verdict.Reason.UNKNOWN_KEY);
    assertReason(plain("{}"), Verdict.Reason.UNSIGNED);
    assertReason(
        plain("{}").with("Signature-Input", "((").with("Signature", "s=::"),
        Verdict.Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "EC", "RSA"})
  void everyKindOfKeySignsAndVerifies(String family) throws Exception {
    KeyPair other = pair(family);
    Member.Inner covered = MessageSignatures.covering(List.of("@path"), "k", NOW, null, null);
    HttpMessage message =
        MessageSignatures.sign(
            plain("{}"), null, "s", covered, MessageKey.of("k", other.getPrivate()));
    var known = Map.of("k", MessageKey.of("k", other.getPublic()));
    assertThat(MessageSignatures.verify(message, null, known, Demand.NONE, null))
        .isInstanceOf(Verdict.Valid.class);
  }

  private HttpMessage signed(String content, Instant created, String nonce) throws MalformedField {
    Member.Inner covered = MessageSignatures.covering(COVERED, "ptv-1", created, null, nonce);
    return MessageSignatures.sign(plain(content), null, "sig", covered, signer);
  }

  private static HttpMessage plain(String content) {
    var start =
        new HttpMessage.Start.Request(
            "POST", new HttpMessage.Address("https", "cctv.example", "/inbox?x=1"));
    HttpMessage.Body body = body(content);
    return new HttpMessage(start, List.of(), body)
        .with("Content-Digest", ContentDigest.of(body.bytes()));
  }

  private static HttpMessage.Body body(String content) {
    return new HttpMessage.Body(content.getBytes(StandardCharsets.UTF_8));
  }

  private Verdict verdict(HttpMessage message) {
    var window =
        new Window(
            NOW,
            Duration.ofMinutes(5),
            Window.SKEW,
            (key, nonce, until) -> nonces.add(key + nonce));
    return MessageSignatures.verify(message, null, keys, Demand.PARTNER, window);
  }

  private void assertReason(HttpMessage message, Verdict.Reason reason) {
    assertThat(verdict(message))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> assertThat(refused.reason()).as(refused.what()).isEqualTo(reason));
  }

  private static KeyPair pair(String family) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
      if (family.equals("EC")) {
        generator.initialize(256);
      }
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

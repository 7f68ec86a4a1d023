package org.tabadla.exchange.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.ExchangePacks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vectors of RFC 9421, Appendix B.
class MessageSignaturesPackTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyVectorHasItsBaseAndItsSignatureVerifies() throws Exception {
    Path folder = ExchangePacks.folder("http-signatures");
    int vectors = 0;
    int verified = 0;
    for (Path file : ExchangePacks.files(folder.resolve("vectors"), ".json")) {
      JsonNode vector = JSON.readTree(ExchangePacks.read(file));
      HttpMessage message = message(vector.path("message"));
      HttpMessage request =
          vector.has("requestMessage") ? message(vector.path("requestMessage")) : null;
      String input = vector.path("expectedSignatureInput").stringValue();
      String label = vector.path("signingParams").path("label").stringValue();
      Member.Inner covered = covered(input, label);
      assertThat(MessageSignatures.base(message, request, covered))
          .as(file.toString())
          .isEqualTo(vector.path("expectedBase").stringValue());
      MessageKey key = key(folder, vector);
      vectors++;
      String signature =
          vector
              .path("expectedSignature")
              .stringValue(vector.path("verifyOnlySignature").stringValue(""));
      if (!signature.isEmpty()) {
        HttpMessage signed =
            message
                .with("Signature-Input", input)
                .with("Signature", label + "=:" + signature + ":");
        assertThat(verdict(signed, request, key))
            .as(file.toString())
            .isInstanceOf(Verdict.Valid.class);
        verified++;
      }
      signsAndVerifies(folder, vector, message, request, covered, key);
    }
    assertThat(vectors).isEqualTo(7);
    assertThat(verified).isEqualTo(6);
  }

  /// What we sign ourselves verifies, and does not once a byte of the base is another.
  private static void signsAndVerifies(
      Path folder,
      JsonNode vector,
      HttpMessage message,
      @Nullable HttpMessage request,
      Member.Inner covered,
      MessageKey key)
      throws MalformedField {
    String pem = vector.path("keyFile").stringValue("");
    String text = pem.endsWith(".pem") ? ExchangePacks.read(folder.resolve(pem)) : "";
    if (key.algorithm() != Algorithm.HMAC_SHA256 && !text.contains("BEGIN PRIVATE KEY")) {
      return;
    }
    MessageKey signer =
        key.algorithm() == Algorithm.HMAC_SHA256 ? key : MessageKey.pem(key.id(), text);
    HttpMessage signed = MessageSignatures.sign(message, request, "ours", covered, signer);
    assertThat(verdict(signed, request, key)).isInstanceOf(Verdict.Valid.class);
  }

  private static Member.Inner covered(String input, String label) throws MalformedField {
    if (StructuredFields.dictionary(input).get(label) instanceof Member.Inner covered) {
      return covered;
    }
    throw new AssertionError("no label " + label + " in " + input);
  }

  private static Verdict verdict(
      HttpMessage message, @Nullable HttpMessage request, MessageKey key) {
    return MessageSignatures.verify(message, request, Map.of(key.id(), key), Demand.NONE, null);
  }

  private static MessageKey key(Path folder, JsonNode vector) {
    String id = vector.path("signingParams").path("keyId").stringValue();
    String file = vector.path("pubKeyFile").stringValue("");
    if (file.isEmpty()) {
      String secret = ExchangePacks.read(folder.resolve("keys/hmac-secret.b64")).strip();
      return MessageKey.secret(id, Base64.getDecoder().decode(secret));
    }
    return MessageKey.pem(id, ExchangePacks.read(folder.resolve(file)));
  }

  private static HttpMessage message(JsonNode json) {
    var fields = new ArrayList<HttpMessage.Field>();
    json.path("headers")
        .forEach(each ->
            fields.add(
                new HttpMessage.Field(each.path(0).stringValue(), each.path(1).stringValue())));
    var body =
        new HttpMessage.Body(json.path("body").stringValue("").getBytes(StandardCharsets.UTF_8));
    if (json.path("type").stringValue().equals("response")) {
      return new HttpMessage(
          new HttpMessage.Start.Response(json.path("statusCode").intValue()), fields, body);
    }
    String url = json.path("url").stringValue();
    String rest = url.substring("https://".length());
    int slash = rest.indexOf('/');
    var address = new HttpMessage.Address("https", rest.substring(0, slash), rest.substring(slash));
    return new HttpMessage(
        new HttpMessage.Start.Request(json.path("method").stringValue(), address), fields, body);
  }

  @Test
  void theResponseThatRfc9421PrintsIsReadFromAFile() throws Exception {
    // RFC 9421 §2.4 has no file form; this is ours, with a line that is folded.
    String text =
        "GET /demo?name1=Value1 HTTP/1.1\r\nHost: Example.org:443\r\nAccept: a,\r\n  b\r\n\r\nbody";
    HttpMessage message = MessageText.read("t", text.getBytes(StandardCharsets.UTF_8), "https");
    Member.Inner covered = covered("s=(\"@authority\" \"@query\" \"accept\")", "s");
    assertThat(MessageSignatures.base(message, null, covered))
        .startsWith("\"@authority\": example.org\n\"@query\": ?name1=Value1\n\"accept\": a, b\n");
    assertThat(new String(message.body().bytes(), StandardCharsets.UTF_8)).isEqualTo("body");
    assertThat(new LinkedHashMap<>(covered.parameters())).isEmpty();
  }
}

package org.tabadla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.Tabadla;
import org.tabadla.cli.Commands;
import org.tabadla.cli.Said;
import org.tabadla.exchange.signed.ContentDigest;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.exchange.signed.MessageKey;
import org.tabadla.exchange.signed.MessageSignatures;

/// The commands for people who write exchange software, run as they run them.
class ExchangeCommandsTest {
  @TempDir Path folder;

  @Test
  void odrlPrintsTheReportAndDecidesByItsExit() throws Exception {
    String prefix =
        "@prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix ex: <http://example.org/> . ";
    Path policy =
        write(
            "p.ttl",
            prefix
                + "ex:p a odrl:Set ; odrl:permission ex:r . ex:r odrl:action odrl:use ; odrl:assignee ex:ptv .");
    Path ours =
        write(
            "r.ttl",
            prefix
                + "ex:q a odrl:Request ; odrl:permission [ odrl:action odrl:read ; odrl:assignee ex:ptv ] .");
    Path theirs =
        write(
            "s.ttl",
            prefix
                + "ex:q a odrl:Request ; odrl:permission [ odrl:action odrl:read ; odrl:assignee ex:x ] .");
    Ran allowed = run("odrl", "--policy", policy.toString(), "--request", ours.toString());
    assertThat(allowed.status()).as(allowed.toString()).isZero();
    assertThat(allowed.out()).contains("report:activationState report:Active");
    Ran forbidden =
        run("odrl", "--policy", policy.toString(), "--request", theirs.toString(), "--lang", "en");
    assertThat(forbidden.status()).isEqualTo(1);
    assertThat(forbidden.err())
        .contains("decision: Forbidden", "another party", "http://example.org/r");
    Ran missing =
        run("odrl", "--policy", folder.resolve("none").toString(), "--request", ours.toString());
    assertThat(missing.status()).isEqualTo(2);
  }

  @Test
  void verifyMessageGivesItsVerdictWithTheReason() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var start =
        new HttpMessage.Start.Request("POST", new HttpMessage.Address("https", "a.example", "/in"));
    byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
    HttpMessage message =
        MessageSignatures.sign(
            new HttpMessage(
                    start,
                    List.of(new HttpMessage.Field("Host", "a.example")),
                    new HttpMessage.Body(content))
                .with("Content-Digest", ContentDigest.of(content)),
            null,
            "sig",
            MessageSignatures.covering(
                List.of("@method", "@path", "content-digest"),
                "k",
                Instant.parse("2025-07-11T09:00:00Z"),
                null,
                "n"),
            MessageKey.of("k", pair.getPrivate()));
    var text = new StringBuilder("POST /in HTTP/1.1\r\n");
    message
        .fields()
        .forEach(each -> text.append(each.name()).append(": ").append(each.value()).append("\r\n"));
    Path good = write("good.http", text + "\r\n{}");
    Path bad = write("bad.http", text + "\r\n{ }");
    Path key =
        write(
            "k.pem",
            "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n");
    Ran valid = run("verify-message", "--key", "k=" + key, good.toString());
    assertThat(valid.status()).as(valid.toString()).isZero();
    assertThat(valid.out())
        .contains("valid: signature sig by k, ed25519", "content: fits its digest");
    Ran other = run("verify-message", "--key", "k=" + key, bad.toString());
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out()).contains("refused: WRONG_DIGEST");
    Ran late =
        run(
            "verify-message",
            "--key",
            "k=" + key,
            "--window",
            "300",
            "--at",
            "2025-07-11T10:00:00Z",
            good.toString());
    assertThat(late.out()).contains("refused: TOO_OLD");
  }

  @Test
  void c2paSaysNoneOfAFileWithoutCredentials() throws Exception {
    Ran ran = run("c2pa", write("a.jpg", "no picture").toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).startsWith("none:");
  }

  @Test
  void c2paShowsATamperedPictureAndVouchesForNobody() {
    Path picture = ExchangePacks.folder("c2pa").resolve("image/adobe-20220124-E-uri-CA.jpg");
    Ran ran = run("c2pa", picture.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains(
            "tampered:",
            "assertion.hashedURI.mismatch",
            "trust: not checked",
            "action: c2pa.opened",
            "ingredient: A.jpg, parentOf");
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private record Ran(int status, String out, String err) {}

  private static Ran run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        Commands.line(
                Tabadla.rooms(),
                new ByteArrayInputStream(new byte[0]),
                new Said(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .execute(args);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Deals;
import org.tabadla.people.Scope;
import org.tabadla.people.Tokens;

/// The upload protocol over real HTTP, as tus 1.0.0 has it.
class UploadDoorTest {
  private static final String TUS = "/exchange/uploads";
  private static final String BYTES = "application/offset+octet-stream";

  @TempDir Path folder;
  private ServedExchange served;
  private Browsing sahil;
  private String agreement;

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    sahil = served.signedIn("sahil.desk");
    var rooms = served.rooms;
    agreement =
        "/en/exchange/agreement/"
            + Deals.agreed(rooms.exchange, rooms.sahil, rooms.yundu, "48 hours").id();
    sahil.get(agreement);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void theServerSaysWhatItSpeaks() {
    HttpResponse<String> answer = sahil.ask("OPTIONS", TUS, "");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Tus-Version")).isEqualTo("1.0.0");
    assertThat(header(answer, "Tus-Extension").split(","))
        .contains("creation", "creation-with-upload", "expiration", "checksum", "termination");
    assertThat(Long.parseLong(header(answer, "Tus-Max-Size"))).isGreaterThan(20L << 30);
    assertThat(header(answer, "Tus-Checksum-Algorithm")).contains("sha1");
  }

  @Test
  void aFileThatWasSentInPiecesIsDelivered() {
    String upload = create(sahil, 15, "filename " + base64("../../دریا.mp4"));
    assertThat(patch(sahil, upload, "moving ", 0).statusCode()).isEqualTo(204);
    HttpResponse<String> head = tus(sahil, "HEAD", upload, "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Upload-Offset")).isEqualTo("7");
    assertThat(header(head, "Upload-Length")).isEqualTo("15");
    assertThat(header(head, "Upload-Metadata")).startsWith("filename ");
    assertThat(header(head, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(head, "Upload-Expires")).endsWith(" GMT");
    assertThat(deliver(upload).statusCode()).isEqualTo(409);
    HttpResponse<String> last = patch(sahil, upload, "pictures", 7);
    assertThat(last.statusCode()).isEqualTo(204);
    assertThat(header(last, "Upload-Offset")).isEqualTo("15");
    assertThat(header(last, "Repr-Digest")).startsWith("sha-256=:");
    HttpResponse<String> sent = deliver(upload);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    String delivery = Browsing.location(sent);
    Browsing yundu = served.signedIn("yundu.desk");
    assertThat(yundu.get(delivery).body()).contains("دریا.mp4");
    assertThat(yundu.get(delivery + "/file/0").body()).isEqualTo("moving pictures");
    assertThat(tus(sahil, "HEAD", upload, "").statusCode()).isEqualTo(404);
  }

  @Test
  void theFirstPieceMayComeWithTheCreation() {
    HttpResponse<String> answer =
        tus(sahil, "POST", TUS, "hello", "Upload-Length", "11", "Content-Type", BYTES);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(header(answer, "Upload-Offset")).isEqualTo("5");
    assertThat(patch(sahil, Browsing.location(answer), " world", 5).statusCode()).isEqualTo(204);
  }

  @Test
  void theWrongOffsetTypeAndVersionAreRefused() {
    String upload = create(sahil, 11, "");
    assertThat(patch(sahil, upload, "hello", 3).statusCode()).isEqualTo(409);
    assertThat(
            tus(sahil, "PATCH", upload, "hello", "Upload-Offset", "0", "Content-Type", "text/plain")
                .statusCode())
        .isEqualTo(415);
    assertThat(patch(sahil, upload, "far more than fits", 0).statusCode()).isEqualTo(413);
    HttpResponse<String> other = sahil.ask("HEAD", upload, "", "Tus-Resumable", "0.2.2");
    assertThat(other.statusCode()).isEqualTo(412);
    assertThat(header(other, "Tus-Version")).isEqualTo("1.0.0");
    assertThat(tus(sahil, "POST", TUS, "").statusCode()).isEqualTo(400);
    assertThat(tus(sahil, "POST", TUS, "", "Upload-Defer-Length", "1").statusCode()).isEqualTo(400);
    assertThat(tus(sahil, "POST", TUS, "", "Upload-Length", "99999999999999").statusCode())
        .isEqualTo(413);
    assertThat(header(tus(sahil, "HEAD", upload, ""), "Upload-Offset")).isEqualTo("0");
  }

  @Test
  void checksumsAreHeld() throws Exception {
    String upload = create(sahil, 11, "");
    byte[] sum =
        MessageDigest.getInstance("SHA-1").digest("hello world".getBytes(StandardCharsets.UTF_8));
    String right = "sha1 " + Base64.getEncoder().encodeToString(sum);
    assertThat(patch(sahil, upload, "hello wurld", 0, "Upload-Checksum", right).statusCode())
        .isEqualTo(460);
    assertThat(patch(sahil, upload, "hello world", 0, "Upload-Checksum", "crc7 AAAA").statusCode())
        .isEqualTo(400);
    assertThat(header(tus(sahil, "HEAD", upload, ""), "Upload-Offset")).isEqualTo("0");
    assertThat(patch(sahil, upload, "hello world", 0, "Upload-Checksum", right).statusCode())
        .isEqualTo(204);
  }

  @Test
  void anUploadCanBeEnded() {
    String upload = create(sahil, 11, "");
    assertThat(tus(sahil, "DELETE", upload, "").statusCode()).isEqualTo(204);
    assertThat(tus(sahil, "HEAD", upload, "").statusCode()).isEqualTo(404);
    assertThat(patch(sahil, upload, "hello", 0).statusCode()).isEqualTo(404);
  }

  @Test
  void clientsWithoutPatchSayWhatTheyMean() {
    String upload = create(sahil, 5, "");
    assertThat(
            tus(
                    sahil,
                    "POST",
                    upload,
                    "hello",
                    "X-HTTP-Method-Override",
                    "PATCH",
                    "Upload-Offset",
                    "0",
                    "Content-Type",
                    BYTES)
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void anIdAloneOpensNothing() {
    String upload = create(sahil, 11, "");
    Browsing lantern = served.signedIn("lantern.desk");
    lantern.get("/en/people/me");
    assertThat(tus(lantern, "HEAD", upload, "").statusCode()).isEqualTo(404);
    assertThat(patch(lantern, upload, "hello", 0).statusCode()).isEqualTo(404);
    assertThat(tus(lantern, "DELETE", upload, "").statusCode()).isEqualTo(404);
    var nobody = new Browsing(served.base);
    assertThat(tus(nobody, "POST", TUS, "", "Upload-Length", "5").statusCode()).isEqualTo(303);
    assertThat(tus(nobody, "HEAD", upload, "").statusCode()).isEqualTo(303);
    patch(sahil, upload, "hello world", 0);
    var rooms = served.rooms;
    String theirs =
        "/en/exchange/agreement/"
            + Deals.agreed(rooms.exchange, rooms.lantern, rooms.yundu, "48 hours").id();
    lantern.get(theirs);
    assertThat(lantern.post(theirs + "/deliver", "upload", id(upload)).statusCode()).isEqualTo(409);
    assertThat(tus(sahil, "HEAD", upload, "").statusCode()).isEqualTo(200);
  }

  @Test
  void aScriptOfAnotherSiteSendsNothing() {
    assertThat(
            sahil.ask("POST", TUS, "", "Tus-Resumable", "1.0.0", "Upload-Length", "5").statusCode())
        .isEqualTo(403);
    assertThat(
            tus(sahil, "POST", TUS, "", "Upload-Length", "5", "Sec-Fetch-Site", "cross-site")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aProgramUploadsWithATokenThatMayWrite() {
    var tokens = new Tokens(served.rooms.people, served.rooms.store.shelf(), served.rooms.clock);
    String write =
        "Bearer " + tokens.make(served.rooms.sahil, "playout", Set.of(Scope.WRITE)).orRefuse();
    String read =
        "Bearer " + tokens.make(served.rooms.sahil, "looker", Set.of(Scope.READ)).orRefuse();
    var program = new Browsing(served.base);
    assertThat(program.ask("POST", TUS, "", asked(read, "Upload-Length", "5")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> made = program.ask("POST", TUS, "", asked(write, "Upload-Length", "5"));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(
            program
                .ask(
                    "PATCH",
                    Browsing.location(made),
                    "hello",
                    asked(write, "Upload-Offset", "0", "Content-Type", BYTES))
                .statusCode())
        .isEqualTo(204);
  }

  private static String[] asked(String token, String... more) {
    var all = new ArrayList<>(List.of("Authorization", token, "Tus-Resumable", "1.0.0"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void whatExpiredIsGone() {
    String upload = create(sahil, 11, "");
    served.rooms.clock.pass(Duration.ofDays(7));
    sahil = served.signedIn("sahil.desk");
    sahil.get("/en/people/me");
    assertThat(tus(sahil, "HEAD", upload, "").statusCode()).isEqualTo(404);
  }

  @Test
  void filesGoWithWordsInATalk() {
    var rooms = served.rooms;
    var agreed = Deals.agreed(rooms.exchange, rooms.sahil, rooms.yundu, "48 hours");
    String talk = "/en/exchange/talk/" + agreed.terms().talk();
    sahil.get(talk);
    assertThat(
            sahil
                .upload(talk + "/say", "c:\\scripts\\plan.txt", "the plan", "words", "see")
                .statusCode())
        .isEqualTo(303);
    String upload = create(sahil, 5, "filename " + base64("rough cut.mp4"));
    patch(sahil, upload, "rough", 0);
    sahil.get(talk);
    HttpResponse<String> alone = sahil.post(talk + "/say", "words", "", "upload", id(upload));
    assertThat(alone.statusCode()).as(alone.body()).isEqualTo(303);
    Browsing yundu = served.signedIn("yundu.desk");
    assertThat(yundu.get(talk).body()).contains("plan.txt", "rough cut.mp4").doesNotContain("c:");
    assertThat(yundu.get(talk + "/file/0/0").body()).isEqualTo("the plan");
    assertThat(yundu.get(talk + "/file/1/0").body()).isEqualTo("rough");
    assertThat(yundu.get(talk + "/file/1/1").statusCode()).isEqualTo(404);
    assertThat(yundu.get(talk + "/file/7/0").statusCode()).isEqualTo(404);
    assertThat(served.signedIn("lantern.desk").get(talk + "/file/0/0").statusCode()).isEqualTo(404);
    assertThat(new Browsing(served.base).get(talk + "/file/0/0").statusCode()).isEqualTo(303);
  }

  private HttpResponse<String> deliver(String upload) {
    sahil.get(agreement);
    return sahil.post(agreement + "/deliver", "upload", id(upload), "note", "");
  }

  private static String id(String upload) {
    return upload.substring(upload.lastIndexOf('/') + 1);
  }

  private static String create(Browsing who, long length, String metadata) {
    var headers = new ArrayList<>(List.of("Upload-Length", String.valueOf(length)));
    if (!metadata.isEmpty()) {
      headers.addAll(List.of("Upload-Metadata", metadata));
    }
    HttpResponse<String> answer = tus(who, "POST", TUS, "", headers.toArray(String[]::new));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(Browsing.location(answer))
        .matches(Pattern.compile("/exchange/uploads/[0-9a-f]{32}"));
    return Browsing.location(answer);
  }

  private static HttpResponse<String> patch(
      Browsing who, String upload, String piece, long at, String... more) {
    var headers =
        new ArrayList<>(List.of("Upload-Offset", String.valueOf(at), "Content-Type", BYTES));
    headers.addAll(List.of(more));
    return tus(who, "PATCH", upload, piece, headers.toArray(String[]::new));
  }

  private static HttpResponse<String> tus(
      Browsing who, String method, String path, String body, String... more) {
    var headers = new ArrayList<>(List.of("Tus-Resumable", "1.0.0", "Form-Token", who.formToken()));
    headers.addAll(List.of(more));
    return who.ask(method, path, body, headers.toArray(String[]::new));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

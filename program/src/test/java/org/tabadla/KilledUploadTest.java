package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.exchange.Deals;
import org.tabadla.model.Digest;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.Scope;

/// `kill -9` of a real server in the middle of an upload and of a download: both go on at the byte
/// that they had come to, and the file is what it was.
class KilledUploadTest {
  private static final int BYTES = 24 << 20;
  private static final int KILLS = 2;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final byte[] film = new byte[BYTES];
  private Path data;
  private int port;
  private String giver = "";
  private String taker = "";
  private String agreement = "";
  private @Nullable Process server;

  @BeforeEach
  void settle() throws Exception {
    data = folder.resolve("data");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    new Random(9).nextBytes(film);
    try (Rooms rooms = Tabadla.rooms().open(SettingsFile.load(data, Map.of(), Map.of()))) {
      var desks = rooms.desks().get();
      Account one = member(desks.people(), "sahil");
      Account other = member(desks.people(), "yundu");
      agreement = Deals.agreed(desks.exchange(), one, other, "48 hours").id().value();
      var all = Set.of(Scope.READ, Scope.WRITE, Scope.SIGN);
      giver = desks.tokens().make(one, "playout", all).orRefuse();
      taker = desks.tokens().make(other, "ingest", all).orRefuse();
    }
  }

  private static Account member(People people, String id) {
    var organisation = new OrganisationId(id);
    var names = List.of(new Text(id, Lang.EN));
    people.found(People.HOUSE, organisation, names, "PK", Organisation.Kind.BROADCASTER).orRefuse();
    var account = new AccountId(id + ".desk");
    return people
        .join(People.HOUSE, account, id, organisation, Role.DESK, "a long enough word")
        .orRefuse();
  }

  @AfterEach
  void stop() throws Exception {
    kill();
  }

  @Test
  void aServerThatIsKilledGoesOnAtTheByteItHadComeTo() throws Exception {
    serve();
    String upload = location(send("POST", "/exchange/uploads", giver, "Upload-Length", "" + BYTES));
    Path part =
        data.resolve("files/coming")
            .resolve(upload.substring(upload.lastIndexOf('/') + 1) + ".part");
    long offset = 0;
    for (int i = 0; i < KILLS; i++) {
      patchUntil(upload, part, offset, (long) BYTES * (i + 1) / (KILLS + 1));
      kill();
      long onDisk = Files.size(part);
      serve();
      offset = offset(upload);
      assertThat(offset).isEqualTo(onDisk).isBetween(1L, (long) BYTES - 1);
    }
    var body = HttpRequest.BodyPublishers.ofByteArray(film, (int) offset, BYTES - (int) offset);
    var last =
        client.send(
            patch(upload, offset).method("PATCH", body).build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(last.statusCode()).isEqualTo(204);
    String delivery = deliver(upload);
    assertThat(Digest.sha256(download(delivery))).isEqualTo(Digest.sha256(film));
  }

  private String deliver(String upload) throws Exception {
    var form =
        request("/exchange/agreement/" + agreement + "/deliver", giver)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "upload=" + upload.substring(upload.lastIndexOf('/') + 1)))
            .build();
    String at = location(client.send(form, HttpResponse.BodyHandlers.ofString()));
    return at.substring(at.indexOf("/exchange"));
  }

  /// Fetches with the server killed in the middle, and goes on by a range.
  private byte[] download(String delivery) throws Exception {
    Path got = folder.resolve("got");
    Files.createFile(got);
    for (int i = 0; Files.size(got) < BYTES; i++) {
      assertThat(i).isLessThan(KILLS + 1);
      HttpResponse<InputStream> answer =
          client.send(
              request(delivery + "/file/0", taker)
                  .header("Range", "bytes=" + Files.size(got) + "-")
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(206);
      long until = i == 0 ? BYTES / 2 : BYTES;
      try (InputStream in = answer.body();
          OutputStream out = Files.newOutputStream(got, StandardOpenOption.APPEND)) {
        byte[] buffer = new byte[1 << 16];
        boolean killed = false;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          out.write(buffer, 0, n);
          if (!killed && i == 0 && Files.size(got) >= until) {
            kill();
            killed = true;
          }
        }
      } catch (IOException e) {
        // Broken off: what came is in the file.
      }
      if (i == 0) {
        kill();
        serve();
      }
    }
    return Files.readAllBytes(got);
  }

  /// Sends on until the file on disk has so many bytes; the request never ends by itself.
  private void patchUntil(String upload, Path part, long offset, long until) throws Exception {
    var stalling =
        new InputStream() {
          private int at = (int) offset;

          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
          }

          @Override
          public int read(byte[] to, int from, int most) throws IOException {
            while (at >= until + (1 << 20)) {
              try {
                Thread.sleep(50);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            }
            int n = Math.min(most, Math.min(10_007, BYTES - at));
            System.arraycopy(film, at, to, from, n);
            at += n;
            return n;
          }
        };
    var sending =
        client.sendAsync(
            patch(upload, offset)
                .method("PATCH", HttpRequest.BodyPublishers.ofInputStream(() -> stalling))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    long end = System.nanoTime() + LONGEST.toNanos();
    while (Files.size(part) < until && System.nanoTime() < end) {
      Thread.sleep(2);
    }
    assertThat(sending.isDone()).isFalse();
    kill();
    sending.cancel(true);
  }

  private HttpRequest.Builder patch(String upload, long offset) {
    return request(upload, giver)
        .header("Upload-Offset", String.valueOf(offset))
        .header("Content-Type", "application/offset+octet-stream");
  }

  private long offset(String upload) throws Exception {
    return Long.parseLong(
        send("HEAD", upload, giver).headers().firstValue("Upload-Offset").orElseThrow());
  }

  private HttpResponse<String> send(String method, String path, String token, String... headers)
      throws Exception {
    var request = request(path, token).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token)
        .header("Tus-Resumable", "1.0.0");
  }

  private static String location(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  private void serve() throws Exception {
    server = ServerProcess.of(data, port, folder.resolve("log")).start();
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!isUp()) {
      assertThat(System.nanoTime()).as(Files.readString(folder.resolve("log"))).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private boolean isUp() throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"));
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void kill() throws InterruptedException {
    if (server != null) {
      Objects.requireNonNull(server).destroyForcibly().waitFor();
      server = null;
    }
  }
}

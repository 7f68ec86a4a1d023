package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Visit;

@Timeout(60)
class TlsTest {
  private static final String PASSWORD = "changeit";
  private static final Limits LIMITS =
      new Limits("Tabadla/test", Duration.ZERO, 100_000, Duration.ofSeconds(5), 5);
  private static final NetworkGuard GUARD = new NetworkGuard(Set.of("127.0.0.1"));

  @TempDir static Path folder;

  private static SSLContext tls;

  /// A certificate of our own for 127.0.0.1, which nobody else trusts.
  @BeforeAll
  static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("store.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    int exit =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-validity",
                "3650")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start()
            .waitFor();
    assertThat(exit).as(Files.readString(folder.resolve("keytool.log"))).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD.toCharArray());
    var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(keys);
    tls = SSLContext.getInstance("TLS");
    tls.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
  }

  private static RawServer server(RawServer.Behaviour behaviour) throws IOException {
    ServerSocket socket =
        tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new RawServer(socket, behaviour);
  }

  private static Visit visit(RawServer server, boolean trusting, Limits limits) {
    Wire wire = trusting ? new Wire(GUARD, new DefaultClientTlsStrategy(tls)) : new Wire(GUARD);
    try (var collector = new Collector(limits, GUARD, () -> Instant.EPOCH, wire)) {
      return collector.visit("https://127.0.0.1:" + server.port() + "/a", null, null);
    }
  }

  private static void page(String head, java.io.OutputStream out) throws IOException {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx";
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aTrustedOutletIsRead() throws IOException {
    try (var server = server(TlsTest::page)) {
      assertThat(visit(server, true, LIMITS)).isInstanceOf(Visit.Fresh.class);
    }
  }

  @Test
  void anUntrustedCertificateIsToldInOneLine() throws IOException {
    try (var server = server(TlsTest::page)) {
      assertThat(((Visit.Failed) visit(server, false, LIMITS)).why())
          .startsWith("[127.0.0.1:" + server.port() + "] no trusted TLS connection: ")
          .doesNotContain("\n");
    }
  }

  @Test
  void aHandshakeThatNeverComesEndsWithTheDeadline() throws IOException {
    var limits = new Limits("Tabadla/test", Duration.ZERO, 100_000, Duration.ofSeconds(1), 5);
    long start = System.nanoTime();
    try (var server = new RawServer(TlsTest::page)) {
      assertThat(((Visit.Failed) visit(server, true, limits)).why()).contains("in time");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aTricklingBodyUnderTlsEndsWithTheDeadline() throws IOException {
    var limits = new Limits("Tabadla/test", Duration.ZERO, 100_000, Duration.ofSeconds(1), 5);
    RawServer.Behaviour trickle =
        (head, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 1000; i++) {
            out.write('x');
            out.flush();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
          }
        };
    try (var server = server(trickle)) {
      assertThat(((Visit.Failed) visit(server, true, limits)).why()).contains("in time");
    }
  }
}

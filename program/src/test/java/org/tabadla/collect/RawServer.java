package org.tabadla.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that answers whatever a test wants, right or wrong. It has no robots.txt.
final class RawServer implements AutoCloseable {
  private static final byte[] NO_ROBOTS =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final Behaviour behaviour;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();

  /// What is sent after a request was read to the end of its headers.
  @FunctionalInterface
  interface Behaviour {
    void answer(String head, OutputStream out) throws IOException;
  }

  RawServer(Behaviour behaviour) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
  }

  RawServer(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
    threads.execute(this::accept);
  }

  static RawServer of(String answer) throws IOException {
    return new RawServer((head, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  int port() {
    return server.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /// @return how many requests came, those for robots.txt left out
  int requests() {
    return requests.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream()) {
      String head = head(in);
      if (head.startsWith("GET /robots.txt ")) {
        out.write(NO_ROBOTS);
      } else if (!head.isEmpty()) {
        requests.incrementAndGet();
        behaviour.answer(head, out);
      }
      out.flush();
    } catch (IOException e) {
      return; // the client hung up, as it should
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    int c = in.read();
    while (c >= 0) {
      head.append((char) c);
      if (head.length() >= 4 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
        break;
      }
      c = in.read();
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}

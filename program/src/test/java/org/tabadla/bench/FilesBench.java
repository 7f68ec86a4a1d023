package org.tabadla.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.tabadla.ServerProcess;
import org.tabadla.Tabadla;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.exchange.Deals;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.Scope;

/// How fast files come in and go out, beside a plain copy over loopback by the JDK's own streams in
/// the same run, and what memory the server takes meanwhile. The server is a process of its own;
/// the client writes bare HTTP, so that little but the server is measured.
final class FilesBench {
  private static final int AT_ONCE = 1_000;
  private static final int SMALL_BYTES = 1 << 20;
  private static final byte[] BLOCK = new byte[1 << 18];

  private final long bytes;
  private final Path folder;
  private final int port;
  private String giver = "";
  private String taker = "";
  private String agreement = "";
  private final List<String> deliveries = new ArrayList<>();

  private FilesBench(long bytes, Path folder, int port) {
    this.bytes = bytes;
    this.folder = folder;
    this.port = port;
  }

  /// @param args how many gigabytes; 2 where nothing is said
  static void run(String[] args) throws Exception {
    new Random(1).nextBytes(BLOCK);
    long bytes = (args.length == 0 ? 2L : Long.parseLong(args[0])) << 30;
    Path folder = Files.createTempDirectory("tabadla-files");
    try {
      new FilesBench(bytes, folder, freePort()).measure();
    } finally {
      delete(folder);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private void measure() throws Exception {
    settle();
    double plain = plainCopy();
    System.out.printf(Locale.ROOT, "plain copy over loopback to disk   %7.0f MB/s%n", plain);
    double bare = plainRead();
    System.out.printf(Locale.ROOT, "plain copy over loopback from disk %7.0f MB/s%n", bare);
    Process server = serve();
    try {
      long before = resident(server, "VmRSS");
      System.out.printf("server ready, resident %d MB%n", before);
      String upload = header(create(), "location");
      double in = patch(upload);
      print("upload (tus, one piece, hashed)", in, plain, server);
      String delivery = deliver(upload);
      print("download, first", download(delivery, bytes), bare, server);
      print("download, again", download(delivery, bytes), bare, server);
      together(server);
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private static void print(String what, double rate, double beside, Process server)
      throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%-34s %7.0f MB/s  %.2f of the plain copy; resident %d MB, at most %d MB%n",
        what,
        rate,
        rate / beside,
        resident(server, "VmRSS"),
        resident(server, "VmHWM"));
  }

  /// All connections are open before any of them is read.
  private void together(Process server) throws Exception {
    var ready = new CountDownLatch(AT_ONCE);
    var begun = new AtomicLong();
    long began = System.nanoTime();
    long sum = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Long>>();
      for (String delivery : deliveries) {
        all.add(
            threads.submit(
                (Callable<Long>)
                    () -> {
                      try (Socket socket = connected(port)) {
                        ask(socket, "GET", delivery + "/file/0", taker, Map.of());
                        var in = new BufferedInputStream(socket.getInputStream());
                        head(in);
                        ready.countDown();
                        ready.await();
                        begun.compareAndSet(0, System.nanoTime() - began);
                        return drained(in, SMALL_BYTES);
                      }
                    }));
      }
      for (Future<Long> each : all) {
        sum += each.get();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(Locale.ROOT, "all begun after %.1f s%n", begun.get() / 1e9);
    System.out.printf(
        Locale.ROOT,
        "%d deliveries fetched at once, %d bytes of %d: %.1f s, %.0f MB/s; resident %d MB, at most %d MB%n",
        AT_ONCE,
        sum,
        (long) AT_ONCE * SMALL_BYTES,
        seconds,
        sum / 1e6 / seconds,
        resident(server, "VmRSS"),
        resident(server, "VmHWM"));
  }

  private static Socket connected(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private void settle() throws IOException {
    try (Rooms rooms =
        Tabadla.rooms().open(SettingsFile.load(folder.resolve("data"), Map.of(), Map.of()))) {
      var desks = rooms.desks().get();
      Account one = member(desks.people(), "sahil");
      Account other = member(desks.people(), "yundu");
      var deal = Deals.agreed(desks.exchange(), one, other, "48 hours");
      agreement = deal.id().value();
      var scopes = Set.of(Scope.READ, Scope.WRITE, Scope.SIGN);
      giver = desks.tokens().make(one, "playout", scopes).orRefuse();
      taker = desks.tokens().make(other, "ingest", scopes).orRefuse();
      byte[] small = new byte[SMALL_BYTES];
      new Random(2).nextBytes(small);
      Core.Asset asset =
          Deals.asset(desks.deliveries().vault(), "small.bin", "application/zip", small);
      long began = System.nanoTime();
      for (int i = 0; i < AT_ONCE; i++) {
        Delivery sent = Deals.delivered(desks.deliveries(), one, deal, asset);
        deliveries.add("/exchange/delivery/" + sent.id());
      }
      System.out.printf(
          Locale.ROOT,
          "%d deliveries signed and written down in %.1f s%n",
          AT_ONCE,
          (System.nanoTime() - began) / 1e9);
    }
  }

  private static Account member(People people, String id) {
    var organisation = new OrganisationId(id);
    people
        .found(
            People.HOUSE,
            organisation,
            List.of(new Text(id, Lang.EN)),
            "PK",
            Organisation.Kind.BROADCASTER)
        .orRefuse();
    return people
        .join(
            People.HOUSE,
            new AccountId(id + ".desk"),
            id,
            organisation,
            Role.DESK,
            "a long enough word")
        .orRefuse();
  }

  private double plainCopy() throws Exception {
    Path file = folder.resolve("plain");
    try (ServerSocket door = new ServerSocket(0);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long began = System.nanoTime();
      Future<Long> taken =
          threads.submit(
              (Callable<Long>)
                  () -> {
                    try (Socket socket = door.accept();
                        InputStream in = socket.getInputStream();
                        OutputStream out = Files.newOutputStream(file)) {
                      byte[] buffer = new byte[1 << 18];
                      long sum = 0;
                      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        out.write(buffer, 0, n);
                        sum += n;
                      }
                      return sum;
                    }
                  });
      try (Socket socket = connected(door.getLocalPort())) {
        pour(socket.getOutputStream());
      }
      taken.get();
      return bytes / 1e6 / ((System.nanoTime() - began) / 1e9);
    }
  }

  private double plainRead() throws Exception {
    Path file = folder.resolve("plain");
    try (ServerSocket door = new ServerSocket(0);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long began = System.nanoTime();
      Future<Long> given =
          threads.submit(
              (Callable<Long>)
                  () -> {
                    try (Socket socket = door.accept();
                        InputStream in = Files.newInputStream(file);
                        OutputStream out = socket.getOutputStream()) {
                      byte[] buffer = new byte[1 << 18];
                      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        out.write(buffer, 0, n);
                      }
                      return 0L;
                    }
                  });
      try (Socket socket = connected(door.getLocalPort())) {
        drained(socket.getInputStream(), bytes);
      }
      given.get();
      return bytes / 1e6 / ((System.nanoTime() - began) / 1e9);
    } finally {
      Files.delete(file);
    }
  }

  private void pour(OutputStream out) throws IOException {
    for (long sent = 0; sent < bytes; sent += BLOCK.length) {
      out.write(BLOCK);
    }
    out.flush();
  }

  private static long drained(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[1 << 18];
    long sum = 0;
    while (sum < most) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, most - sum));
      if (n < 0) {
        break;
      }
      sum += n;
    }
    return sum;
  }

  private Map<String, String> create() throws IOException {
    try (Socket socket = connected(port)) {
      ask(
          socket,
          "POST",
          "/exchange/uploads",
          giver,
          Map.of("Upload-Length", String.valueOf(bytes), "Content-Length", "0"));
      return head(socket.getInputStream());
    }
  }

  private double patch(String upload) throws IOException {
    long began = System.nanoTime();
    try (Socket socket = connected(port)) {
      ask(
          socket,
          "PATCH",
          upload,
          giver,
          Map.of(
              "Upload-Offset", "0",
              "Content-Type", "application/offset+octet-stream",
              "Content-Length", String.valueOf(bytes)));
      pour(socket.getOutputStream());
      Map<String, String> answer = head(socket.getInputStream());
      if (!header(answer, "upload-offset").equals(String.valueOf(bytes))) {
        throw new IllegalStateException(answer.toString());
      }
    }
    return bytes / 1e6 / ((System.nanoTime() - began) / 1e9);
  }

  private String deliver(String upload) throws IOException {
    String form = "upload=" + upload.substring(upload.lastIndexOf('/') + 1);
    try (Socket socket = connected(port)) {
      ask(
          socket,
          "POST",
          "/exchange/agreement/" + agreement + "/deliver",
          giver,
          Map.of(
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Content-Length",
              String.valueOf(form.length())));
      socket.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
      String at = header(head(socket.getInputStream()), "location");
      return at.substring(at.indexOf("/exchange"));
    }
  }

  private double download(String delivery, long expected) throws IOException {
    long began = System.nanoTime();
    try (Socket socket = connected(port)) {
      ask(socket, "GET", delivery + "/file/0", taker, Map.of());
      InputStream in = socket.getInputStream();
      head(in);
      long got = drained(in, expected);
      if (got != expected) {
        throw new IllegalStateException("only " + got + " of " + expected);
      }
    }
    return expected / 1e6 / ((System.nanoTime() - began) / 1e9);
  }

  private void ask(
      Socket socket, String method, String path, String token, Map<String, String> headers)
      throws IOException {
    var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port);
    text.append("\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer ").append(token);
    headers.forEach((name, value) -> text.append("\r\n" + name + ": " + value));
    text.append("\r\n\r\n");
    socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /// Reads an answer up to its body.
  private static Map<String, String> head(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (!text.toString().endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no answer: " + text);
      }
      text.append((char) b);
    }
    var out = new HashMap<String, String>();
    for (String line : text.toString().split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        out.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      } else {
        out.putIfAbsent("status", line);
      }
    }
    if (!out.getOrDefault("status", "").matches("HTTP/1.1 [23].*")) {
      throw new IOException(text.toString());
    }
    return out;
  }

  private static String header(Map<String, String> answer, String name) {
    return answer.getOrDefault(name, "");
  }

  private Process serve() throws Exception {
    Process server =
        ServerProcess.of(
                folder.resolve("data"),
                port,
                folder.resolve("log"),
                "-XX:+UseSerialGC",
                "-Xms40m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20")
            .start();
    for (int i = 0; i < 1_200; i++) {
      try (Socket socket = connected(port)) {
        ask(socket, "GET", "/health", taker, Map.of());
        head(socket.getInputStream());
        return server;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException(Files.readString(folder.resolve("log")));
  }

  /// @return megabytes; 0 where the system does not tell
  private static long resident(Process process, String what) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(what))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

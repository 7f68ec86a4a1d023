package org.tabadla.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL server of the test's own: a fresh cluster in a temporary folder, listening on
/// loopback only. As root it runs under `postgres` or `nobody`, since the server refuses root.
final class PostgresCluster implements AutoCloseable {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final List<String> USERS = List.of("postgres", "nobody");
  private static final int LONGEST_STEP_SECONDS = 120;

  private final Path bin;
  private final Path folder;
  private final List<String> as;
  private final int port;

  private PostgresCluster(Path bin, Path folder, List<String> as, int port) {
    this.bin = bin;
    this.folder = folder;
    this.as = as;
    this.port = port;
  }

  /// @return empty when this machine has no PostgreSQL
  static Optional<PostgresCluster> start() {
    return programs().map(PostgresCluster::start);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=tabadla";
  }

  private static Optional<Path> programs() {
    Stream<Path> path =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1)).map(Path::of);
    Stream<Path> debian = Stream.empty();
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        debian =
            versions.sorted(Comparator.reverseOrder()).map(v -> v.resolve("bin")).toList().stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Stream.concat(debian, path)
        .filter(folder ->
            Stream.of("initdb", "postgres", "pg_ctl")
                .allMatch(program -> Files.isExecutable(folder.resolve(program))))
        .findFirst();
  }

  private static PostgresCluster start(Path bin) {
    try {
      Path folder = Files.createTempDirectory("tabadla-postgres");
      List<String> as = user(folder);
      int port = freePort();
      var cluster = new PostgresCluster(bin, folder, as, port);
      Path data = folder.resolve("data");
      cluster.run(
          "initdb",
          "-D",
          data.toString(),
          "-U",
          "tabadla",
          "-A",
          "trust",
          "-E",
          "UTF8",
          "--locale=C",
          "--no-sync");
      cluster.run(
          "pg_ctl",
          "-D",
          data.toString(),
          "-w",
          "-t",
          "90",
          "-l",
          folder.resolve("log").toString(),
          "-o",
          "-h 127.0.0.1 -p " + port + " -k " + folder + " -F",
          "start");
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return the start of a command that runs as somebody else than root, who gets the folder
  private static List<String> user(Path folder) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    String known = Files.readString(Path.of("/etc/passwd"));
    String user =
        USERS.stream()
            .filter(name -> known.lines().anyMatch(line -> line.startsWith(name + ":")))
            .findFirst()
            .orElseThrow();
    execute(List.of("chown", "-R", user, folder.toString()));
    return List.of("runuser", "-u", user, "--");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(as);
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    execute(command);
  }

  private static void execute(List<String> command) throws IOException {
    // To a file: the server inherits the output and would keep a pipe open.
    Path output = Files.createTempFile("tabadla-postgres", ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(LONGEST_STEP_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  @Override
  public void close() {
    try {
      run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

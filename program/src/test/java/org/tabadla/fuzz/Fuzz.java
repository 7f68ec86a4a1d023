package org.tabadla.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `./tabadla fuzz TARGET [SECONDS]`: [jazzer](https://github.com/CodeIntelligenceTesting/jazzer)
/// makes inputs for one reader, led by what code they reach, until the time is over or a promise is
/// broken. What it learns stays under `target/fuzz` for the next run.
///
/// What follows the seconds is handed to jazzer: `--keep_going=9` goes on after a finding.
///
/// `./tabadla fuzz TARGET FILE …` reads files once, to see a finding again; `./tabadla fuzz TARGET
/// keep` writes the small inputs that together reach what the long runs reached, to be committed.
public final class Fuzz {
  private static final String SECONDS = "600";

  /// Longer inputs reach nothing new; long ones have tests of their own.
  private static final int INPUT_MAX_BYTES = 16 * 1024;

  private static final int INPUT_MAX_SECONDS = 120;
  private static final int MEMORY_MAX_MB = 2_500;
  private static final long KEPT_MAX_CHARS = 100_000;

  private static FuzzTarget target = FuzzTarget.READ;

  private Fuzz() {}

  public static void main(String[] args) throws Exception {
    List<String> names = Stream.of(FuzzTarget.values()).map(FuzzTarget::word).toList();
    if (args.length == 0 || !names.contains(args[0])) {
      System.err.printf("fuzz what?%n  ./tabadla fuzz %s [SECONDS]%n", String.join("|", names));
      System.exit(2);
    }
    target = FuzzTarget.valueOf(args[0].toUpperCase(Locale.ROOT));
    Path folder = Path.of("program/target/fuzz", target.word());
    List<String> rest = Arrays.asList(args).subList(1, args.length);
    if (rest.equals(List.of("keep"))) {
      keep(folder);
    } else if (!rest.isEmpty() && !rest.getFirst().matches("\\d+")) {
      for (String file : rest) {
        target.read(Files.readAllBytes(Path.of(file)));
        System.out.println(file + ": every promise kept");
      }
    } else {
      List<String> options = options(folder, rest.isEmpty() ? SECONDS : rest.getFirst());
      options.addAll(rest.subList(Math.min(1, rest.size()), rest.size()));
      Jazzer.main(options.toArray(String[]::new));
    }
  }

  /// Called by jazzer, with the name of the target.
  public static void fuzzerInitialize(String[] args) {
    target = FuzzTarget.valueOf(args[0].toUpperCase(Locale.ROOT));
  }

  /// Called by jazzer.
  public static void fuzzerTestOneInput(byte[] bytes) {
    target.read(bytes);
  }

  private static List<String> options(Path folder, String seconds) throws IOException {
    Kept kept = Kept.of(Path.of("program"), target);
    Path found = Files.createDirectories(folder.resolve("found"));
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    int n = 0;
    for (Kept.Named input : kept.all()) {
      Files.write(seeds.resolve(Integer.toString(n++)), input.bytes().array());
    }
    Path words = folder.resolve("words");
    Files.write(words, kept.words().stream().map(Fuzz::quoted).toList(), StandardCharsets.US_ASCII);
    var options = new ArrayList<String>(always());
    options.addAll(
        List.of(
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-dict=" + words,
            "-max_total_time=" + seconds,
            "-timeout=" + INPUT_MAX_SECONDS,
            "-rss_limit_mb=" + MEMORY_MAX_MB,
            "-print_final_stats=1"));
    options.addAll(List.of(found.toString(), seeds.toString()));
    return options;
  }

  private static List<String> always() {
    return List.of(
        "--target_class=" + Fuzz.class.getName(),
        "--target_args=" + target.word(),
        "--instrumentation_includes=org.tabadla.**",
        "--instrumentation_excludes=org.tabadla.fuzz.**",
        // The readers touch no file, process or database, which HouseTest keeps so.
        "--disabled_hooks=*",
        "-max_len=" + INPUT_MAX_BYTES);
  }

  private static String quoted(byte[] word) {
    return '"' + Escaped.of(word).replace("\"", "\\x22").replace("\\n", "\\x0A") + '"';
  }

  /// Chooses what reaches something that nothing smaller reaches, the small first, up to what a
  /// repository should hold.
  private static void keep(Path folder) throws IOException, InterruptedException {
    Path least = Files.createDirectories(folder.resolve("least"));
    try (Stream<Path> old = Files.list(least)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    merge(folder.resolve("found"), least);
    var inputs = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.list(least)) {
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    inputs.sort(Comparator.comparingInt(input -> input.length));
    var rows = new ArrayList<String>();
    rows.add("# What long runs of ./tabadla fuzz found: escaped bytes, one input a line.");
    long chars = 0;
    for (byte[] input : inputs) {
      String row = Escaped.of(input);
      chars += row.length() + 1;
      if (chars <= KEPT_MAX_CHARS && !row.isEmpty()) {
        rows.add(row);
      }
    }
    Path file = Path.of("program/src/test/resources/org/tabadla/fuzz", target.word() + ".corpus");
    Files.write(file, rows, StandardCharsets.US_ASCII);
    System.out.printf("%d of %d inputs kept in %s%n", rows.size() - 1, inputs.size(), file);
  }

  private static void merge(Path found, Path least) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Jazzer.class.getName()));
    command.addAll(always());
    command.addAll(List.of("-merge=1", least.toString(), found.toString()));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("jazzer ended with status " + status);
    }
  }
}

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
  private static final long KEPT_MAX_CHARS = 200_000;
  private static final int KEPT_INPUT_MAX_BYTES = 1_000;

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
      keep(folder.resolve("found"));
    } else if (!rest.isEmpty() && !rest.getFirst().matches("\\d+")) {
      for (String file : rest) {
        target.read(Files.readAllBytes(Path.of(file)));
        System.out.println(file + ": every promise kept");
      }
    } else {
      String seconds = rest.isEmpty() ? SECONDS : rest.getFirst();
      Stream<String> more = rest.stream().skip(1);
      Jazzer.main(Stream.concat(Stream.of(options(folder, seconds)), more).toArray(String[]::new));
    }
  }

  /// Called by jazzer.
  public static void fuzzerTestOneInput(byte[] bytes) {
    target.read(bytes);
  }

  private static String[] options(Path folder, String seconds) throws IOException {
    Kept kept = Kept.of(Path.of("program"), target);
    Path found = Files.createDirectories(folder.resolve("found"));
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    int n = 0;
    for (Kept.Named input : kept.all()) {
      Files.write(seeds.resolve(Integer.toString(n++)), input.bytes());
    }
    Path words = folder.resolve("words");
    Files.write(words, kept.words().stream().map(Fuzz::quoted).toList(), StandardCharsets.US_ASCII);
    return new String[] {
      "--target_class=" + Fuzz.class.getName(),
      "--instrumentation_includes=org.tabadla.**",
      "--instrumentation_excludes=org.tabadla.fuzz.**",
      // The readers touch no file, process or database, which HouseTest keeps so.
      "--disabled_hooks=*",
      "--reproducer_path=" + folder,
      "-artifact_prefix=" + folder + "/",
      "-dict=" + words,
      "-max_total_time=" + seconds,
      "-max_len=" + INPUT_MAX_BYTES,
      "-timeout=" + INPUT_MAX_SECONDS,
      "-rss_limit_mb=" + MEMORY_MAX_MB,
      "-print_final_stats=1",
      found.toString(),
      seeds.toString()
    };
  }

  private static String quoted(byte[] word) {
    return '"' + Escaped.of(word).replace("\"", "\\x22").replace("\\n", "\\x0A") + '"';
  }

  /// Chooses among what was found, the small first, up to what a repository should hold.
  private static void keep(Path found) throws IOException {
    var inputs = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.list(found)) {
      for (Path file : files.toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    inputs.removeIf(input -> input.length > KEPT_INPUT_MAX_BYTES);
    inputs.sort(Comparator.comparingInt(input -> input.length));
    var rows = new ArrayList<String>();
    rows.add(
        "# What long runs of ./tabadla fuzz found worth keeping: escaped bytes, one input a line.");
    long chars = 0;
    for (byte[] input : inputs) {
      String row = Escaped.of(input);
      chars += row.length() + 1;
      if (chars > KEPT_MAX_CHARS) {
        break;
      }
      rows.add(row);
    }
    Path file = Path.of("program/src/test/resources/org/tabadla/fuzz", target.word() + ".corpus");
    Files.write(file, rows, StandardCharsets.US_ASCII);
    System.out.printf("%d of %d inputs kept in %s%n", rows.size() - 1, inputs.size(), file);
  }
}

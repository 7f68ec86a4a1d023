package org.tabadla.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.formats.Checked;
import org.tabadla.formats.Checker;
import org.tabadla.formats.Finding;
import org.tabadla.formats.Format;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks documents of other systems against the standard that they follow.
@Command(
    name = "validate",
    description = {
      "Checks documents against their standard, told by their own words: ninjs 1.6 to 3.1, NewsML-G2 and",
      "NITF, IATI 2.03, OC4IDS, OCDS, ClaimReview, ODRL, GeoJSON, Video Metadata Hub. Each fault comes",
      "with its place (line:column, or a JSON pointer). Exit status: 0 all valid, 1 not."
    },
    footer = {"", "Example:", "  ./tabadla validate item.json activity.xml"})
final class ValidateCommand implements Callable<Integer> {
  private static final int INVALID = 1;

  /// A little over what a check reads, so that a larger file is told as such and not taken into
  /// memory.
  private static final int MOST_BYTES = (64 << 20) + 1;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "documents; - is standard input")
  List<Path> files = List.of();

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "hold them to one format, such as ninjs-3.1, newsml-g2, iati-activities")
  @Nullable String as;

  @Option(
      names = "--strict",
      description =
          "advice counts as a fault: code lists and rules of IATI, forms of dates and addresses in JSON")
  boolean strict;

  private final InputStream in;
  private final Said said;

  ValidateCommand(InputStream in, Said said) {
    this.in = in;
    this.said = said;
  }

  @Override
  public Integer call() {
    Format format = as == null ? null : format(as);
    var checker = new Checker(Instant.now());
    boolean valid = true;
    for (Path file : files) {
      valid &= told(file, checker.check(bytes(file, in), format));
    }
    return valid ? 0 : INVALID;
  }

  private boolean told(Path file, Checked checked) {
    return switch (checked) {
      case Checked.Valid(Format format, List<Finding> advice) -> {
        boolean faulty = strict && !advice.isEmpty();
        said.line(file + ": " + (faulty ? "invalid " : "valid ") + format.title());
        advice.forEach(a -> said.line("  " + (strict ? "fault " : "advice ") + a));
        yield !faulty;
      }
      case Checked.Faulty(Format format, List<Finding> faults, List<Finding> advice) -> {
        said.line(file + ": invalid " + format.title());
        faults.forEach(f -> said.line("  fault " + f));
        advice.forEach(a -> said.line("  advice " + a));
        yield false;
      }
      case Checked.Unknown(Finding reason) -> {
        said.line(file + ": not checked");
        said.line("  fault " + reason);
        yield false;
      }
    };
  }

  static Format format(String typed) {
    Format format = Format.typed(typed);
    if (format == null) {
      throw new Refusal(
          "[--as] no such format: " + typed,
          Arrays.stream(Format.values()).map(Format::typed).collect(Collectors.joining(", ")));
    }
    return format;
  }

  static byte[] bytes(Path file, InputStream in) {
    try {
      if (file.toString().equals("-")) {
        return in.readNBytes(MOST_BYTES);
      }
      try (InputStream open = Files.newInputStream(file)) {
        return open.readNBytes(MOST_BYTES);
      }
    } catch (IOException e) {
      throw new Refusal("[" + file + "] cannot be read: " + e.getMessage(), "name a file that can");
    }
  }
}

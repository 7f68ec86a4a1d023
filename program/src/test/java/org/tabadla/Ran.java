package org.tabadla;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tabadla.cli.Commands;
import org.tabadla.cli.Said;
import picocli.CommandLine;

/// What came of a command that was run as a person runs it, in this process.
record Ran(int status, String out) {
  /// @param in what stands on its standard input
  static Ran of(String in, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    CommandLine line =
        Commands.line(
            Tabadla.rooms(),
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new Said(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    int status = line.execute(args);
    return new Ran(status, out.toString(StandardCharsets.UTF_8));
  }
}

package org.tabadla.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The program's two voices: answers on standard output, everything else on standard error.
public final class Said {
  /// Writes and reads JSON for programs.
  public static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PrintStream out;
  private final PrintStream err;

  public Said(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// The process's own streams, in UTF-8 whatever the terminal's locale says.
  public static Said standard() {
    return new Said(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8));
  }

  public void line(String line) {
    out.println(line);
  }

  /// Prints a value as one line of JSON.
  public void json(Object value) {
    out.println(JSON.writeValueAsString(value));
  }

  /// Prints one JSON object of alternating keys and values; null values stay null.
  public void json(Map<String, ?> value) {
    out.println(JSON.writeValueAsString(value));
  }

  public void note(String line) {
    err.println(line);
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }
}

package org.tabadla.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.config.Settings;
import org.tabadla.config.SettingsFile;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Option;

/// The option that every command on a data folder has.
final class House {
  /// Where everything lies unless `--data` or `TABADLA_DATA` says otherwise.
  static final String STANDARD_FOLDER = "tabadla-data";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder that holds everything (default: $TABADLA_DATA, else ./tabadla-data)")
  @Nullable Path data;

  Path folder(Map<String, String> environment) {
    Path given =
        data != null ? data : Path.of(environment.getOrDefault("TABADLA_DATA", STANDARD_FOLDER));
    return given.toAbsolutePath().normalize();
  }

  Settings settings() {
    return settings(Map.of());
  }

  /// Reads the settings, with what options say on top.
  Settings settings(Map<String, String> options) {
    Map<String, String> environment = System.getenv();
    try {
      return SettingsFile.load(folder(environment), environment, options);
    } catch (SettingsFile.Wrong e) {
      throw new Refusal(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  /// Options of commands that serve.
  static final class Door {
    @Option(
        names = "--port",
        paramLabel = "N",
        description = "The port to listen on; 0 takes a free one")
    @Nullable Integer port;

    @Option(
        names = "--host",
        paramLabel = "A",
        description = "The address to bind to (default: 127.0.0.1)")
    @Nullable String host;

    Map<String, String> options() {
      var options = new HashMap<String, String>();
      if (port != null) {
        options.put("port", port.toString());
      }
      if (host != null) {
        options.put("host", host);
      }
      return options;
    }
  }
}

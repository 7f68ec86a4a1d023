package org.tabadla;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server as a process of its own, as somebody who types `serve` starts it.
public final class ServerProcess {
  private ServerProcess() {}

  /// @param said where all that it says goes, behind what is there
  /// @param flags of the virtual machine
  public static ProcessBuilder of(Path data, int port, Path said, String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(flags));
    command.add("-cp");
    command.add(
        System.getProperty("java.class.path", "")
            .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator));
    command.addAll(
        List.of(
            "org.tabadla.Tabadla",
            "serve",
            "--data",
            data.toString(),
            "--port",
            String.valueOf(port)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
  }
}

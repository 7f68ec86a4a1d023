package org.tabadla.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Unpacks a backup into a new data folder.
@Command(
    name = "restore",
    description =
        "Unpacks a backup into an empty data folder; the search index is made anew at the next start.",
    footer = {
      "",
      "Example:",
      "  ./tabadla restore /backups/tabadla-2025-07-11.zip --data /srv/tabadla"
    })
final class RestoreCommand implements Runnable {
  /// Names that a backup may hold; anything else, and above all a path that climbs, is refused.
  private static final Pattern KNOWN =
      Pattern.compile(
          "tabadla\\.db|tabadla\\.conf|archive/[A-Za-z0-9._-]{1,200}|files/[0-9a-f]{2}/[0-9a-f]{64}");

  @Mixin House house = new House();

  @Parameters(paramLabel = "FILE", description = "A file that ./tabadla backup wrote")
  Path file = Path.of("");

  private final Said said;

  RestoreCommand(Said said) {
    this.said = said;
  }

  @Override
  public void run() {
    Path data = house.folder(System.getenv());
    try {
      if (Files.isDirectory(data) && !isEmpty(data)) {
        throw new Refusal("[" + data + "] is not empty", "name a new folder with --data");
      }
      if (!Files.isRegularFile(file)) {
        throw new Refusal("[" + file + "] is no file", "name a file that ./tabadla backup wrote");
      }
      Files.createDirectories(data);
      int files = unpack(data);
      said.line("restored " + files + " files into " + data);
    } catch (IOException e) {
      throw new Refusal(
          "[" + file + "] cannot be unpacked: " + e.getMessage(),
          "is it whole, and is there room in " + data + "?");
    }
  }

  private int unpack(Path data) throws IOException {
    int files = 0;
    boolean database = false;
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!KNOWN.matcher(name).matches() || name.contains("..")) {
          throw new Refusal(
              "[" + file + "] holds what no backup holds: " + name,
              "name a file that ./tabadla backup wrote");
        }
        Path to = data.resolve(name);
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.copy(zip, to);
        database |= BackupCommand.DATABASE.equals(name);
        files++;
      }
    }
    if (!database) {
      throw new Refusal(
          "[" + file + "] has no database in it", "name a file that ./tabadla backup wrote");
    }
    return files;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.findAny().isEmpty();
    }
  }
}

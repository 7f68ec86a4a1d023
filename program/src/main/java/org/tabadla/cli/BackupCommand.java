package org.tabadla.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tabadla.config.Settings;
import org.tabadla.config.SettingsFile;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes everything that cannot be derived again into one file.
@Command(
    name = "backup",
    description =
        "Writes the records, the archive and the settings into one file; a server may be at work.",
    footer = {"", "Example:", "  ./tabadla backup /backups/tabadla-2025-07-11.zip"})
final class BackupCommand implements Runnable {
  /// The database's name within the file.
  static final String DATABASE = "tabadla.db";

  /// The archive's folder within the data folder and the file.
  static final String ARCHIVE = "archive";

  @Mixin House house = new House();

  @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet")
  Path file = Path.of("");

  private final Rooms.Opener opener;
  private final Said said;

  BackupCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    Settings settings = house.settings();
    if (Files.exists(file)) {
      throw new Refusal("[" + file + "] is there already", "name a new file, or remove that one");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Path folder = part.toAbsolutePath().getParent();
    try (var shelves = opener.look(settings)) {
      Path database = Files.createTempDirectory(folder, "backup").resolve(DATABASE);
      try {
        shelves.store().backup(database);
        write(part, settings, database);
      } finally {
        Files.deleteIfExists(database);
        Files.deleteIfExists(database.resolveSibling(""));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      said.line("wrote " + file + ", " + (Files.size(file) >> 10) + " KB");
    } catch (IOException e) {
      throw new Refusal(
          "[" + file + "] cannot be written: " + e.getMessage(),
          "look at the folder's rights and free space");
    }
  }

  /// The database goes first: the archive beside it may only be newer, so every record that it
  /// points to is there.
  private static void write(Path part, Settings settings, Path database) throws IOException {
    try (OutputStream raw =
            Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        var zip = new ZipOutputStream(raw)) {
      zip.setLevel(Deflater.BEST_SPEED);
      put(zip, DATABASE, database);
      Path conf = settings.data().resolve(SettingsFile.NAME);
      if (Files.exists(conf)) {
        put(zip, SettingsFile.NAME, conf);
      }
      Path archive = settings.data().resolve(ARCHIVE);
      for (Path warc : files(archive)) {
        put(zip, ARCHIVE + "/" + warc.getFileName(), warc);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try {
      Files.copy(file, zip);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    zip.closeEntry();
  }
}

package org.tabadla.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tabadla.config.Settings;
import org.tabadla.config.SettingsFile;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes everything that cannot be derived again into one file.
@Command(
    name = "backup",
    description =
        "Writes the records, the archive, the exchange's files and the settings into one file; a server may be at work.",
    footer = {
      "",
      "Example:",
      "  ./tabadla backup /backups/tabadla-2025-07-11.zip",
      "  ./tabadla backup --without-files /backups/small.zip && rsync -a DATA/files /backups/",
      "",
      "A file of the exchange is named by its content and never changes, so that a copy of the",
      "folder files beside a backup without them is as good, and quicker where there is much."
    })
final class BackupCommand implements Runnable {
  /// The database's name within the file.
  static final String DATABASE = "tabadla.db";

  /// The archive's folder within the data folder and the file.
  static final String ARCHIVE = "archive";

  /// The folder of the exchange's files.
  static final String FILES = "files";

  @Mixin House house = new House();

  @Option(
      names = "--without-files",
      description = "Leave out what was uploaded and fetched (the folder files)")
  boolean withoutFiles;

  @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet")
  Path file = Path.of("");

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

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
        write(part, settings, database, !withoutFiles);
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

  /// The database goes first: the archive and the files beside it may only be newer, so all that it
  /// points to is there.
  private static void write(Path part, Settings settings, Path database, boolean withFiles)
      throws IOException {
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
      if (withFiles) {
        // Films and pictures are packed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        writeFiles(zip, settings.data().resolve(FILES));
      }
    }
  }

  /// Whole ones; what is still coming in is asked for again.
  private static void writeFiles(ZipOutputStream zip, Path folder) throws IOException {
    for (Path shelf : folders(folder)) {
      for (Path file : files(shelf)) {
        if (DIGEST.matcher(file.getFileName().toString()).matches()) {
          put(zip, FILES + "/" + shelf.getFileName() + "/" + file.getFileName(), file);
        }
      }
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
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

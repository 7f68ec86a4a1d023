package org.tabadla.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tabadla.model.Refusal;

/// A file that a command is given, read up to a limit.
final class GivenFile {
  private GivenFile() {}

  static byte[] bytes(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Refusal(
            "[" + file + "] is longer than " + most + " bytes", "give a smaller file");
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal(
          "[" + file + "] cannot be read: " + e.getMessage(), "look at the name and its rights");
    }
  }

  static String text(Path file, int most) {
    return new String(bytes(file, most), StandardCharsets.UTF_8);
  }
}

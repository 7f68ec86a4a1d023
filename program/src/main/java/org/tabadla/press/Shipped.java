package org.tabadla.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The files that this room ships beside its classes, all of them text in UTF-8.
final class Shipped {
  private Shipped() {}

  /// @param path from this package's folder: `margalla/page.html`
  /// @throws IllegalStateException when the file was not shipped: a bug, never the operator's doing
  static String text(String path) {
    try (InputStream in = Shipped.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("[press] file not shipped: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("[press] file not readable: " + path, e);
    }
  }

  /// @return the lines of a list, without blank ones and `#` comments
  static List<String> lines(String path) {
    return text(path)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .toList();
  }
}

package org.tabadla.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that pages and headers give to charsets, and the decoder that each name means ([WHATWG
/// Encoding Standard](https://encoding.spec.whatwg.org/)).
final class CharsetLabels {
  private static final int LABEL_MAX_CHARS = 40;

  private CharsetLabels() {}

  private static final class Table {
    static final Map<String, String> NAMES = new HashMap<>();
    static final Map<String, Charset> DECODERS = new HashMap<>();

    static {
      for (String row : rows("charset-labels.tsv")) {
        String[] cells = row.split("\t", -1);
        DECODERS.put(cells[0], Charset.forName(cells[1]));
        for (String label : cells[2].split(" ", -1)) {
          NAMES.put(label, cells[0]);
        }
      }
    }
  }

  /// @param label as written, maybe with spaces around it
  /// @return the WHATWG name in lower case, or null when no charset is called so
  static @Nullable String name(@Nullable String label) {
    if (label == null || label.length() > LABEL_MAX_CHARS) {
      return null;
    }
    return Table.NAMES.get(label.strip().toLowerCase(Locale.ROOT));
  }

  /// @param name as {@link #name} gives it, or `us-ascii` or `iso-8859-1`
  static Charset decoder(String name) {
    Charset known = Table.DECODERS.get(name);
    if (known == null) {
      known = Table.DECODERS.get(Table.NAMES.getOrDefault(name, "windows-1252"));
    }
    return known == null ? StandardCharsets.UTF_8 : known;
  }

  /// @return the rows of a table of this room, comments and empty lines left out
  static List<String> rows(String file) {
    try (InputStream in = CharsetLabels.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.tabadla.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.model.Bytes;
import org.tabadla.model.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the fields of an input line; what cannot be used is an error that names the value seen.
final class PipeInput {
  private static final int MOST_BYTES = 64 << 20;
  private static final int SHOWN_CHARS = 80;

  private PipeInput() {}

  static String text(ObjectNode line, String key) {
    String value = textOrNull(line, key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key + " in " + shown(line.toString()));
    }
    return value;
  }

  static @Nullable String textOrNull(ObjectNode line, String key) {
    JsonNode node = line.get(key);
    return node == null || node.isNull()
        ? null
        : node.isString() ? node.stringValue() : node.toString();
  }

  /// As the reader hands text on: letters of other keyboards, leftovers and controls repaired.
  static String shownOr(ObjectNode line, String key, String otherwise) {
    return Letters.display(textOr(line, key, otherwise), lang(line));
  }

  static String textOr(ObjectNode line, String key, String other) {
    String value = textOrNull(line, key);
    return value == null ? other : value;
  }

  static Lang lang(ObjectNode line) {
    Lang lang = langOrNull(line);
    return lang == null ? Lang.UND : lang;
  }

  static @Nullable Lang langOrNull(ObjectNode line) {
    String tag = textOrNull(line, "lang");
    return tag == null || tag.isBlank() ? null : new Lang(tag);
  }

  static @Nullable Instant instantOrNull(ObjectNode line, String key) {
    String value = textOrNull(line, key);
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(value.length() == "2025-07-11".length() ? value + "T00:00:00Z" : value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(key + " is no instant: " + shown(value), e);
    }
  }

  /// The bytes of `<name>_file` (from the base folder; `.gz` is unpacked), else of `<name>_base64`.
  static Bytes bytes(ObjectNode line, Path base, String fileKey, String base64Key) {
    String file = textOrNull(line, fileKey);
    if (file != null) {
      return file(base.resolve(file));
    }
    String base64 = text(line, base64Key);
    try {
      return new Bytes(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(base64Key + " is no Base64: " + shown(base64), e);
    }
  }

  static Bytes file(Path file) {
    try {
      byte[] raw = Files.readAllBytes(file);
      return new Bytes(file.toString().endsWith(".gz") ? unpacked(file, raw) : raw);
    } catch (IOException e) {
      throw new IllegalArgumentException("file cannot be read: " + e, e);
    }
  }

  private static byte[] unpacked(Path file, byte[] raw) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      byte[] out = in.readNBytes(MOST_BYTES + 1);
      if (out.length > MOST_BYTES) {
        throw new IllegalArgumentException(
            file + " unpacks to more than " + (MOST_BYTES >> 20) + " MB");
      }
      return out;
    }
  }

  private static String shown(String value) {
    return value.substring(0, Math.min(value.length(), SHOWN_CHARS));
  }
}

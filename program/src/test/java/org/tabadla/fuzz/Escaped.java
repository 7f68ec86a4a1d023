package org.tabadla.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes as one line: printable ASCII stands for itself, the rest is `\xNN`, `\n`, `\t` and `\\`; a
/// line by hand may hold other letters too, which are UTF-8.
final class Escaped {
  private Escaped() {}

  static String of(byte[] bytes) {
    var out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      switch (b) {
        case '#' -> out.append(out.isEmpty() ? "\\x23" : "#"); // a row that begins so is a comment
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (b >= ' ' && b < 0x7F) {
            out.append((char) b);
          } else {
            out.append("\\x%02X".formatted(b & 0xFF));
          }
        }
      }
    }
    return out.toString();
  }

  static byte[] bytes(String line) {
    byte[] written = line.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(written.length);
    int i = 0;
    while (i < written.length) {
      byte b = written[i++];
      if (b != '\\') {
        out.write(b);
        continue;
      }
      byte kind = written[i++];
      switch (kind) {
        case 'n' -> out.write('\n');
        case 't' -> out.write('\t');
        case 'x' -> {
          out.write(16 * Character.digit(written[i], 16) + Character.digit(written[i + 1], 16));
          i += 2;
        }
        default -> out.write(kind);
      }
    }
    return out.toByteArray();
  }
}

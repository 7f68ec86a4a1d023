package org.tabadla.exchange.c2pa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JUMBF box: a superbox with a label and boxes in it, or content (ISO/IEC 19566-5).
///
/// @param type the four letters: `jumb`, `cbor`, `json`, `bfdb`, `bidb`
/// @param label of a superbox; empty for content
/// @param purpose the first four letters of a superbox's type, such as `c2ma`; empty for content
/// @param payload what stands after the box's own header, byte by byte: hashes are taken over it
@SuppressWarnings("ArrayRecordComponent") // never compared as a value
record Box(String type, String label, String purpose, byte[] payload, List<Box> boxes) {
  static final int DEEPEST = 12;
  static final int MOST_BOXES = 10_000;

  private static final String SUPERBOX = "jumb";
  private static final String DESCRIPTION = "jumd";
  private static final int HEADER = 8;
  private static final int TYPE_BYTES = 16;

  /// Counts boxes over the whole tree.
  private static final class Count {
    int boxes;
  }

  /// The boxes that stand one after the other in these bytes.
  static List<Box> read(byte[] bytes) throws Malformed {
    return read(bytes, 0, new Count());
  }

  /// The first superbox with this label, or null.
  @Nullable Box labelled(String wanted) {
    return boxes.stream().filter(box -> box.label.equals(wanted)).findFirst().orElse(null);
  }

  /// The content of the first box of this type, or null.
  byte @Nullable [] content(String wanted) {
    return boxes.stream()
        .filter(box -> box.type.equals(wanted))
        .map(Box::payload)
        .findFirst()
        .orElse(null);
  }

  private static List<Box> read(byte[] bytes, int depth, Count count) throws Malformed {
    if (depth > DEEPEST) {
      throw new Malformed("boxes deeper than " + DEEPEST);
    }
    var boxes = new ArrayList<Box>();
    int at = 0;
    while (at + HEADER <= bytes.length) {
      if (++count.boxes > MOST_BOXES) {
        throw new Malformed("more than " + MOST_BOXES + " boxes");
      }
      long length = Jpeg.number(bytes, at, 4) & 0xFFFFFFFFL;
      String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (length == 0) {
        length = (long) bytes.length - at;
      }
      // Length 1 announces a length of eight bytes, which nothing under the limit needs.
      if (length < HEADER || length > bytes.length - at) {
        throw new Malformed("a box " + type + " beyond the end: " + length + " bytes");
      }
      byte[] payload = Arrays.copyOfRange(bytes, at + HEADER, (int) (at + length));
      boxes.add(
          type.equals(SUPERBOX)
              ? superbox(payload, depth, count)
              : new Box(type, "", "", payload, List.of()));
      at += (int) length;
    }
    return boxes;
  }

  private static Box superbox(byte[] payload, int depth, Count count) throws Malformed {
    if (payload.length < HEADER + TYPE_BYTES + 1
        || !new String(payload, 4, 4, StandardCharsets.ISO_8859_1).equals(DESCRIPTION)) {
      throw new Malformed("a superbox without a description");
    }
    int description = Jpeg.number(payload, 0, 4);
    if (description < HEADER + TYPE_BYTES + 1 || description > payload.length) {
      throw new Malformed("a superbox's description beyond its end");
    }
    int from = HEADER + TYPE_BYTES + 1;
    int end = from;
    while (end < description && payload[end] != 0) {
      end++;
    }
    String label = new String(payload, from, end - from, StandardCharsets.UTF_8);
    String purpose = new String(payload, HEADER, 4, StandardCharsets.ISO_8859_1);
    byte[] rest = Arrays.copyOfRange(payload, description, payload.length);
    return new Box(SUPERBOX, label, purpose, payload, read(rest, depth + 1, count));
  }
}

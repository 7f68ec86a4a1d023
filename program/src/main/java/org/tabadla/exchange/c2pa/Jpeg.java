package org.tabadla.exchange.c2pa;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The JUMBF boxes that a JPEG carries in its APP11 segments (ISO/IEC 19566-5 Annex D).
final class Jpeg {
  /// A picture above this is not read, in bytes.
  static final int MOST_BYTES = 256 * 1024 * 1024;

  static final int MOST_SEGMENTS = 20_000;

  private static final int APP11 = 0xEB;
  private static final int START_OF_SCAN = 0xDA;
  private static final int START = 0xD8;
  private static final int BOX_HEADER = 8;

  /// JP, the number of the box, the number of the packet.
  private static final int SEGMENT_HEADER = 8;

  private Jpeg() {}

  /// A box and where its segments stand in the file, from the first marker's byte to the last's
  /// end.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a value
  record Carried(byte[] box, long from, long until) {}

  static boolean isJpeg(byte[] file) {
    return file.length > 3 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == START;
  }

  private record Packet(int sequence, int at, int length) {}

  /// The boxes in the order of their first segments.
  static List<Carried> boxes(byte[] file) throws Malformed {
    var packets = new TreeMap<Integer, List<Packet>>();
    int at = 2;
    for (int segments = 0; at + 4 <= file.length && (file[at] & 0xFF) == 0xFF; segments++) {
      int marker = file[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == START_OF_SCAN || segments > MOST_SEGMENTS) {
        break;
      }
      int length = number(file, at + 2, 2);
      if (length < 2 || at + 2 + length > file.length) {
        throw new Malformed("a JPEG segment beyond the end, at byte " + at);
      }
      if (marker == APP11
          && length >= 2 + SEGMENT_HEADER + BOX_HEADER
          && file[at + 4] == 'J'
          && file[at + 5] == 'P') {
        packets
            .computeIfAbsent(number(file, at + 6, 2), _ -> new ArrayList<>())
            .add(new Packet(number(file, at + 8, 4), at, length + 2));
      }
      at += 2 + length;
    }
    var boxes = new ArrayList<Carried>();
    for (List<Packet> each : packets.values()) {
      boxes.add(joined(file, each));
    }
    return boxes;
  }

  /// Every segment repeats the box's own header; only the first one's is kept.
  private static Carried joined(byte[] file, List<Packet> packets) throws Malformed {
    var box = new ByteArrayOutputStream();
    int wanted = 1;
    for (Packet packet : packets) {
      if (packet.sequence() != wanted++) {
        throw new Malformed("a JPEG's APP11 segments out of order: " + packet.sequence());
      }
      int skip = 4 + SEGMENT_HEADER + (packet.sequence() == 1 ? 0 : BOX_HEADER);
      box.write(file, packet.at() + skip, packet.length() - skip);
    }
    Packet last = packets.getLast();
    return new Carried(
        box.toByteArray(), packets.getFirst().at(), (long) last.at() + last.length());
  }

  static int number(byte[] bytes, int at, int width) {
    int number = 0;
    for (int i = 0; i < width; i++) {
      number = (number << 8) | (bytes[at + i] & 0xFF);
    }
    return number;
  }
}

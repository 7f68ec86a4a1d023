package org.tabadla.exchange.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Writes the one structure that a signature is over: `Sig_structure` of COSE (RFC 9052 §4.4).
final class CborWriter {
  private static final int SMALL = 24;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int LIST = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CborWriter() {}

  /// @param protectedHeader as it stood, byte by byte
  static byte[] signed(byte[] protectedHeader, byte[] payload) {
    var writer = new CborWriter();
    writer.head(LIST, 4);
    writer.string(TEXT, "Signature1".getBytes(StandardCharsets.US_ASCII));
    writer.string(BYTES, protectedHeader);
    writer.string(BYTES, new byte[0]);
    writer.string(BYTES, payload);
    return writer.out.toByteArray();
  }

  private void string(int major, byte[] bytes) {
    head(major, bytes.length);
    out.writeBytes(bytes);
  }

  private void head(int major, int length) {
    int kind = major << 5;
    if (length < SMALL) {
      out.write(kind | length);
    } else if (length < 1 << 8) {
      out.write(kind | SMALL);
      out.write(length);
    } else if (length < 1 << 16) {
      out.write(kind | 25);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
    } else {
      out.write(kind | 26);
      out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    }
  }
}

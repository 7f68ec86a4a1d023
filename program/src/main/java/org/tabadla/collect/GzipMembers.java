package org.tabadla.collect;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Finds where the whole gzip members (RFC 1952) of a file end, so that a half-written last one can
/// be cut off.
final class GzipMembers {
  private static final int HEADER_BYTES = 10;
  private static final int TRAILER_BYTES = 8;
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;

  private final InputStream in;
  private final Inflater inflater;
  private final byte[] packed = new byte[BUFFER_BYTES];
  private final byte[] plain = new byte[BUFFER_BYTES];
  private int fedBytes;

  private GzipMembers(InputStream in, Inflater inflater) {
    this.in = in;
    this.inflater = inflater;
  }

  /// @param from where a member begins
  /// @return the offset behind the last whole member; `from` when there is none
  static long wholeEnd(Path file, long from) throws IOException {
    try (var raw = new FileInputStream(file.toFile());
        var in = new BufferedInputStream(raw, BUFFER_BYTES);
        var inflater = new Inflater(true)) {
      in.skipNBytes(from);
      var members = new GzipMembers(in, inflater);
      long end = from;
      long length = members.memberBytes();
      while (length > 0) {
        end += length;
        length = members.memberBytes();
      }
      return end;
    }
  }

  /// @return the length of the next member, or 0 when no whole one follows
  private long memberBytes() throws IOException {
    byte[] header = in.readNBytes(HEADER_BYTES);
    if (header.length < HEADER_BYTES
        || (header[0] & 0xff) != MAGIC_1
        || (header[1] & 0xff) != MAGIC_2
        || header[2] != DEFLATE
        || header[3] != 0) {
      return 0; // our own writer sets no flags
    }
    inflater.reset();
    var crc = new CRC32();
    while (!inflater.finished()) {
      if (inflater.needsInput() && !feed()) {
        return 0;
      }
      try {
        crc.update(plain, 0, inflater.inflate(plain));
      } catch (DataFormatException e) {
        return 0;
      }
      if (inflater.needsDictionary()) {
        return 0;
      }
    }
    return isTrailer(crc.getValue(), inflater.getBytesWritten())
        ? HEADER_BYTES + inflater.getBytesRead() + TRAILER_BYTES
        : 0;
  }

  /// Reads a block; what the inflater leaves of it is read again as the trailer and the next
  /// member.
  private boolean feed() throws IOException {
    in.mark(BUFFER_BYTES);
    int n = in.read(packed, 0, BUFFER_BYTES);
    if (n <= 0) {
      return false;
    }
    inflater.setInput(packed, 0, n);
    fedBytes = n;
    return true;
  }

  private boolean isTrailer(long crc, long length) throws IOException {
    in.reset();
    in.skipNBytes(fedBytes - inflater.getRemaining());
    byte[] trailer = in.readNBytes(TRAILER_BYTES);
    if (trailer.length < TRAILER_BYTES) {
      return false;
    }
    ByteBuffer fields = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN);
    return fields.getInt() == (int) crc && fields.getInt() == (int) length;
  }
}

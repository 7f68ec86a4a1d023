package org.tabadla.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;

/// Unpacks what is packed as a file rather than on the wire, such as `sitemap.xml.gz`.
final class Gzip {
  private static final int MAGIC_1 = 0x1f;
  private static final byte MAGIC_2 = (byte) 0x8b;

  private Gzip() {}

  /// Gives the page itself, or its unpacked form where its bytes are a gzip file.
  ///
  /// @throws IOException when it is cut, broken or unpacks to more than `mostBytes`
  static Page unpacked(Page page, int mostBytes) throws IOException {
    byte[] raw = page.body().array();
    if (raw.length < 2 || raw[0] != MAGIC_1 || raw[1] != MAGIC_2) {
      return page;
    }
    return new Page(page.url(), null, new Bytes(unpacked(raw, mostBytes)), page.fetched());
  }

  static byte[] unpacked(byte[] raw, int mostBytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      byte[] out = in.readNBytes(mostBytes + 1);
      if (out.length > mostBytes) {
        throw new IOException("unpacks to more than " + mostBytes + " bytes");
      }
      return out;
    }
  }
}

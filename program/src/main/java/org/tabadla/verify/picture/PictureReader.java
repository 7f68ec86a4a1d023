package org.tabadla.verify.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.OptionalLong;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Looks at a picture's bytes: what they are, how large, and the hash of how it looks. Only what
/// the first bytes show to be JPEG, PNG or GIF is decoded, within limits, whatever the server
/// called it.
final class PictureReader {
  /// A file above this is not looked at, in bytes.
  static final int MOST_BYTES = 12 * 1024 * 1024;

  /// A picture with more points is not decoded.
  static final int MOST_POINTS = 25_000_000;

  private static final int LONGEST_SIDE = 12_000;
  private static final int DECODED_POINTS = 1_024 * 1_024;

  /// Each scan of a JPEG goes over the whole picture again, and may be a few bytes long.
  private static final int MOST_SCANS = 64;

  private static final int WHITE = 255;

  private PictureReader() {}

  /// What came of looking.
  sealed interface Look {
    /// @param type `image/jpeg`, `image/png` or `image/gif`
    /// @param hash empty for a picture that is too plain or too small to be known again
    record Seen(String type, int width, int height, OptionalLong hash) implements Look {}

    /// Not a picture that is decoded here.
    ///
    /// @param why in one line, with the value seen
    record Blind(String why) implements Look {}
  }

  private enum Format {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif");

    private final String type;

    Format(String type) {
      this.type = type;
    }
  }

  static Look look(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Look.Blind(bytes.length + " bytes, more than " + MOST_BYTES);
    }
    Format format = sniffed(bytes);
    if (format == null) {
      return new Look.Blind("neither JPEG nor PNG nor GIF by its first bytes");
    }
    if (format == Format.JPEG && scans(bytes) > MOST_SCANS) {
      return new Look.Blind("more than " + MOST_SCANS + " scans");
    }
    try {
      return decoded(format, bytes);
    } catch (IOException | RuntimeException e) {
      // The decoder throws what it likes at bytes that are broken on purpose.
      return new Look.Blind("broken: " + e.getMessage());
    }
  }

  private static @org.jspecify.annotations.Nullable Format sniffed(byte[] b) {
    if (starts(b, 0xFF, 0xD8, 0xFF)) {
      return Format.JPEG;
    }
    if (starts(b, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Format.PNG;
    }
    return starts(b, 'G', 'I', 'F', '8') ? Format.GIF : null;
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static int scans(byte[] bytes) {
    int out = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xDA) {
        out++;
      }
    }
    return out;
  }

  private static Look decoded(Format format, byte[] bytes) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) {
      return new Look.Blind("this Java reads no " + format);
    }
    ImageReader reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // What comes along besides the picture may unpack to anything: it is not read.
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width <= 0
          || height <= 0
          || Math.max(width, height) > LONGEST_SIDE
          || (long) width * height > MOST_POINTS) {
        return new Look.Blind(width + " × " + height + " points");
      }
      OptionalLong hash =
          Math.min(width, height) < PictureHash.SIDE
              ? OptionalLong.empty()
              : PictureHash.of(brightness(read(reader, width, height)));
      return new Look.Seen(format.type, width, height, hash);
    } finally {
      reader.dispose();
    }
  }

  /// Of a large picture only every second, third … point is kept, so that memory stays small.
  private static BufferedImage read(ImageReader reader, int width, int height) throws IOException {
    var how = reader.getDefaultReadParam();
    int every = (int) Math.max(1, Math.sqrt((double) width * height / DECODED_POINTS));
    how.setSourceSubsampling(every, every, 0, 0);
    BufferedImage image = reader.read(0, how);
    if (image == null || Math.min(image.getWidth(), image.getHeight()) < PictureHash.SIDE) {
      throw new IIOException("nothing in it");
    }
    return image;
  }

  /// The mean brightness of each of 32 × 32 parts; what is transparent is white.
  private static double[] brightness(BufferedImage image) {
    int side = PictureHash.SIDE;
    double[] sums = new double[side * side];
    int[] counts = new int[side * side];
    int width = image.getWidth();
    int height = image.getHeight();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      int down = (int) ((long) y * side / height) * side;
      for (int x = 0; x < width; x++) {
        int part = down + (int) ((long) x * side / width);
        sums[part] += brightness(row[x]);
        counts[part]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  /// Luma of ITU-R BT.601.
  private static double brightness(int argb) {
    double opaque = (argb >>> 24) / 255.0;
    double luma =
        0.299 * ((argb >> 16) & 0xFF) + 0.587 * ((argb >> 8) & 0xFF) + 0.114 * (argb & 0xFF);
    return luma * opaque + WHITE * (1 - opaque);
  }
}

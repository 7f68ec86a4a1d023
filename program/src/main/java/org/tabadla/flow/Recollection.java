package org.tabadla.flow;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.link.Linker;
import org.tabadla.link.Options;
import org.tabadla.model.Refusal;

/// What the linker knows, kept in a file beside the records, so that a restart takes seconds and
/// gives the same stories as no restart.
///
/// The file is only ever a short cut: it says up to which place of the store's log it knows, what
/// came later is told again from there, and without a file, or with one that is broken or older
/// than the program, all is told again from the records.
public final class Recollection {
  private static final Logger LOG = LoggerFactory.getLogger(Recollection.class);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long MAGIC = 0x5442_4C4E_4B31L;

  private final Path file;
  private final Options options;

  /// @param file in the data folder; it need not be there
  public Recollection(Path file, Options options) {
    this.file = file;
    this.options = options;
  }

  /// A linker and up to which place of the log it knows.
  record Known(Linker linker, long seq) {}

  /// @return a linker that knows nothing yet
  Linker fresh() {
    return new Linker(options);
  }

  /// @return null when there is none that can be read
  @Nullable Known load() {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      if (!isWhole(file)) {
        throw new IOException("its checksum is wrong");
      }
      try (var in = new DataInputStream(new BufferedInputStream(open(file), BUFFER_BYTES))) {
        if (in.readLong() != MAGIC) {
          throw new IOException("it is none");
        }
        long seq = in.readLong();
        return new Known(Linker.read(in, options), seq);
      }
    } catch (IOException e) {
      LOG.warn("[{}] not used: {}; stories are told again from the records", file, e.getMessage());
      return null;
    }
  }

  private static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file);
  }

  /// The last eight bytes are the checksum of all before them.
  private static boolean isWhole(Path file) throws IOException {
    long left = Files.size(file) - Long.BYTES;
    if (left <= 0) {
      return false;
    }
    var sum = new CRC32();
    try (var in =
        new DataInputStream(
            new CheckedInputStream(new BufferedInputStream(open(file), BUFFER_BYTES), sum))) {
      var some = new byte[BUFFER_BYTES];
      while (left > 0) {
        int read = in.read(some, 0, (int) Math.min(some.length, left));
        if (read < 0) {
          return false;
        }
        left -= read;
      }
      long is = sum.getValue();
      return in.readLong() == is;
    }
  }

  /// Writes beside the old file and then puts the new one in its place: a crash leaves one of both.
  ///
  /// @param seq up to which place of the store's log the linker knows
  void save(Linker linker, long seq) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(part.toAbsolutePath().getParent());
      var sum = new CRC32();
      try (FileChannel channel =
              FileChannel.open(
                  part,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream plain = Channels.newOutputStream(channel);
          var out =
              new DataOutputStream(
                  new BufferedOutputStream(new CheckedOutputStream(plain, sum), BUFFER_BYTES))) {
        out.writeLong(MAGIC);
        out.writeLong(seq);
        linker.write(out);
        out.flush();
        out.writeLong(sum.getValue());
        out.flush();
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("[{}] not written: {}; a restart will take longer", file, e.getMessage());
    }
  }

  /// Forgets all: what is derived from the records is about to be made anew.
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Refusal("[" + file + "] cannot be deleted: " + e.getMessage(), "delete it by hand");
    }
  }
}

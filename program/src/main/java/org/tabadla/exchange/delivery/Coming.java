package org.tabadla.exchange.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The bytes of one upload. How many there are is the length of the file on disk and nothing else,
/// so that a process killed at any byte goes on from there.
///
/// A piece with a checksum counts only once it is whole. Until then a mark beside the file says
/// where the piece began; whoever finds a mark cuts the file back to it.
final class Coming {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path part;
  private final Path mark;
  private final long length;
  private final ReentrantLock turn = new ReentrantLock();

  /// Of the first `digested` bytes. It falls behind after a restart and catches up at the end.
  private MessageDigest digest = Piece.of("SHA-256");

  private long digested;

  /// Where a piece began that is not checked yet; -1 while there is none.
  private volatile long unsure = -1;

  /// Goes on with what is on disk.
  Coming(Path part, long length) throws IOException {
    this.part = part;
    this.mark = part.resolveSibling(part.getFileName() + ".mark");
    this.length = length;
    if (Files.exists(mark)) {
      cutBack(Long.parseLong(Files.readString(mark, StandardCharsets.US_ASCII)));
    }
  }

  long offset() throws IOException {
    long from = unsure;
    return from >= 0 ? from : Files.size(part);
  }

  /// What came of writing, without the upload that it belongs to.
  sealed interface Came {
    record Bytes(long offset, boolean brokenOff) implements Came {}

    record Not(Written why) implements Came {}
  }

  /// @param at where the sender says the piece begins
  /// @param piece its checksum, or null
  Came write(InputStream in, long at, @Nullable Piece piece) throws IOException {
    if (!turn.tryLock()) {
      return new Came.Not(new Written.Busy());
    }
    try {
      long offset = offset();
      if (at != offset) {
        return new Came.Not(new Written.OtherOffset(offset));
      }
      return piece == null ? plain(in, offset) : checked(in, offset, piece);
    } finally {
      turn.unlock();
    }
  }

  private Came plain(InputStream in, long offset) throws IOException {
    Copied copied = copy(in, offset, null);
    return copied.tooMuch()
        ? new Came.Not(new Written.TooMuch(copied.offset()))
        : new Came.Bytes(copied.offset(), copied.brokenOff());
  }

  private Came checked(InputStream in, long offset, Piece piece) throws IOException {
    MessageDigest before = cloned(digest);
    long digestedBefore = digested;
    Files.writeString(
        mark,
        Long.toString(offset),
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    unsure = offset;
    MessageDigest sum = piece.digest();
    Copied copied;
    try {
      copied = copy(in, offset, sum);
      if (!copied.brokenOff() && !copied.tooMuch() && piece.isOf(sum.digest())) {
        Files.delete(mark);
        return new Came.Bytes(copied.offset(), false);
      }
      cutBack(offset);
    } finally {
      unsure = -1;
    }
    digest = before;
    digested = digestedBefore;
    if (copied.brokenOff()) {
      return new Came.Bytes(offset, true);
    }
    return new Came.Not(
        copied.tooMuch() ? new Written.TooMuch(offset) : new Written.WrongChecksum());
  }

  private record Copied(long offset, boolean brokenOff, boolean tooMuch) {}

  private Copied copy(InputStream in, long from, @Nullable MessageDigest sum) throws IOException {
    long offset = from;
    boolean broken = false;
    boolean tooMuch = false;
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      out.position(from);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (boolean over = false; !over; ) {
        Filled filled = fill(in, buffer);
        int n = (int) Math.min(filled.bytes(), length - offset);
        write(out, buffer, n);
        if (digested == offset) {
          digest.update(buffer, 0, n);
          digested += n;
        }
        if (sum != null) {
          sum.update(buffer, 0, n);
        }
        offset += n;
        broken = filled.brokenOff();
        tooMuch = n < filled.bytes();
        over = broken || tooMuch || filled.bytes() < buffer.length;
      }
      out.force(false);
    }
    return new Copied(offset, broken, tooMuch);
  }

  /// @param bytes less than the buffer holds only at the end
  private record Filled(int bytes, boolean brokenOff) {}

  /// The network brings small pieces; the disk gets large ones.
  private static Filled fill(InputStream in, byte[] buffer) {
    int filled = 0;
    try {
      while (filled < buffer.length) {
        int n = in.read(buffer, filled, buffer.length - filled);
        if (n < 0) {
          break;
        }
        filled += n;
      }
      return new Filled(filled, false);
    } catch (IOException e) {
      return new Filled(filled, true);
    }
  }

  private static void write(FileChannel out, byte[] buffer, int n) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(buffer, 0, n);
    while (left.hasRemaining()) {
      out.write(left);
    }
  }

  private void cutBack(long to) throws IOException {
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      out.truncate(to);
      out.force(true);
    }
    Files.deleteIfExists(mark);
  }

  /// What is to be done with the whole file, while no piece can come.
  interface Last<T> {
    T with(String sha256) throws IOException;
  }

  /// Reads what was not digested as it came, and hands the digest on.
  <T> T finish(Last<T> last) throws IOException {
    turn.lock();
    try {
      try (FileChannel in = FileChannel.open(part)) {
        in.position(digested);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = in.read(ByteBuffer.wrap(buffer));
            n >= 0;
            n = in.read(ByteBuffer.wrap(buffer))) {
          digest.update(buffer, 0, n);
          digested += n;
        }
      }
      return last.with(HexFormat.of().formatHex(cloned(digest).digest()));
    } finally {
      turn.unlock();
    }
  }

  /// @return whether it was thrown away; not while a piece comes in
  boolean discard() throws IOException {
    if (!turn.tryLock()) {
      return false;
    }
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(mark);
      return true;
    } finally {
      turn.unlock();
    }
  }

  private static MessageDigest cloned(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java's SHA-256 can be cloned", e);
    }
  }
}

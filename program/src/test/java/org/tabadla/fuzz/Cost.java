package org.tabadla.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/// Bounds what a work may use: bytes allocated and processor time of this thread, neither of which
/// depends on what else the machine does.
final class Cost {
  /// Ample for the smallest input.
  private static final long FIXED_MAX_BYTES = 64_000_000;

  /// The tree of a page of the smallest tags takes about 300 bytes a byte.
  private static final long INPUT_MAX_BYTES_PER_BYTE = 3_000;

  private static final long FIXED_MAX_NANOS = 5_000_000_000L;
  private static final long INPUT_MAX_NANOS_PER_BYTE = 20_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Cost() {}

  /// @return the bytes that a work allocates in this thread
  static long allocated(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /// Runs a work on an input of a size, and fails when it takes more than such an input may: twice,
  /// since the first to need a class or a table pays for loading it.
  static void bounded(int inputBytes, Runnable work) {
    String tooMuch = excess(inputBytes, work);
    if (tooMuch != null) {
      tooMuch = excess(inputBytes, work);
    }
    Promise.that(tooMuch == null, tooMuch + " for an input of " + inputBytes + " bytes");
  }

  private static @Nullable String excess(int inputBytes, Runnable work) {
    long began = THREADS.getCurrentThreadCpuTime();
    long bytes = allocated(work);
    long nanos = THREADS.getCurrentThreadCpuTime() - began;
    if (bytes > FIXED_MAX_BYTES + INPUT_MAX_BYTES_PER_BYTE * inputBytes) {
      return bytes + " bytes allocated";
    }
    return nanos > FIXED_MAX_NANOS + INPUT_MAX_NANOS_PER_BYTE * inputBytes
        ? nanos / 1_000_000 + " ms"
        : null;
  }
}

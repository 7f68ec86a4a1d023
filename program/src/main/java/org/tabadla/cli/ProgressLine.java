package org.tabadla.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.tabadla.flow.Progress;

/// Shows long work: count, rate and time left; on a terminal as one line that is rewritten,
/// elsewhere as plain lines now and then.
final class ProgressLine implements Progress {
  private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
  private static final long PLAIN_NANOS = Duration.ofSeconds(10).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean terminal;
  private final String what;
  private final LongSupplier nanos;
  private final long began;
  private long shown;
  private boolean drawn;

  ProgressLine(PrintStream err, String what) {
    this(err, what, isTerminal(), System::nanoTime);
  }

  ProgressLine(PrintStream err, String what, boolean terminal, LongSupplier nanos) {
    this.err = err;
    this.what = what;
    this.terminal = terminal;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.shown = began;
  }

  // There is none where the program runs without its console module, whatever the JDK's documents
  // say.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public synchronized void step(long done, long total) {
    long now = nanos.getAsLong();
    if (now - shown < (terminal ? REDRAW_NANOS : PLAIN_NANOS) && done != total) {
      return;
    }
    shown = now;
    String text = text(done, total, (now - began) / 1e9);
    if (terminal) {
      err.print(CLEAR + text);
      err.flush();
      drawn = true;
    } else {
      err.println(text);
    }
  }

  @Override
  public synchronized void line(String line) {
    if (drawn) {
      err.print(CLEAR);
      drawn = false;
    }
    err.println(line);
  }

  /// Ends the line that is rewritten.
  synchronized void done() {
    if (drawn) {
      err.println();
      drawn = false;
    }
  }

  private String text(long done, long total, double seconds) {
    double rate = seconds > 0 ? done / seconds : 0;
    String count = total < 0 ? Long.toString(done) : done + " of " + total;
    String left = total > done && rate > 0 ? ", " + left((total - done) / rate) + " left" : "";
    return what
        + ": "
        + count
        + ", "
        + String.format(Locale.ROOT, "%.1f", rate)
        + " a second"
        + left;
  }

  private static String left(double seconds) {
    long s = Math.round(seconds);
    return s < 60
        ? s + " s"
        : s < 3600 ? s / 60 + " min" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}

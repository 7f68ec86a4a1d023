package org.tabadla.flow;

/// Told how long work is getting on; the command line shows it as count, rate and time left.
public interface Progress {
  /// Says nothing.
  Progress SILENT =
      new Progress() {
        @Override
        public void step(long done, long total) {}

        @Override
        public void line(String line) {}
      };

  /// @param done how many are done
  /// @param total how many there will be, -1 while nobody knows
  void step(long done, long total);

  /// One line worth reading: a refusal, a page that is no article.
  void line(String line);
}

package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// What is kept of a text to find its copies.
///
/// @param runs 16 bits of the hash of each run of words, in order: two bytes a word, and one run in
///   a hundred is taken for another's at most
/// @param runWords how many words make one run
/// @param numbers hashes of the numbers, ascending
@SuppressWarnings("ArrayRecordComponent") // never compared
record Copied(String id, char[] runs, int runWords, int[] numbers) {
  private static final int MOST_RUNS = 700;
  private static final int MOST_NUMBERS = 60;
  private static final int FEWEST_NUMBERS = 3;
  private static final double SAME_NUMBERS = 0.6;

  /// A passage has so many words more than a run. Two more lose passages that were typed anew.
  private static final int MORE_OF_A_PASSAGE = 1;

  private static final int FEWEST_RUNS_OF_A_TEXT = 12;

  static Copied of(Profile profile) {
    int[] all = profile.runs();
    var runs = new char[Math.min(MOST_RUNS, all.length)];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = (char) all[i];
    }
    int[] numbers = profile.numbers();
    if (numbers.length > MOST_NUMBERS) {
      numbers = Arrays.copyOf(numbers, MOST_NUMBERS);
    }
    return new Copied(profile.id(), runs, profile.runWords(), numbers);
  }

  /// A passage is longer than what a language says alike anyway («نے کہا کہ», "on the other hand").
  /// A headline is too short to hold one: there each run counts.
  ///
  /// @return the share of words that stand in passages of `others`
  double taken(RunSet others) {
    boolean headline = runs.length < FEWEST_RUNS_OF_A_TEXT;
    return covered(others, headline ? runWords : runWords + MORE_OF_A_PASSAGE);
  }

  private double covered(RunSet others, int fewestWords) {
    if (runs.length == 0) {
      return 0;
    }
    int covered = 0;
    int first = -1;
    int end = 0;
    for (int i = 0; i < runs.length; i++) {
      if (others.contains(runs[i])) {
        if (first < 0 || i > end) {
          covered += end - first >= fewestWords && first >= 0 ? end - first : 0;
          first = i;
        }
        end = i + runWords;
      }
    }
    covered += first >= 0 && end - first >= fewestWords ? end - first : 0;
    return (double) covered / (runs.length + runWords - 1);
  }

  /// @return whether most numbers of the text that has fewer stand in the other too
  boolean sameNumbers(Copied other) {
    boolean fewer = numbers.length <= other.numbers.length;
    int[] some = fewer ? numbers : other.numbers;
    int[] more = fewer ? other.numbers : numbers;
    if (some.length < FEWEST_NUMBERS) {
      return true;
    }
    int same = 0;
    for (int number : some) {
      same += Arrays.binarySearch(more, number) >= 0 ? 1 : 0;
    }
    return same >= SAME_NUMBERS * some.length;
  }

  void write(DataOutput out) throws IOException {
    Packed.chars(out, runs);
    out.writeInt(runWords);
    Packed.ints(out, numbers);
  }

  static Copied read(String id, DataInput in) throws IOException {
    return new Copied(id, Packed.chars(in), in.readInt(), Packed.ints(in));
  }

  /// The runs of one text as a set of bits, used again for the next.
  static final class RunSet {
    private static final int WORDS = 1 << 10;
    private final long[] bits = new long[WORDS];
    private char[] held = {};

    void hold(char[] runs) {
      for (char run : held) {
        bits[run >>> 6] = 0;
      }
      for (char run : runs) {
        bits[run >>> 6] |= 1L << run;
      }
      held = runs;
    }

    boolean contains(char run) {
      return (bits[run >>> 6] & (1L << run)) != 0;
    }
  }
}

package org.tabadla.read;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// Tells how likely the lines of a page are of the article's body, in two looks: the first at each
/// line by itself and its surroundings, the second also at what the lines around were taken for at
/// the first.
///
/// The model is `lines.model`, grown on pages whose body people wrote down; `./tabadla train` makes
/// it again. It holds no words of any page, only bounds of {@link Trait}s.
final class LineModel {
  /// From here on a line is taken.
  static final float TAKEN = 0.5f;

  private static final int REASONS_MAX = 3;
  private static final float LINKS_MAX_SHARE = 0.7f;

  /// Sixty letters beside its links.
  private static final float PLAIN_MIN_UNITS = LineTraits.log(60);

  private static final float AMONG_LINKS_MIN_SHARE = 0.8f;
  private static final float FAR_LINKS_MIN_SHARE = 0.6f;

  private final LineTrees first;
  private final LineTrees second;

  LineModel(LineTrees first, LineTrees second) {
    this.first = first;
    this.second = second;
  }

  private static final class Shipped {
    static final LineModel MODEL = load();
  }

  static LineModel shipped() {
    return Shipped.MODEL;
  }

  private static LineModel load() {
    try (var file = LineModel.class.getResourceAsStream("lines.model")) {
      if (file == null) {
        throw new IllegalStateException("lines.model is missing: ./tabadla train makes it");
      }
      return read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("lines.model", e);
    }
  }

  /// @throws IOException when the bytes are no model
  /// @throws IllegalStateException when the model was made for other traits
  static LineModel read(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      int traits = in.readInt();
      if (traits != Trait.key()) {
        throw new IllegalStateException(
            "lines.model was made for other traits: ./tabadla train makes it anew");
      }
      return new LineModel(LineTrees.read(in), LineTrees.read(in));
    }
  }

  /// Writes what {@link #read} reads, unpacked.
  void write(DataOutputStream out) throws IOException {
    out.writeInt(Trait.key());
    first.write(out);
    second.write(out);
  }

  /// Short lines that are links among links are no body, and need no look.
  static boolean isWorthALook(LineTraits traits, int line) {
    return traits.get(line, Trait.UNITS) > 0
        && (traits.get(line, Trait.LINK_SHARE) <= LINKS_MAX_SHARE
            || traits.get(line, Trait.PLAIN_UNITS) >= PLAIN_MIN_UNITS
            || traits.get(line, Trait.PARENT_LINKS) < AMONG_LINKS_MIN_SHARE
            || traits.get(line, Trait.GRAND_LINKS) < FAR_LINKS_MIN_SHARE);
  }

  /// Looks twice, and leaves in the traits what came of the first look.
  ///
  /// @return how likely each line is of the body, 0 to 1
  float[] chances(LineTraits traits) {
    traits.look(chances(traits, first));
    return chances(traits, second);
  }

  static float[] chances(LineTraits traits, LineTrees trees) {
    int[] looked = IntStream.range(0, traits.size()).filter(i -> isWorthALook(traits, i)).toArray();
    var rows = new float[looked.length][];
    for (int i = 0; i < looked.length; i++) {
      rows[i] = traits.row(looked[i]);
    }
    float[] scores = trees.scores(rows);
    float[] chances = new float[traits.size()];
    for (int i = 0; i < looked.length; i++) {
      chances[looked[i]] = LineTrees.chance(scores[i]);
    }
    return chances;
  }

  /// @return in plain words what spoke most for and against a line; the effects are in log-odds
  String why(LineTraits traits, int line) {
    if (!isWorthALook(traits, line)) {
      return "a link among links";
    }
    float[] effects = new float[Trait.ALL];
    second.explain(traits.row(line), effects);
    float[] atFirst = new float[Trait.ALL];
    first.explain(traits.row(line), atFirst);
    return "at first by " + reasons(atFirst) + "; then by " + reasons(effects);
  }

  private static String reasons(float[] effects) {
    List<Integer> order =
        IntStream.range(0, effects.length)
            .boxed()
            .sorted(Comparator.comparingDouble(trait -> -Math.abs(effects[trait])))
            .limit(REASONS_MAX)
            .toList();
    var out = new ArrayList<String>();
    for (int trait : order) {
      String sign = effects[trait] < 0 ? "−" : "+";
      String size = String.format(Locale.ROOT, "%.1f", Math.abs(effects[trait]));
      out.add(Trait.at(trait).words + " (" + sign + size + ")");
    }
    return String.join(", ", out);
  }
}

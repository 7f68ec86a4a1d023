package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LineModelTest {
  private static final TreeGrower.Plan PLAN =
      new TreeGrower.Plan(
          30, 8, 0.5, 1, 1, 1, EnumSet.of(Trait.UNITS, Trait.LINK_SHARE, Trait.BOLD));

  /// Body is what is long and no link, or short and bold: no single trait tells.
  private static List<TreeGrower.Example> examples() {
    var random = new Random(3);
    var out = new ArrayList<TreeGrower.Example>();
    for (int i = 0; i < 800; i++) {
      float[] row = new float[Trait.ALL];
      row[Trait.UNITS.place()] = random.nextInt(10);
      row[Trait.LINK_SHARE.place()] = random.nextFloat();
      row[Trait.BOLD.place()] = random.nextInt(2);
      boolean isLong = row[Trait.UNITS.place()] > 4;
      boolean isBody = isLong ? row[Trait.LINK_SHARE.place()] < 0.5 : row[Trait.BOLD.place()] > 0;
      out.add(new TreeGrower.Example(row, isBody, 1, i % 50));
    }
    return out;
  }

  private static float score(LineTrees trees, float[] row) {
    return trees.scores(new float[][] {row})[0];
  }

  @Test
  void treesLearnWhatNoSingleTraitTells() {
    LineTrees trees = new TreeGrower(examples(), PLAN).grow();
    // Bins part the link shares near one half only roughly.
    long right = examples().stream().filter(e -> score(trees, e.row()) > 0 == e.isBody()).count();
    assertThat(right).isGreaterThan(784);
  }

  @Test
  void theSameExamplesGiveTheSameTrees() {
    LineTrees one = new TreeGrower(examples(), PLAN).grow();
    LineTrees other = new TreeGrower(examples(), PLAN).grow();
    assertThat(one.bounds).isEqualTo(other.bounds);
    assertThat(one.values).isEqualTo(other.values);
  }

  @Test
  void whatTraitsDidToAScoreAddsUpToIt() {
    LineTrees trees = new TreeGrower(examples(), PLAN).grow();
    float[] row = examples().getFirst().row();
    float[] effects = new float[Trait.ALL];
    trees.explain(row, effects);
    float sum = 0;
    for (float effect : effects) {
      sum += effect;
    }
    float roots = 0;
    for (int root : trees.roots) {
      roots += trees.values[root];
    }
    assertThat(sum + roots)
        .isCloseTo(score(trees, row), org.assertj.core.data.Offset.offset(1e-3f));
    assertThat(effects[Trait.DIGIT_SHARE.place()]).isZero();
  }

  @Test
  void aModelIsReadAsItWasWritten() throws IOException {
    LineTrees trees = new TreeGrower(examples(), PLAN).grow();
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      new LineModel(trees, trees).write(out);
    }
    LineModel model = LineModel.read(bytes.toByteArray());
    var again = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(again))) {
      model.write(out);
    }
    assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
  }

  @Test
  void aModelForOtherTraitsIsRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(Trait.key() + 1);
    }
    assertThatThrownBy(() -> LineModel.read(bytes.toByteArray()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("./tabadla train");
  }

  @Test
  void theShippedModelIsSmall() throws IOException {
    try (var file = LineModel.class.getResourceAsStream("lines.model")) {
      assertThat(file).isNotNull();
      assertThat(file.readAllBytes().length).isBetween(10_000, 200_000);
    }
  }
}

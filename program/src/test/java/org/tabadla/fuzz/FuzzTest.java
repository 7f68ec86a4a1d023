package org.tabadla.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every promise is kept on what once broke one, on all that was kept of long runs, and on a few
/// seconds of inputs made anew, always the same ones.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FuzzTest {
  private static final long SEED = 20250711;

  private static Kept kept(FuzzTarget target) {
    return Kept.of(Path.of(""), target);
  }

  @TestFactory
  Stream<DynamicTest> whatOnceBrokeAPromiseKeepsItNow() {
    return Stream.of(FuzzTarget.values())
        .flatMap(target ->
            kept(target).crashes().stream()
                .map(crash ->
                    DynamicTest.dynamicTest(
                        target.word() + ": " + crash, () -> target.read(crash.bytes().array()))));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKeptIsReadAsPromised(FuzzTarget target) {
    Kept kept = kept(target);
    assertThat(kept.seeds()).isNotEmpty();
    kept.all().forEach(input -> read(target, input.bytes().array(), input.name()));
  }

  @ParameterizedTest
  @EnumSource
  void aShortRunBreaksNoPromise(FuzzTarget target) {
    Kept kept = kept(target);
    List<byte[]> inputs = kept.all().stream().map(input -> input.bytes().array()).toList();
    assertThat(kept.words()).isNotEmpty();
    var mutations = new Mutations(SEED, inputs, kept.words());
    for (int i = 0; i < target.shortRuns; i++) {
      read(target, mutations.next(), "input " + i);
    }
  }

  private static void read(FuzzTarget target, byte[] bytes, String name) {
    try {
      target.read(bytes);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      fail(target.word() + ", " + name + ": " + Escaped.of(bytes), e);
    }
  }

  @Test
  void aBrokenPromiseIsSeen() {
    assertThatThrownBy(() -> Promise.shown("title", "half \uD83D"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Promise.shown("title", "turned \u202E"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Promise.web("picture", "javascript:x()"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Cost.bounded(1, () -> assertThat(new byte[80_000_000]).isNotNull()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void inputsAreWrittenInOneLineAndReadBack() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(Escaped.of(all)).isPrintable().doesNotContain("\n", "\t");
    assertThat(Escaped.bytes(Escaped.of(all))).isEqualTo(all);
  }

  @Test
  void theLinesBeforeABodyAreItsHeaders() {
    byte[] bytes = "lang: ur\nnow: never\nother: x\nlang: en\n".getBytes(StandardCharsets.UTF_8);
    FuzzInput input = FuzzInput.of(bytes);
    assertThat(input.header("lang")).isEqualTo("ur");
    assertThat(input.now()).isNull();
    assertThat(input.body().array()).asString(StandardCharsets.UTF_8).startsWith("other: x\n");
  }
}

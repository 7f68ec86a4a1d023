package org.tabadla.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KindsTest {
  private sealed interface Event {
    record Told() implements Event {}

    record Kept() implements Event {}
  }

  @Test
  void aNameLeadsToItsClassAndBack() {
    Kinds<Event> kinds =
        Kinds.of(Event.class, Map.of("told", Event.Told.class, "kept", Event.Kept.class));
    assertThat(kinds.of(new Event.Told())).isEqualTo("told");
    assertThat(kinds.named("kept")).isEqualTo(Event.Kept.class);
    assertThat(kinds.named("sung")).isNull();
  }

  @Test
  void everyKindHasOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kinds.of(Event.class, Map.of("told", Event.Told.class)))
        .withMessageContaining("Kept");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Kinds.of(
                Event.class,
                Map.of(
                    "told", Event.Told.class, "said", Event.Told.class, "kept", Event.Kept.class)))
        .withMessageContaining("two names");
  }
}

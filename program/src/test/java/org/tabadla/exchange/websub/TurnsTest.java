package org.tabadla.exchange.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns<Integer> turns = new Turns<>(2);

  private List<String> take(int most) {
    return turns.take(most).stream().map(turn -> turn.party() + turn.job()).toList();
  }

  @Test
  void partiesTakeTurnsAndNoneHasMoreThanItsPlaces() {
    for (int i = 1; i <= 4; i++) {
      turns.add("a", i);
    }
    turns.add("b", 1);
    assertThat(take(10)).containsExactly("a1", "b1", "a2");
    assertThat(take(10)).isEmpty();
    turns.done("a");
    assertThat(take(10)).containsExactly("a3");
    assertThat(turns.waiting()).isEqualTo(1);
  }

  @Test
  void nobodyIsAlwaysFirst() {
    for (int i = 1; i <= 2; i++) {
      turns.add("a", i);
      turns.add("b", i);
    }
    assertThat(take(1)).containsExactly("a1");
    assertThat(take(1)).containsExactly("b1");
  }

  @Test
  void aSiteIsWhatOneOwnerHas() {
    assertThat(HubAddress.site("https://a.b.news.example/x")).isEqualTo("news.example");
    assertThat(HubAddress.site("https://feeds.dawn.com.pk/x")).isEqualTo("dawn.com.pk");
    assertThat(HubAddress.site("http://127.0.0.1:99/x")).isEqualTo("127.0.0.1");
    assertThat(HubAddress.site("http://[2001:db8::1]/x")).isEqualTo("[2001:db8::1]");
    assertThat(HubAddress.site("http://localhost/")).isEqualTo("localhost");
  }
}

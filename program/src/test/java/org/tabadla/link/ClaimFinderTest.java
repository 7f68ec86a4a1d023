package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

class ClaimFinderTest {
  private final ClaimFinder finder = new ClaimFinder();

  private static Text en(String words) {
    return new Text(words, Lang.EN);
  }

  private static Text ur(String words) {
    return new Text(words, Lang.UR);
  }

  @Test
  void aClaimIsFoundAsSoonAsItIsToldAndByTheBeginningOfAWord() {
    finder.take("dam", en("The gates of Rawal Dam were opened at night without a warning"));
    finder.take("bus", en("The blue buses of Multan run on used cooking oil"));
    assertThat(finder.find(en("rawal da"), 5)).containsExactly("dam");
    assertThat(finder.find(en("coo"), 5)).containsExactly("bus");
    assertThat(finder.find(en("volcano"), 5)).isEmpty();
  }

  @Test
  void aReaderOfUrduMayAskInEnglishAndInUrdu() {
    finder.take("air", en("Pakistan and Uzbekistan closed their airports to each other"));
    finder.take("dam", en("The gates of a dam were opened at night"));
    assertThat(finder.find(ur("پاکستان اور ازبکستان کے ہوائی اڈے بند"), 5)).startsWith("air");
    // Stemmed as English, though the reader reads in Urdu.
    assertThat(finder.find(ur("gates opening of dams "), 5)).containsExactly("dam");
  }

  @Test
  void aSearchWaitsForAFewClaimsAndTheRestIsTakenInBehindIt() {
    for (int i = 0; i < 1_000; i++) {
      finder.take("c" + i, en("The well number " + i + " of the valley has run dry"));
    }
    assertThat(finder.find(en("well 999 valley "), 1)).isNotEmpty().doesNotContain("c999");
    finder.catchUp();
    assertThat(finder.find(en("well 999 valley "), 1)).containsExactly("c999");
  }

  @Test
  void catchingUpEndsWhenTheHouseShuts() {
    finder.take("c", en("The moon is made of salt"));
    finder.halt();
    finder.catchUp();
    // A search still takes in what it can.
    assertThat(finder.find(en("salt moon "), 1)).containsExactly("c");
  }
}

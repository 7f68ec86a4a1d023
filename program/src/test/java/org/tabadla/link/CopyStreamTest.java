package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabadla.link.CopyStream.Answer;
import org.tabadla.model.Lang;

class CopyStreamTest {
  private static final String WIRE =
      "The canal was opened on Tuesday by the minister, who praised the 300 workers that had dug"
          + " it in two winters. Boats will carry wheat to the coast from spring.";

  private final CopyStream stream = new CopyStream();

  private Answer add(String id, String group, String text) {
    return stream.add(id, group, Lang.EN, "", text, null);
  }

  private static String bulletin(int gold, int silver, int dollar) {
    return "Gold was sold at "
        + gold
        + " rupees a tola, silver stood at "
        + silver
        + " rupees, the dollar closed at "
        + dollar
        + " rupees in the interbank market, and traders expect prices to stay as they are.";
  }

  @Test
  void aCopyWithADatelineIsFound() {
    add("a", "", WIRE);
    Answer copy = add("b", "", "KARACHI (PPI) - " + WIRE);
    assertThat(copy.copyOf()).isEqualTo("a");
    assertThat(copy.cluster()).isEqualTo("a");
    assertThat(copy.overlap()).isBetween(0.8, 0.99);
  }

  @Test
  void aBriefTakenFromALongTextIsACopy() {
    add("a", "", WIRE);
    Answer brief = add("b", "", WIRE.substring(0, WIRE.indexOf(',')));
    assertThat(brief.copyOf()).isEqualTo("a");
    assertThat(brief.overlap()).isEqualTo(1);
  }

  @Test
  void bulletinsThatDifferOnlyInNumbersAreNoCopies() {
    add("a", "", bulletin(232_185, 2_496, 288));
    Answer next = add("b", "", bulletin(253_715, 2_722, 279));
    assertThat(next.copyOf()).isNull();
    assertThat(next.overlap()).isGreaterThan(0.5);
  }

  @Test
  void whatALanguageSaysAlikeAnywayIsNoPassageOfAnother() {
    add("a", "", WIRE);
    Answer other =
        add("b", "", "A hospital was opened on Monday; doctors say that had dug wells dried up.");
    assertThat(other.copyOf()).isNull();
    assertThat(other.overlap()).isZero();
    Answer taken =
        add("c", "", "Elsewhere boats will carry wheat to the coast, and a school was painted.");
    assertThat(taken.overlap()).isBetween(0.4, 0.6);
  }

  @Test
  void groupsKnowNothingOfEachOther() {
    add("a", "one", WIRE);
    Answer other = add("b", "two", WIRE);
    assertThat(other.copyOf()).isNull();
    assertThat(other.overlap()).isZero();
  }
}

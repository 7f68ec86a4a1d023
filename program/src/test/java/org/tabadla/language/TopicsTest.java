package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabadla.language.Topics.Topic;
import org.tabadla.model.Lang;

class TopicsTest {
  @Test
  void everyTopicHasAnUrduLabelInUrduLetters() {
    assertThat(Topics.IPTC.all()).hasSizeGreaterThan(130);
    assertThat(Topics.IPTC.all())
        .allSatisfy(topic -> {
          String urdu = topic.labels().get("ur");
          assertThat(urdu).as(topic.code()).isNotBlank();
          // Arabic kaf and yeh, which look alike and are other letters.
          assertThat(urdu).doesNotContain("ك", "ي", "ى", "ه");
        });
  }

  @Test
  void noTwoTopicsShareAnUrduLabel() {
    assertThat(Topics.IPTC.all().stream().map(t -> t.label(Lang.UR))).doesNotHaveDuplicates();
  }

  @Test
  void aTopicIsFoundByCodeAddressAndLabel() {
    Topic politics = Topics.IPTC.byCode("medtop:11000000");
    assertThat(politics).isNotNull();
    assertThat(Topics.IPTC.byCode("http://cv.iptc.org/newscodes/mediatopic/11000000"))
        .isEqualTo(politics);
    assertThat(Topics.IPTC.byLabel("سیاست")).isEqualTo(politics);
    assertThat(Topics.IPTC.byLabel("Politics")).isEqualTo(politics);
    assertThat(Topics.IPTC.byCode("medtop:99999999")).isNull();
  }

  @Test
  void everyTopicOfTheSecondLevelHasOneAbove() {
    assertThat(Topics.IPTC.all())
        .filteredOn(t -> t.broader() != null)
        .allMatch(t -> Topics.IPTC.byCode(String.valueOf(t.broader())) != null);
  }
}

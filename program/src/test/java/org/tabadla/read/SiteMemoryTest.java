package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.read.SitePages.html;
import static org.tabadla.read.SitePages.learn;
import static org.tabadla.read.SitePages.page;
import static org.tabadla.read.SitePages.paragraphs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Page;

class SiteMemoryTest {
  private static final int MANY_PAGES = 10_000;
  private static final int HOSTILE_ROUNDS = 20_000;
  private static final long APPEAL = 7;
  private static final long RARE = 8;

  private static SiteMemory ofPages(int count) {
    SiteMemory memory = SiteMemory.NONE;
    for (int i = 0; i < count; i++) {
      memory = learn(memory, page("a" + i, html(paragraphs(i, 5))));
    }
    return memory;
  }

  /// A page of many lines, none of which stands elsewhere but the appeal.
  private static PageTrace trace(Random random, int article) {
    var lines = new ArrayList<PageTrace.Seen>();
    lines.add(new PageTrace.Seen(APPEAL, List.of(), 1, true, 90));
    if (article % 100 == 0) {
      lines.add(new PageTrace.Seen(RARE, List.of(), 2, true, 90));
    }
    for (int i = 0; i < 60; i++) {
      long key = random.nextLong(1L << LineKeys.KEY_BITS);
      List<Long> near = List.of(random.nextLong(1L << LineKeys.KEY_BITS), key ^ 1, key ^ 2);
      lines.add(new PageTrace.Seen(key, near, random.nextLong(2_000), true, 90));
    }
    return new PageTrace(article, lines);
  }

  @Test
  void comesBackFromTheStoreAsItWas() {
    SiteMemory memory = ofPages(12);
    SiteMemory back = SiteMemory.of(memory.bytes());
    assertThat(back.pages()).isEqualTo(12);
    assertThat(back.bytes()).isEqualTo(memory.bytes());
    assertThat(back.articles()).isEqualTo(memory.articles());
    assertThat(back.texts().keys).isEqualTo(memory.texts().keys);
    assertThat(back.texts().marks).isEqualTo(memory.texts().marks);
    assertThat(back.paths().marks).isEqualTo(memory.paths().marks);
    assertThat(back.paths().lasts).isEqualTo(memory.paths().lasts);
  }

  @Test
  void staysWithinItsBoundOnALargeSiteAndKeepsWhatRecurs() {
    var random = new Random(1);
    SiteMemory memory = SiteMemory.NONE;
    int largest = 0;
    for (int i = 1; i <= MANY_PAGES; i++) {
      memory = memory.after(trace(random, i));
      if (i % 500 == 0) {
        largest = Math.max(largest, memory.bytes().length);
      }
    }
    assertThat(memory.pages()).isEqualTo(MANY_PAGES);
    assertThat(largest).isBetween(20_000, SiteMemory.MOST_BYTES);
    assertThat(memory.texts().size()).isLessThanOrEqualTo(SiteMemory.MOST_TEXTS);
    assertThat(memory.text(APPEAL).others()).isEqualTo(MANY_PAGES);
    assertThat(memory.text(APPEAL).isEverywhere()).isTrue();
    assertThat(memory.text(RARE).isEverywhere()).isFalse();
  }

  @Test
  void forgetsWhatTheSiteNoLongerShows() {
    var random = new Random(2);
    SiteMemory memory = SiteMemory.NONE;
    long old = 99;
    for (int i = 1; i <= 3; i++) {
      var lines = new ArrayList<>(trace(random, i).lines());
      lines.add(new PageTrace.Seen(old, List.of(), 3, true, 90));
      memory = memory.after(new PageTrace(i, lines));
    }
    assertThat(memory.text(old).others()).isEqualTo(3);
    for (int i = 4; i <= 400; i++) {
      memory = memory.after(trace(random, i));
    }
    assertThat(memory.text(old).others()).isZero();
  }

  @Test
  void anyBytesAreAMemoryOrNone() {
    byte[] good = ofPages(6).bytes();
    var random = new Random(3);
    for (int i = 0; i < HOSTILE_ROUNDS; i++) {
      byte[] bad = i % 2 == 0 ? good.clone() : new byte[random.nextInt(200)];
      if (i % 2 == 0) {
        for (int k = 0; k < 1 + random.nextInt(4); k++) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
        bad = Arrays.copyOf(bad, bad.length - (i % 4 == 0 ? random.nextInt(bad.length) : 0));
      } else {
        random.nextBytes(bad);
        if (bad.length > 0) {
          bad[0] = 1;
        }
      }
      SiteMemory memory = SiteMemory.of(bad);
      assertThat(memory.bytes().length).isLessThanOrEqualTo(SiteMemory.MOST_BYTES);
      Page page = page("b", html(paragraphs(70, 4)));
      if (i % 100 == 0) {
        assertThat(SitePages.body(page, learn(memory, page))).isNotEmpty();
      }
    }
  }

  @Test
  void anUnknownVersionIsAnEmptyMemory() {
    byte[] bytes = ofPages(3).bytes();
    bytes[0]++;
    assertThat(SiteMemory.of(bytes)).isSameAs(SiteMemory.NONE);
    assertThat(SiteMemory.of(new byte[0])).isSameAs(SiteMemory.NONE);
  }

  @Test
  void aPageTeachesTheSameWhateverIsKnown() {
    Page page = page("a1", html(paragraphs(1, 5)));
    assertThat(SitePages.report(page, ofPages(5)).trace())
        .isEqualTo(SitePages.report(page, SiteMemory.NONE).trace());
  }

  @Test
  void nearlyTheSameLongWordsShareTwoOfThreeDigests() {
    String one = String.join(" ", paragraphs(5, 1)) + " It was read by 12 people in 3 towns.";
    String two = one.replace("12", "977").replace("3 towns", "41 towns");
    assertThat(LineKeys.near(one)).hasSize(3).isEqualTo(LineKeys.near(two));
    assertThat(LineKeys.of(one)).isNotEqualTo(LineKeys.of(two));
    assertThat(LineKeys.near(one))
        .doesNotContainAnyElementsOf(LineKeys.near(paragraphs(6, 1).getFirst()));
  }

  @Test
  void chineseWordsAreNearByTheirSigns() {
    String one = "本网所有文章均为编辑部原创，未经许可不得转载，违者必究，今日阅读数为12次。";
    assertThat(LineKeys.near(one)).hasSize(3).isEqualTo(LineKeys.near(one.replace("12", "3578")));
  }
}

package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BylineTest {
  static Stream<String[]> bylines() {
    return CharsetLabels.rows("bylines.tsv").stream().map(row -> row.split("\t", -1));
  }

  @ParameterizedTest
  @MethodSource("bylines")
  void aBylineNamesPeopleOrElseDesks(String names, String words) {
    Byline byline = Byline.of(words, true);
    List<String> named = byline.people().isEmpty() ? byline.desks() : byline.people();

    assertThat(named.isEmpty() ? "-" : String.join(", ", named)).isEqualTo(names);
  }

  @Test
  void helpersAreApartWithTheirRoles() {
    Byline byline = Byline.of("By Ada Brook Edited by Ben Stone Photos by Cem Kaya", true);

    assertThat(byline.people()).containsExactly("Ada Brook");
    assertThat(byline.helpers())
        .containsExactly(
            new Byline.Helper("edited by", "Ben Stone"),
            new Byline.Helper("photos by", "Cem Kaya"));
  }

  @Test
  void aNameThatIsGivenAsANameMayBeginLikeABylineWord() {
    assertThat(Byline.of("Di Wu", false).people()).containsExactly("Di Wu");
  }

  @Test
  void chineseReportersAreReadWithoutSpacesAndInBrackets() {
    assertThat(HanByline.in("新华网黑龙江频道 记者 李明 王红梅")).containsExactly("李明", "王红梅");
    assertThat(HanByline.in("作者：青山不改 时间：2005-08-22")).containsExactly("青山不改");
    assertThat(HanByline.in("撰文/张三丰")).containsExactly("张三丰");
    assertThat(HanByline.in("홍길동 기자")).containsExactly("홍길동");
    assertThat(HanByline.atEnd("会议今天闭幕。（晚报记者 李明）")).containsExactly("李明");
    assertThat(HanByline.editors("(责编：李明、王红梅)")).containsExactly("李明", "王红梅");
  }

  @Test
  void chineseWordsThatOnlyLookLikeNamesAreNone() {
    assertThat(HanByline.in("他接受记者采访，讲起往事")).isEmpty();
    assertThat(HanByline.atEnd("回复 09:02 (无内容)")).isEmpty();
    assertThat(HanByline.in("与作者联系（英文）")).isEmpty();
  }

  @Test
  void aLongLineOfOneKindTakesNoLongerThanItsLength() {
    String line = "by ".repeat(100_000);

    assertThat(Byline.of(line, true).people()).isEmpty();
  }
}

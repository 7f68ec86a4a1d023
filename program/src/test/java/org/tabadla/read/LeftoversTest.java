package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static String decodedTwice(String text) {
    // The five bytes that windows-1252 leaves free become C1 controls, as browsers have it.
    var out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      String read = new String(new byte[] {b}, WINDOWS_1252);
      out.append(read.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : read);
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "وزرا نے نظام الاوقات پر اتفاق کیا",
        "<p>تجارت 25 فیصد بڑھی۔</p>",
        "Министры согласовали график работы",
        "मंत्रियों ने समय सारिणी पर सहमति दी",
        "部长们商定了时间表并签署了协议"
      })
  void textThatWasDecodedTwiceIsReadOnce(String text) {
    assertThat(Leftovers.mended(decodedTwice(text))).isEqualTo(text);
    assertThat(Leftovers.mended(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Smørrebrød på Ærø: Øl & Åså",
        "\u00D8\u00A7 is how a lone alef looks when it is misread",
        "«À la carte», déjà vu, naïveté, garçon",
        "Ñandú y cigüeña",
        "à 20 °C, ½ l, 5 €"
      })
  void latinTextStays(String text) {
    assertThat(Leftovers.mended(text)).isSameAs(text);
  }

  // seen initial, lam medial, alef final, meem isolated
  private static final String SHAPED = "\uFEB3\uFEE0\uFE8E\uFEE1 ";

  @Test
  void aPageThatIsWrittenInShapesGetsTheirLetters() {
    String page = "<p>" + SHAPED.repeat(60) + "</p>";
    assertThat(Leftovers.mended(page)).isEqualTo("<p>" + "سلام ".repeat(60) + "</p>");
    // peh, tteh, farsi yeh, heh goal, lam with alef
    assertThat(Leftovers.mended(page + "\uFB58\uFB67\uFBFD \uFBA6 \uFEFB")).endsWith("پٹی ہ لا");
  }

  @Test
  void aVerseInShapesStays() {
    String page = "<p>" + "وزرا نے اتفاق کیا ".repeat(60) + "</p><q>" + SHAPED.repeat(60) + "</q>";
    assertThat(Leftovers.mended(page)).isEqualTo(page);
    assertThat(Leftovers.mended(SHAPED)).isEqualTo(SHAPED);
  }

  @Test
  void aLineThatStandsAsItLookedIsTurnedRound() {
    String looked = "\uFEE1\uFE8E\uFEE0\uFEB3 \uFEEA\uFB90\uFEE0\uFEE3";
    assertThat(Leftovers.mended(looked)).isEqualTo("ملكه سلام".replace('ك', 'ک'));
  }

  @Test
  void aShapeAmongLettersStays() {
    assertThat(Leftovers.mended("یہ \uFEFB ہے")).isEqualTo("یہ \uFEFB ہے");
  }

  @Test
  void signsStayAsTheyAre() {
    String signs = "\uFDFA \uFDFD \uFD3E1\uFD3F \uE001";
    assertThat(Leftovers.mended(signs)).isSameAs(signs);
  }

  @Test
  void pagesAreDecodedSo() {
    String twice = decodedTwice("وزرا نے نظام الاوقات پر اتفاق کیا");
    byte[] body = ("<p>" + twice + "</p>").getBytes(StandardCharsets.UTF_8);
    assertThat(Charsets.read(body, null, Charsets.Kind.HTML).text())
        .isEqualTo("<p>وزرا نے نظام الاوقات پر اتفاق کیا</p>");
    assertThat(
            Charsets.text(
                ("<a>" + SHAPED.repeat(60) + "</a>").getBytes(StandardCharsets.UTF_8), null))
        .contains("<a>سلام سلام");
  }
}

package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CharsetsTest {
  private static final String URDU_WITHOUT_FARSI_YEH =
      "حكومت نے سكول كے بچوں كو كتابوں كا تحفہ دے كر ان كا دل خوش كر ديا";

  private static String html(String head, String body, String charset) {
    String page = "<html><head>" + head + "</head><body><p>" + body + "</p></body></html>";
    return Charsets.detect(page.getBytes(Charset.forName(charset)), null, Charsets.Kind.HTML);
  }

  @Test
  void unlabelledBytesAreKnownByTheirLetters() {
    assertThat(html("", URDU_WITHOUT_FARSI_YEH, "windows-1256")).isEqualTo("windows-1256");
    assertThat(html("", "Президент подписал новый закон о печати", "windows-1251"))
        .isEqualTo("windows-1251");
    assertThat(html("", "Президент подписал новый закон о печати", "KOI8-R")).isEqualTo("koi8-r");
    assertThat(html("", "两国政府在会议上签署了合作协议，双方表示满意。", "GBK")).isEqualTo("gbk");
    assertThat(html("", "兩國政府在會議上簽署了合作協議，雙方表示滿意。", "Big5")).isEqualTo("big5");
    assertThat(html("", "政府は新しい計画について発表しました。", "Shift_JIS")).isEqualTo("shift_jis");
    assertThat(html("", "政府は新しい計画について発表しました。", "EUC-JP")).isEqualTo("euc-jp");
    assertThat(html("", "정부는 새로운 계획을 발표했다고 밝혔다", "EUC-KR")).isEqualTo("euc-kr");
    assertThat(html("", "Η κυβέρνηση ανακοίνωσε το νέο σχέδιο", "windows-1253"))
        .isEqualTo("windows-1253");
    assertThat(
            html("", "Rząd ogłosił wczoraj wieczorem nową ustawę łączącą spółki", "windows-1250"))
        .isEqualTo("windows-1250");
    assertThat(html("", "Le gouvernement a été informé dès la création du comité", "windows-1252"))
        .isEqualTo("windows-1252");
  }

  @Test
  void validUtf8OverrulesAWrongLabel() {
    assertThat(html("<meta charset=gb2312>", "شنگھائی تعاون تنظیم", "UTF-8")).isEqualTo("utf-8");
  }

  @Test
  void aUtf8LabelOnOtherBytesIsNotBelieved() {
    assertThat(html("<meta charset=utf-8>", "Президент подписал новый закон", "windows-1251"))
        .isEqualTo("windows-1251");
  }

  @Test
  void aLabelOfOneScriptOnTheBytesOfAnotherIsNotBelieved() {
    String russian = "Президент подписал новый закон о печати и других средствах информации";
    assertThat(html("<meta charset=windows-1251>", russian, "KOI8-R")).isEqualTo("koi8-r");
    assertThat(html("<meta charset=koi8-r>", russian, "windows-1251")).isEqualTo("windows-1251");
    assertThat(
            html("<meta charset=windows-1251>", russian.toUpperCase(Locale.ROOT), "windows-1251"))
        .isEqualTo("windows-1251");
    String urdu = URDU_WITHOUT_FARSI_YEH;
    assertThat(html("<meta charset=windows-1251>", urdu, "windows-1256")).isEqualTo("windows-1256");
    assertThat(html("<meta charset=windows-1256>", urdu, "windows-1256")).isEqualTo("windows-1256");
    String chinese = "兩國政府在會議上簽署了合作協議，雙方表示滿意。記者從會場報道說，代表們都很高興。";
    assertThat(html("<meta charset=big5>", chinese, "Big5")).isEqualTo("big5");
    assertThat(html("<meta charset=windows-1251>", chinese, "Big5")).isEqualTo("big5");
  }

  @Test
  void aWholeLabelledPageKeepsItsLabel() {
    for (String[] page :
        new String[][] {
          {"iso-8859-2", "Rząd ogłosił wczoraj wieczorem nową ustawę łączącą spółki i związki"},
          {"windows-1254", "Türkiye'nin başkenti Ankara'da görüşmeler yapıldı, işçiler çağrıldı"},
          {"gbk", "两国政府在会议上签署了合作协议，双方表示满意。记者从会场报道说，代表们很高兴。"},
          {"euc-kr", "정부는 새로운 계획을 발표했다고 밝혔다. 기자들은 회의장에서 소식을 전했다."},
          {"shift_jis", "政府は新しい計画について発表しました。記者たちは会場から伝えています。"},
          {"windows-874", "รัฐบาลประกาศแผนใหม่เมื่อวานนี้ และนักข่าวรายงานจากที่ประชุม"},
          {
            "windows-1253", "Η κυβέρνηση ανακοίνωσε το νέο σχέδιο και οι δημοσιογράφοι το μετέδωσαν"
          },
          {"koi8-u", "Президент підписав новий закон про пресу та інші засоби інформації"}
        }) {
      String charset = page[0];
      assertThat(html("<meta charset=" + charset + ">", page[1], charset)).isEqualTo(charset);
    }
  }

  @Test
  void utf16WithoutAMarkIsKnownByItsFirstTag() {
    byte[] feed = "<rss version='2.0'/>".getBytes(StandardCharsets.UTF_16LE);
    assertThat(Charsets.detect(feed, null, Charsets.Kind.XML)).isEqualTo("utf-16le");
    assertThat(Charsets.text("<rss/>".getBytes(StandardCharsets.UTF_16BE), "text/xml"))
        .isEqualTo("<rss/>");
  }

  @Test
  void aMetaTagFarDownIsStillFound() {
    String script = "<script>" + "x=1;".repeat(5000) + "</script>";
    assertThat(html(script + "<meta charset=big5>", "plain", "UTF-8")).isEqualTo("big5");
  }

  @Test
  void decodingDropsTheByteOrderMark() {
    byte[] body = "\uFEFF<p>خبر".getBytes(StandardCharsets.UTF_8);
    assertThat(Charsets.decode(body, "utf-8")).isEqualTo("<p>خبر");
  }
}

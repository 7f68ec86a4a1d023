package org.tabadla.understand.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;
import org.tabadla.model.Quote;
import org.tabadla.model.Span;

class QuoteReaderTest {
  private static Quote only(String text, String lang) {
    List<Quote> quotes = QuoteReader.of(text, new Lang(lang));
    assertThat(quotes).as("%s", text).hasSize(1);
    Quote quote = quotes.getFirst();
    assertThat(quote.span().of(text)).isEqualTo(quote.words());
    assertThat(quote.speakerSpan().of(text)).isEqualTo(quote.speaker());
    return quote;
  }

  private static void says(String text, String lang, String speaker, String words, boolean direct) {
    Quote quote = only(text, lang);
    assertThat(quote.speaker()).isEqualTo(speaker);
    assertThat(quote.words()).isEqualTo(words);
    assertThat(quote.isDirect()).isEqualTo(direct);
  }

  @Test
  void urduTellsTheSpeakerBeforeTheVerb() {
    says(
        "کوئٹہ: صوبائی وزیر آبپاشی نے کہا ہے کہ ڈیم کا پشتہ محفوظ ہے۔",
        "ur",
        "صوبائی وزیر آبپاشی",
        "ڈیم کا پشتہ محفوظ ہے",
        false);
    says(
        "پریس کانفرنس میں کپتان نے بتایا کہ ٹیم کل روانہ ہوگی۔",
        "ur",
        "کپتان",
        "ٹیم کل روانہ ہوگی",
        false);
    says(
        "ماہی گیروں کے صدر کا کہنا ہے کہ جیٹی بند کی گئی۔",
        "ur",
        "ماہی گیروں کے صدر",
        "جیٹی بند کی گئی",
        false);
    says("استاد نے کہا: “پل اگلے سال بنے گا”۔", "ur", "استاد", "پل اگلے سال بنے گا", true);
  }

  @Test
  void englishTellsTheSpeakerOnEitherSide() {
    says(
        "“The bridge will hold,” said Amna Kazilbash on Monday.",
        "en",
        "Amna Kazilbash",
        "The bridge will hold",
        true);
    says(
        "The harbour master said: “No boat left last night.”",
        "en",
        "The harbour master",
        "No boat left last night",
        true);
    says(
        "The pilot said that the second engine had failed over the lake.",
        "en",
        "The pilot",
        "the second engine had failed over the lake",
        false);
    says(
        "Two wells will be dug before the monsoon, the water board said on Tuesday.",
        "en",
        "the water board",
        "Two wells will be dug before the monsoon",
        false);
  }

  @Test
  void chineseAndRussianHaveTheirOwnMarks() {
    says("气象台台长李明表示，明天有大雨。", "zh", "气象台台长李明", "明天有大雨", false);
    says("队长说：“我们准备好了。”", "zh", "队长", "我们准备好了。", true);
    says(
        "Директор завода заявил, что цех откроют в мае.",
        "ru",
        "Директор завода",
        "цех откроют в мае",
        false);
    says(
        "«Мы ждём ответа», — сказала Ирина Петрова.",
        "ru",
        "Ирина Петрова",
        "Мы ждём ответа",
        true);
    says(
        "По словам капитана, судно стоит в порту.", "ru", "капитана", "судно стоит в порту", false);
  }

  @Test
  void aPronounMeansTheSpeakerBefore() {
    String text = "سیکریٹری نے کہا کہ کام شروع ہے۔ انہوں نے بتایا کہ رقم مل گئی ہے۔";
    assertThat(QuoteReader.of(text, Lang.UR))
        .extracting(Quote::speaker)
        .containsExactly("سیکریٹری", "سیکریٹری");
    assertThat(QuoteReader.of("انہوں نے بتایا کہ رقم مل گئی ہے۔", Lang.UR)).isEmpty();
  }

  @Test
  void marksWithinMarksDoNotEndAQuote() {
    says(
        "“He told me ‘never again’ and left,” said Amna Kazilbash.",
        "en",
        "Amna Kazilbash",
        "He told me ‘never again’ and left",
        true);
    says(
        "«Мы назвали завод «Восток», и он работает», — сказала Ирина Петрова.",
        "ru",
        "Ирина Петрова",
        "Мы назвали завод «Восток», и он работает",
        true);
    says("队长说：“他喊了一声‘停下’，我们就停了。”", "zh", "队长", "他喊了一声‘停下’，我们就停了。", true);
  }

  @Test
  void urduDesksMarkQuotesInManyWays() {
    for (String marked :
        List.of("’پل اگلے سال بنے گا‘", "”پل اگلے سال بنے گا“", "«پل اگلے سال بنے گا»")) {
      says("استاد نے کہا کہ " + marked + "۔", "ur", "استاد", "پل اگلے سال بنے گا", true);
      says("استاد کہتے ہیں " + marked + "۔", "ur", "استاد", "پل اگلے سال بنے گا", true);
    }
  }

  @Test
  void aSpeakerMayStandAmidTheWords() {
    says(
        "«Я не видел, как мяч залетел в ворота, — сказал Воронов после матча. — Я услышал стадион».",
        "ru",
        "Воронов",
        "Я не видел, как мяч залетел в ворота",
        true);
  }

  @Test
  void noPieceOfASentenceIsAQuote() {
    assertThat(QuoteReader.of("The village got a “green pact” from the mayor.", Lang.EN)).isEmpty();
    assertThat(QuoteReader.of("The court has said nothing of the kind.", Lang.EN)).isEmpty();
    assertThat(QuoteReader.of("He wants a plot that the mayor’s office says is a park.", Lang.EN))
        .isEmpty();
    assertThat(QuoteReader.of("نشریات معمول کے مطابق جاری ہیں۔", Lang.UR)).isEmpty();
    assertThat(QuoteReader.of("一般来说，这条河每年都会结冰。", new Lang("zh"))).isEmpty();
  }

  @Test
  void theDatelineIsNotSaid() {
    says(
        "KARACHI: A fire destroyed forty boxes of textiles, the fire brigade said.",
        "en",
        "the fire brigade",
        "A fire destroyed forty boxes of textiles",
        false);
  }

  @Test
  void aPronounAfterAnotherPersonMeansNobodyForSure() {
    String text =
        "سیکریٹری نے کہا کہ کام شروع ہے۔ زاہد خان بھی آئے۔ انہوں نے بتایا کہ رقم مل گئی ہے۔";
    int at = text.indexOf("زاہد");
    assertThat(QuoteReader.of(text, Lang.UR, List.of(new Span(at, at + 8)))).hasSize(1);
  }

  @Test
  void whatNobodySaidIsNoQuote() {
    assertThat(QuoteReader.of("دریا کا پانی اتر گیا ہے۔", Lang.UR)).isEmpty();
    assertThat(QuoteReader.of("The river fell by a metre.", Lang.EN)).isEmpty();
    assertThat(QuoteReader.of("", Lang.EN)).isEmpty();
  }

  @Test
  void longAndOddTextTakesNoLongTime() {
    String odd =
        "“said ".repeat(8_000) + "\n" + "X said, ".repeat(5_000) + "نے کہا کہ ".repeat(4_000);
    for (String lang : List.of("ur", "en", "zh", "ru")) {
      Assertions.assertTimeout(Duration.ofSeconds(8), () -> QuoteReader.of(odd, new Lang(lang)));
    }
  }
}

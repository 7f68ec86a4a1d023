package org.tabadla.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.tabadla.language.LanguageGuess;

/// How many texts a second one core tells the language of, beside a bare pass that hashes all runs
/// of three characters of the same texts; in turns and in processor time. Ten texts of the length
/// that a sentence of the news has, from the headlines of five scripts.
///
/// `./tabadla bench languages`; with `TABADLA_JAVA_OPTS=-XX:TieredStopAtLevel=1` by the quick
/// compiler alone, as a server runs.
final class LanguageBench {
  private static final int TURNS = 6;
  private static final int WARM_TURNS = 2;
  private static final double TURN_SECONDS = 1;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static final List<String> TEXTS =
      List.of(
          "وزیر اعظم نے کہا کہ حکومت مہنگائی کم کرنے کے لیے نئے اقدامات کر رہی ہے اور عوام کو ریلیف ملے گا۔",
          "دولت اعلام کرد که قیمت نان و برنج در روزهای آینده تغییر نخواهد کرد و بازار آرام است.",
          "حکومت وویل چې په راتلونکو ورځو کې به د ډوډۍ بیه بدله نه شي او خلک دې اندېښنه نه کوي.",
          "أعلنت الحكومة أن أسعار الخبز لن تتغير في الأيام المقبلة رغم ارتفاع تكلفة القمح والنقل.",
          "The government said on Monday that the price of bread would not change before the winter.",
          "Hükümet ekmek fiyatının bu hafta değişmeyeceğini açıkladı, fırıncılar ise bekliyor.",
          "Wazir-e-Azam ne kaha hai ke mehngai kam karne ke liye har mumkin qadam uthaya jaye ga.",
          "Правительство заявило, что цена на хлеб в ближайшие дни не изменится, несмотря на рост.",
          "Үкімет нан бағасы осы аптада өзгермейтінін мәлімдеді, ал наубайханалар күтіп отыр.",
          "政府周一表示，尽管小麦价格上涨，本周面包价格不会变化，市民不必担心。");

  private LanguageBench() {}

  static void run() {
    long began = System.nanoTime();
    LanguageGuess.of(TEXTS.getFirst());
    LanguageGuess.of(TEXTS.get(4));
    double load = (System.nanoTime() - began) / 1e6;
    System.out.printf(Locale.ROOT, "model loaded and two texts told in %.0f ms%n", load);
    double bare = 0;
    double ours = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      double bareRate = rate(LanguageBench::hash);
      double rate = rate(text -> LanguageGuess.of(text).lang().hashCode());
      if (turn >= WARM_TURNS) {
        bare = Math.max(bare, bareRate);
        ours = Math.max(ours, rate);
      }
    }
    System.out.printf(Locale.ROOT, "bare hash of runs  %9.0f texts/s%n", bare);
    System.out.printf(Locale.ROOT, "language told      %9.0f texts/s  %.3f%n", ours, ours / bare);
  }

  private static int hash(String text) {
    int sum = 0;
    for (int i = 0; i + 3 <= text.length(); i++) {
      int hash = text.charAt(i) * 31 + text.charAt(i + 1);
      sum += ((hash * 31 + text.charAt(i + 2)) * 0x2C1B3C6D) >>> 16;
    }
    return sum;
  }

  private static double rate(ToIntFunction<String> work) {
    long began = CLOCK.getCurrentThreadCpuTime();
    long until = began + (long) (TURN_SECONDS * 1e9);
    long texts = 0;
    int sink = 0;
    long now = began;
    while (now < until) {
      for (int i = 0; i < 50; i++) {
        for (String text : TEXTS) {
          sink += work.applyAsInt(text);
        }
      }
      texts += 50L * TEXTS.size();
      now = CLOCK.getCurrentThreadCpuTime();
    }
    if (sink == 42) {
      System.out.print("");
    }
    return texts / ((now - began) / 1e9);
  }
}

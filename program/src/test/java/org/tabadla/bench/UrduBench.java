package org.tabadla.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tabadla.ProjectFilesForBench;
import org.tabadla.model.Article;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.read.PageReader;
import org.tabadla.urdu.UrduAnalyzer;
import org.tabadla.urdu.UrduNormalizer;

/// `./tabadla bench urdu`: how fast one core normalises and analyzes Urdu, beside Lucene's own
/// analyzers on the same text, and what each allocates. In turns and in processor time, so that a
/// busy machine is busy for all of them.
///
/// The text is that of the Urdu articles at hand, once as it is and once with every letter from
/// another keyboard, so that there is something to repair.
public final class UrduBench {
  private static final int TURNS = 6;
  private static final int WARM_TURNS = 3;
  private static final double TURN_SECONDS = 1;
  private static final int TEXT_CHARS = 400_000;
  private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private UrduBench() {}

  interface Work {
    /// @return something that depends on all that was done
    long on(String text) throws IOException;
  }

  /// The best of several turns: characters a second, and bytes allocated a character.
  private static final class Contender {
    final String name;
    final Work work;
    double rate;
    double allocated;

    Contender(String name, Work work) {
      this.name = name;
      this.work = work;
    }
  }

  public static void main(String[] args) throws IOException {
    List<String> clean = texts();
    List<String> foreign = clean.stream().map(UrduBench::otherKeyboard).toList();
    System.out.printf(
        Locale.ROOT, "%,d characters of Urdu; one thread, processor time%n", chars(clean));
    normaliser("nothing to repair", clean);
    normaliser("letters of other keyboards", foreign);
    analyzers(clean);
  }

  private static void normaliser(String what, List<String> texts) throws IOException {
    var contenders =
        List.of(
            new Contender("display", text -> UrduNormalizer.display(text).length()),
            new Contender("fold", text -> UrduNormalizer.fold(text).length()));
    measure(contenders, texts);
    double bytesPerChar =
        (double) texts.stream().mapToLong(t -> t.getBytes(StandardCharsets.UTF_8).length).sum()
            / chars(texts);
    System.out.printf("normaliser, %s%n", what);
    for (Contender each : contenders) {
      System.out.printf(
          Locale.ROOT,
          "  %-18s %7.1f MB/s  %6.1f Mchars/s  %5.1f bytes allocated a character%n",
          each.name,
          each.rate * bytesPerChar / 1e6,
          each.rate / 1e6,
          each.allocated);
    }
  }

  private static void analyzers(List<String> texts) throws IOException {
    try (var standard = new StandardAnalyzer();
        var folded = new UrduAnalyzer(true);
        var exact = new UrduAnalyzer(false);
        var persian = new PersianAnalyzer();
        var arabic = new ArabicAnalyzer();
        var icu = icu()) {
      var contenders =
          List.of(
              new Contender("StandardAnalyzer", text -> analyzed(standard, text)),
              new Contender("Urdu, folded", text -> analyzed(folded, text)),
              new Contender("Urdu, exact", text -> analyzed(exact, text)),
              new Contender("PersianAnalyzer", text -> analyzed(persian, text)),
              new Contender("ArabicAnalyzer", text -> analyzed(arabic, text)),
              new Contender("ICU and folding", text -> analyzed(icu, text)));
      measure(contenders, texts);
      System.out.println("analyzers");
      for (Contender each : contenders) {
        System.out.printf(
            Locale.ROOT,
            "  %-18s %6.1f Mchars/s  %5.2f of Standard  %5.1f bytes allocated a character%n",
            each.name,
            each.rate / 1e6,
            each.rate / contenders.getFirst().rate,
            each.allocated);
      }
    }
  }

  static Analyzer icu() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new ICUTokenizer();
        return new TokenStreamComponents(source, new ICUFoldingFilter(source));
      }
    };
  }

  static long analyzed(Analyzer analyzer, String text) throws IOException {
    long sum = 0;
    try (TokenStream stream = analyzer.tokenStream("f", new StringReader(text))) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        sum += term.length();
      }
      stream.end();
    }
    return sum;
  }

  private static void measure(List<Contender> contenders, List<String> texts) throws IOException {
    long chars = chars(texts);
    long sink = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      for (Contender each : contenders) {
        long allocated = CLOCK.getCurrentThreadAllocatedBytes();
        long began = CLOCK.getCurrentThreadCpuTime();
        long until = began + (long) (TURN_SECONDS * 1e9);
        long rounds = 0;
        while (CLOCK.getCurrentThreadCpuTime() < until) {
          for (String text : texts) {
            sink += each.work.on(text);
          }
          rounds++;
        }
        double seconds = (CLOCK.getCurrentThreadCpuTime() - began) / 1e9;
        if (turn >= WARM_TURNS) {
          each.rate = Math.max(each.rate, rounds * chars / seconds);
          double bytes = CLOCK.getCurrentThreadAllocatedBytes() - allocated;
          each.allocated = bytes / (rounds * chars);
        }
      }
    }
    if (sink == 0) {
      throw new IllegalStateException("nothing was done");
    }
  }

  /// The bodies of the Urdu articles at hand, each as long as it is.
  static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Page page : ProjectFilesForBench.pages()) {
      if (PageReader.read(page, new SourceId("bench")) instanceof Reading.Read(Article article)
          && article.lang().primary().equals("ur")) {
        texts.add(UrduNormalizer.display(article.text()));
      }
    }
    if (texts.isEmpty()) {
      throw new IllegalStateException("no Urdu article is at hand");
    }
    List<String> out = new ArrayList<>(texts);
    while (chars(out) < TEXT_CHARS) {
      out.addAll(texts);
    }
    return out;
  }

  private static String otherKeyboard(String text) {
    return text.replace('\u06CC', '\u064A').replace('\u06A9', '\u0643').replace('\u06C1', '\u0647');
  }

  private static long chars(List<String> texts) {
    return texts.stream().mapToLong(String::length).sum();
  }
}

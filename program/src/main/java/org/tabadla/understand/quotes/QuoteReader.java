package org.tabadla.understand.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Sentences;
import org.tabadla.model.Lang;
import org.tabadla.model.Quote;
import org.tabadla.model.Span;

/// Reads who said what: «نے کہا کہ», "said", 表示, «сказал»; between quotation marks or in the
/// outlet's words. A pronoun stands for the speaker before it; without one there is no quote.
public final class QuoteReader {
  private static final int MOST_CHARS = 40_000;
  private static final int MOST_PARAGRAPH_CHARS = 4_000;
  private static final int MOST_SENTENCE_CHARS = 900;
  private static final int MOST_QUOTES = 60;
  private static final Pattern PARAGRAPH = Pattern.compile("[^\\n]+");

  private QuoteReader() {}

  /// Reads the quotes of an article. Pure.
  ///
  /// @return in text order, none within another; Urdu, English, Chinese and Russian
  public static List<Quote> of(String text, Lang lang) {
    QuotePatterns patterns = QuotePatterns.of(lang.primary());
    String head = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    List<Quote> found = new ArrayList<>();
    Matcher paragraph = PARAGRAPH.matcher(head);
    while (paragraph.find()) {
      if (paragraph.end() - paragraph.start() <= MOST_PARAGRAPH_CHARS) {
        var span = new Span(paragraph.start(), paragraph.end());
        patterns.direct().forEach(p -> read(head, span, p, patterns, true, found));
      }
    }
    for (Span span : Sentences.of(head, lang)) {
      if (span.length() <= MOST_SENTENCE_CHARS) {
        patterns.indirect().forEach(p -> read(head, span, p, patterns, false, found));
      }
    }
    found.sort(Comparator.comparingInt(q -> q.span().start()));
    return withSpeakers(found, patterns);
  }

  private static void read(
      String text,
      Span where,
      Pattern pattern,
      QuotePatterns patterns,
      boolean direct,
      List<Quote> out) {
    Matcher m = pattern.matcher(text).region(where.start(), where.end());
    while (m.find() && out.size() < MOST_QUOTES) {
      Span words = span(m, "words");
      Span verb = span(m, "verb");
      Span speaker = m.start("speaker") < 0 ? null : name(text, span(m, "speaker"), patterns);
      boolean taken =
          out.stream().anyMatch(q -> touch(q.span(), words) || touch(q.speakerSpan(), words));
      if (speaker != null && !taken) {
        out.add(new Quote(speaker.of(text), speaker, words.of(text), words, verb, direct));
      }
    }
  }

  private static Span span(Matcher m, String group) {
    return new Span(m.start(group), m.end(group));
  }

  private static boolean touch(Span a, Span b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  private static @Nullable Span name(String text, Span written, QuotePatterns patterns) {
    int start = written.start();
    int end = written.end();
    for (Pattern cut : patterns.cuts()) {
      Matcher m = cut.matcher(text).region(start, end);
      if (m.find()) {
        if (m.start() == start && m.end() < end) {
          start = m.end();
        } else if (m.end() == end && m.start() > start) {
          end = m.start();
        }
      }
    }
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return start < end ? new Span(start, end) : null;
  }

  private static List<Quote> withSpeakers(List<Quote> found, QuotePatterns patterns) {
    List<Quote> out = new ArrayList<>();
    for (Quote quote : found) {
      boolean pronoun =
          patterns.pronouns().stream().anyMatch(p -> p.matcher(quote.speaker()).matches());
      if (!pronoun) {
        out.add(quote);
      } else if (!out.isEmpty()) {
        Quote before = out.getLast();
        out.add(
            new Quote(
                before.speaker(),
                before.speakerSpan(),
                quote.words(),
                quote.span(),
                quote.verbSpan(),
                quote.isDirect()));
      }
    }
    return List.copyOf(out);
  }
}

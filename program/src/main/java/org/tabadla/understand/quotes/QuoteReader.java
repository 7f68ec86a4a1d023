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
  private static final int LONGEST_SPEAKER_CHARS = 100;

  /// A pronoun further from the last speaker may mean somebody else.
  private static final int PRONOUN_REACH_CHARS = 600;

  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_HAN = 5;
  private static final Pattern PARAGRAPH = Pattern.compile("[^\\n]+");

  /// What ends the words and is no part of them; a question mark is one.
  private static final String TRAILING = "،,.۔，;؛；:“«「„";

  private static final char HAN_STOP = '。';

  private QuoteReader() {}

  /// One article as it is being read.
  private record Page(String text, String masked, QuotePatterns patterns, List<Quote> found) {}

  /// Reads the quotes of an article whose people nobody has looked for.
  public static List<Quote> of(String text, Lang lang) {
    return of(text, lang, List.of());
  }

  /// Reads the quotes of an article. Pure.
  ///
  /// @param people where the text names persons, in order: after one, a pronoun may no longer mean
  ///   whoever spoke before
  /// @return in text order, none within another; Urdu, English, Chinese and Russian
  public static List<Quote> of(String text, Lang lang, List<Span> people) {
    QuotePatterns patterns = QuotePatterns.of(lang.primary());
    if (patterns.indirect().isEmpty()) {
      return List.of();
    }
    String head = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    var page = new Page(head, QuoteMarks.masked(head), patterns, new ArrayList<>());
    Matcher paragraph = PARAGRAPH.matcher(head);
    while (paragraph.find()) {
      if (paragraph.end() - paragraph.start() <= MOST_PARAGRAPH_CHARS) {
        var span = new Span(paragraph.start(), paragraph.end());
        if (page.masked().substring(span.start(), span.end()).indexOf('“') >= 0) {
          patterns.inside().forEach(p -> read(page, head, span, p, true));
          patterns.direct().forEach(p -> read(page, page.masked(), span, p, true));
        }
      }
    }
    for (Span span : Sentences.of(head, lang)) {
      if (span.length() <= MOST_SENTENCE_CHARS && patterns.hasCue(span.of(head))) {
        patterns.indirect().forEach(p -> read(page, page.masked(), span, p, false));
      }
    }
    page.found().sort(Comparator.comparingInt(q -> q.span().start()));
    return withSpeakers(head, page.found(), patterns, people);
  }

  private static void read(Page page, String seen, Span where, Pattern pattern, boolean direct) {
    Matcher m = pattern.matcher(seen).region(where.start(), where.end());
    while (m.find() && page.found().size() < MOST_QUOTES) {
      Span words = words(page.text(), span(m, "words"), direct);
      Span speaker = name(page, span(m, "speaker"));
      if (speaker != null
          && isSaid(page, words, direct)
          && !page.patterns().isNobody(speaker.of(page.text()))
          && page.found().stream()
              .noneMatch(q -> touch(q.span(), words) || touch(q.speakerSpan(), words))) {
        page.found().add(quote(page.text(), speaker, words, span(m, "verb"), direct));
      }
    }
  }

  private static Quote quote(String text, Span speaker, Span words, Span verb, boolean direct) {
    return new Quote(speaker.of(text), speaker, null, words.of(text), words, verb, direct);
  }

  /// What is between marks and begins small is a piece of a sentence, not somebody's words.
  private static boolean isSaid(Page page, Span words, boolean direct) {
    String said = words.of(page.text());
    if (said.isEmpty()
        || (direct
            ? Character.isLowerCase(said.codePointAt(0))
            : page.patterns().isNothingSaid(said) || isTorn(words.of(page.masked())))) {
      return false;
    }
    long han = said.codePoints().filter(Character::isIdeographic).count();
    return han >= FEWEST_HAN || said.split("\\s+", -1).length >= FEWEST_WORDS;
  }

  /// A sentence that ended within a quotation.
  private static boolean isTorn(String masked) {
    return masked.chars().filter(c -> c == '“').count()
            != masked.chars().filter(c -> c == '”').count()
        || (masked.indexOf('“') < 0 && masked.indexOf(QuoteMarks.INSIDE) >= 0);
  }

  /// Sentences end within the outlet's own words where a mark was glued or doubtful. Chinese sets
  /// the stop of what was said between the quotation marks.
  private static Span words(String text, Span found, boolean direct) {
    int start = found.start();
    int end = found.end();
    int stop = text.indexOf("۔ ", start);
    if (stop > start && stop < end && !Character.isDigit(text.charAt(stop - 1))) {
      end = stop;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start
        && (Character.isWhitespace(text.charAt(end - 1))
            || TRAILING.indexOf(text.charAt(end - 1)) >= 0
            || (!direct && text.charAt(end - 1) == HAN_STOP))) {
      end--;
    }
    return new Span(start, end);
  }

  private static Span span(Matcher m, String group) {
    return new Span(m.start(group), m.end(group));
  }

  private static boolean touch(Span a, Span b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  private static @Nullable Span name(Page page, Span written) {
    String text = page.text();
    int start = written.start();
    int end = written.end();
    for (Pattern cut : page.patterns().cuts()) {
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
    return start < end && end - start <= LONGEST_SPEAKER_CHARS ? new Span(start, end) : null;
  }

  private static List<Quote> withSpeakers(
      String text, List<Quote> found, QuotePatterns patterns, List<Span> people) {
    List<Quote> out = new ArrayList<>();
    for (Quote quote : found) {
      if (!patterns.isPronoun(quote.speaker())) {
        out.add(quote);
      } else if (!out.isEmpty()
          && !patterns.isDocument(out.getLast().verbSpan().of(text))
          && means(quote, out.getLast(), people)) {
        Quote before = out.getLast();
        out.add(
            new Quote(
                before.speaker(),
                before.speakerSpan(),
                null,
                quote.words(),
                quote.span(),
                quote.verbSpan(),
                quote.isDirect()));
      }
    }
    return List.copyOf(out);
  }

  /// @return whether the pronoun that said the one means the speaker of the other
  private static boolean means(Quote pronoun, Quote before, List<Span> people) {
    int from = Math.max(before.span().end(), before.verbSpan().end());
    int to = pronoun.speakerSpan().start();
    return to - from <= PRONOUN_REACH_CHARS
        && people.stream()
            .noneMatch(p -> p.start() >= from && p.end() <= to && !touch(p, before.speakerSpan()));
  }
}

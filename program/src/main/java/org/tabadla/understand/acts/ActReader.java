package org.tabadla.understand.acts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Sentences;
import org.tabadla.model.Act;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Reads what an article says was agreed, signed, announced or denied. It abstains rather than
/// guesses: plans, wishes, conditions, rumours and what only a headline says are no acts.
///
/// Rules over a lexicon for each language (Urdu, English, Chinese, Russian), no learned model: each
/// act names the phrase that it rests on. `docs/acts.md` tells how it works.
public final class ActReader {
  private static final int MOST_CHARS = 40_000;
  private static final int MOST_SENTENCES = 200;
  private static final int MOST_ACTS = 12;
  private static final int MOST_SENTENCES_SINCE = 4;
  private static final int MOST_WORDS_OF_HEADING = 3;

  private ActReader() {}

  /// Reads the acts of an article. Pure.
  ///
  /// @param title only tells whether the article is opinion; nothing is claimed from it
  /// @param when the article's date, which its weekdays are counted from, or null
  /// @return in text order, at most twelve; offsets into `text`
  public static List<Act> of(String title, String text, Lang lang, @Nullable Instant when) {
    Lexicon lexicon = Lexicon.of(lang);
    if (lexicon == null || text.isBlank() || isOpinion(title, lang, lexicon)) {
      return List.of();
    }
    Syntax syntax = Syntax.of(lang.primary());
    String head = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    int begin = Datelines.end(head, lang);
    List<Sentence> sentences = new ArrayList<>();
    for (Span cut : Sentences.of(head.substring(begin), lang)) {
      var span = new Span(cut.start() + begin, cut.end() + begin);
      if (sentences.size() == MOST_SENTENCES) {
        break;
      }
      sentences.add(Sentence.of(head, span, lang, lexicon));
    }
    boolean column = sentences.stream().anyMatch(s -> s.has("opinion.body", 0, s.size()));
    return column || sentences.isEmpty() ? List.of() : acts(sentences, syntax, when);
  }

  /// A column says so before a colon at the head of its title: «کالم: …», «سٹی ڈائری: …».
  private static boolean isOpinion(String title, Lang lang, Lexicon lexicon) {
    Sentence head = Sentence.of(title, new Span(0, title.length()), lang, lexicon);
    Lexicon.Hit hit = head.first("opinion", 0, head.size());
    if (hit == null) {
      return false;
    }
    boolean first = hit.from() == 0;
    if (first && (hit.to() == head.size() || head.word(hit.to()).isMark())) {
      return true;
    }
    for (int i = hit.to(); i <= Math.min(MOST_WORDS_OF_HEADING, head.size() - 1); i++) {
      if (head.key(i).equals(":")) {
        return true;
      }
    }
    return false;
  }

  private static List<Act> acts(List<Sentence> sentences, Syntax syntax, @Nullable Instant when) {
    var told = new Telling();
    SameName names = new SameName(sentences.getFirst().text(), sentences.getFirst().lang());
    boolean papers = sentences.stream().anyMatch(ActReader::tellsOfPaper);
    int year = when == null ? 0 : when.atZone(ZoneOffset.UTC).getYear();
    boolean tale = Modality.opensTale(sentences.getFirst(), year);
    for (int i = 0; i < sentences.size() && told.acts().size() < MOST_ACTS; i++) {
      Sentence s = sentences.get(i);
      if (tale && !s.has("weekday", 0, s.size())) {
        continue;
      }
      Set<Act.Kind> seen = new HashSet<>();
      for (Lexicon.Hit hit : s.hits()) {
        if (hit.label().startsWith("act.") && Modality.isAsserted(s, hit, syntax, year, papers)) {
          var clause = new Clause(sentences, i, hit, syntax, when);
          Act act = clause.act(met(told.acts(), i, sentences));
          boolean vague = act != null && !papers && isVague(act, s);
          if (act == null) {
            told.unnamed(i, clause.unnamed(), isFurther(s, hit) || s.has("further", 0, s.size()));
          } else if (!vague && seen.add(act.act())) {
            told.add(i, names.of(act), isFurther(s, hit), isByOfficials(s, act));
          }
        }
      }
    }
    return told.all();
  }

  /// «… کا اعلان بھی کیا», "also announced": besides what was told, by the same people.
  private static boolean isFurther(Sentence s, Lexicon.Hit hit) {
    return s.has("also", Math.max(0, hit.from() - 1), hit.to());
  }

  private static boolean isByOfficials(Sentence s, Act act) {
    return act.parties().stream()
        .map(Act.Party::span)
        .allMatch(p -> s.has("rep", s.wordAt(p.start()), s.wordAt(p.end())));
  }

  /// «فوج نے کام شروع کر دیا» in a text that knows of no agreement: it takes two sides, or goods
  /// that somebody sends.
  private static boolean isVague(Act act, Sentence s) {
    boolean sent = !act.parties().isEmpty() && s.has("goods", 0, s.size());
    return act.act() == Act.Kind.DELIVERING && act.parties().size() < 2 && !sent;
  }

  private static boolean tellsOfPaper(Sentence s) {
    return s.has("instrument", 0, s.size())
        || s.has("role.loan", 0, s.size())
        || s.has("made-by", 0, s.size())
        || s.has("role.grant", 0, s.size());
  }

  /// Those who are told to have talked, shortly before: «ملاقات میں … پر اتفاق کیا گیا» is theirs.
  private static List<Span> met(List<Act> known, int at, List<Sentence> sentences) {
    boolean talked = !known.isEmpty() && known.getLast().act() == Act.Kind.DISCUSSED;
    if (!talked || known.stream().filter(a -> a.act() == Act.Kind.DISCUSSED).count() > 1) {
      return List.of(); // of two talks, whose «both sides» are is not said
    }
    Act talks = known.getLast();
    boolean aside =
        sentences.subList(0, at).stream()
            .anyMatch(s -> s.span().equals(talks.span()) && s.has("also", 0, s.size()));
    if (aside) {
      return List.of(); // «معاہدے پر بھی گفتگو ہوئی»: those who met are others
    }
    int from = sentences.get(Math.max(0, at - MOST_SENTENCES_SINCE)).span().start();
    return talks.span().start() < from
        ? List.of()
        : talks.parties().stream().map(Act.Party::span).toList();
  }
}

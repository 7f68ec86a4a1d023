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
  private static final int WORDS_OF_OPENING = 4;

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
          boolean further = isFurther(s, hit, syntax);
          List<Span> those = further ? both(told.acts(), i, sentences) : List.of();
          Act act = clause.act(met(told.acts(), i, sentences), those);
          boolean vague = act != null && !papers && isVague(act, s);
          if (act == null) {
            told.unnamed(i, clause.unnamed(), further || s.has("further", 0, s.size()));
          } else if (!vague && (seen.add(act.act()) || isOfOthers(act, told.acts()))) {
            told.add(i, names.of(act), further, isByOfficials(s, act));
          }
        }
      }
    }
    return told.all();
  }

  /// «الف اور ب نے یادداشت پر دستخط کیے جبکہ ج اور د نے پروٹوکول پر دستخط کیے»
  private static boolean isOfOthers(Act act, List<Act> known) {
    return act.act() == Act.Kind.SIGNED
        && act.parties().size() >= 2
        && known.stream()
            .flatMap(other -> other.parties().stream())
            .noneMatch(p -> act.parties().stream().anyMatch(q -> q.name().equals(p.name())));
  }

  /// «… کا اعلان بھی کیا», "also announced", "Meanwhile, …": besides what was told.
  private static boolean isFurther(Sentence s, Lexicon.Hit hit, Syntax syntax) {
    boolean han = s.lang().primary().equals("zh"); // 还就…进行了讨论
    int near = han ? syntax.clauseStart(s, hit) : Math.max(0, hit.from() - 1);
    return s.has("also", Math.min(near, hit.from()), hit.to())
        || s.has("besides", 0, Math.min(s.size(), WORDS_OF_OPENING))
        || s.has("besides", Math.max(0, hit.from() - WORDS_OF_OPENING), hit.from());
  }

  /// «دونوں ممالک نے … پر بھی تبادلہ خیال کیا»: those of the deal just told.
  private static List<Span> both(List<Act> known, int at, List<Sentence> sentences) {
    Sentence s = sentences.get(at);
    int from = sentences.get(Math.max(0, at - MOST_SENTENCES_SINCE)).span().start();
    boolean told = !known.isEmpty() && known.getLast().span().start() >= from && isOfBoth(s);
    List<Span> parties =
        told ? known.getLast().parties().stream().map(Act.Party::span).toList() : List.of();
    return parties.size() == 2 ? parties : List.of();
  }

  private static boolean isByOfficials(Sentence s, Act act) {
    boolean paper = s.has("instrument", 0, Math.min(s.size(), WORDS_OF_OPENING));
    return act.parties().stream()
        .map(Act.Party::span)
        .allMatch(p ->
            s.has("rep", s.wordAt(p.start()), s.wordAt(p.end()))
                || (paper && s.is("rep", s.wordAt(p.end()) + 1))); // «اتھارٹی کے سربراہ»
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

  private static boolean isOfBoth(Sentence s) {
    return s.has("both", 0, s.size()) || s.has("talks-in", 0, Math.min(s.size(), WORDS_OF_OPENING));
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

package org.tabadla.register;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.language.Lexicon;
import org.tabadla.language.Numbers;
import org.tabadla.language.Terms;
import org.tabadla.language.Transcription;
import org.tabadla.language.Words;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// What an assertion is known again by in another outlet and another language: concepts, sounds of
/// names, sums, counts, days. Each is a short word led by its {@link Kind}.
public final class Clues {
  /// The kinds of clue and how much one of them says.
  enum Kind {
    /// A party with a language-free id.
    PARTY('p', 2.4),
    /// A word of a party's name by its consonants.
    SOUND('s', 2.0),
    /// A word of a party's name as Chinese hears it.
    HEARD('h', 1.3),
    /// A word of a party's name that means the same in several languages.
    MEANING('m', 1.0),
    /// A sum of money with its currency.
    SUM('a', 3.0),
    /// How many papers or projects.
    COUNT('c', 1.5),
    /// A number told near by.
    NUMBER('n', 1.6),
    /// The month in which something is due.
    DUE('d', 1.6),
    /// A place, country or body that is told of, party or not.
    TOLD('t', 0.9),
    /// A word that is told and means the same in several languages.
    WORD('w', 0.7),
    /// A word of one language, as it is indexed.
    TERM('f', 0.5);

    private final char letter;
    private final double weight;

    Kind(char letter, double weight) {
      this.letter = letter;
      this.weight = weight;
    }

    double weight() {
      return weight;
    }

    static Kind of(String clue) {
      for (Kind kind : values()) {
        if (kind.letter == clue.charAt(0)) {
          return kind;
        }
      }
      return TERM;
    }

    /// @return whether it tells who the parties are
    boolean tellsParties() {
      return this == PARTY || this == SOUND || this == HEARD;
    }
  }

  private static final int READ_CHARS = 700;
  private static final int MOST_CLUES = 160;
  private static final int FEWEST_SOUNDS = 2;
  private static final int FEWEST_HEARD = 3;
  private static final int DIGITS = 3;
  private static final int MONTH_CHARS = "2025-01".length();
  private static final String CHINESE = "zh";
  private static final MathContext ROUNDED = new MathContext(DIGITS);

  private final Set<String> out = new LinkedHashSet<>();
  private final Lang lang;

  private Clues(Lang lang) {
    this.lang = lang;
  }

  /// Gives an assertion its clues.
  ///
  /// @param text the article's text; of a long one the beginning counts
  public static Assertion found(Assertion assertion, String text) {
    var clues = new Clues(new Lang(assertion.origin().lang()));
    assertion.parties().forEach(clues::party);
    for (Assertion.Amount amount : assertion.amounts()) {
      clues.add(Kind.SUM, amount.currency() + rounded(amount.value()));
    }
    if (assertion.count() != null) {
      clues.add(Kind.COUNT, assertion.count().value());
    }
    for (Assertion.Deliverable deliverable : assertion.deliverables()) {
      clues.due(deliverable.due());
    }
    String title = assertion.origin().title();
    clues.told(title + "\n" + assertion.sentence().words() + "\n" + beginning(text));
    clues.terms(title + "\n" + assertion.sentence().words());
    return assertion.with(clues.out.stream().limit(MOST_CLUES).toList());
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), READ_CHARS));
  }

  private void party(Assertion.Party party) {
    String name = party.name().words();
    var known = new ArrayList<Span>();
    if (party.concept() != null) {
      add(Kind.PARTY, party.concept());
    }
    Lexicon.Known all = Lexicon.all(name, lang);
    for (Concepts.Mention mention : all.names()) {
      add(Kind.PARTY, mention.concept());
      known.add(mention.span());
    }
    for (Lexicon.Sense sense : all.words()) {
      add(sense.concept().startsWith("country:") ? Kind.PARTY : Kind.MEANING, sense.concept());
      known.add(sense.span());
    }
    if (lang.primary().equals(CHINESE)) {
      Transcription.in(name).forEach(heard -> heard(heard.syllables()));
      return;
    }
    for (Span span : Words.of(name, lang)) {
      if (known.stream().noneMatch(k -> k.start() <= span.start() && span.end() <= k.end())) {
        sound(span.of(name));
      }
    }
  }

  private void sound(String word) {
    String skeleton = Concepts.skeleton(word, lang);
    if (skeleton.length() >= FEWEST_SOUNDS) {
      add(Kind.SOUND, skeleton);
    }
    heard(Transcription.asChineseHears(word));
  }

  private void heard(String syllables) {
    if (syllables.length() >= FEWEST_HEARD) {
      add(Kind.HEARD, syllables);
    }
  }

  private void due(@Nullable String due) {
    if (due != null && due.length() >= MONTH_CHARS) {
      add(Kind.DUE, due.substring(0, MONTH_CHARS));
    }
  }

  private void told(String text) {
    Lexicon.Known all = Lexicon.all(text, lang);
    all.names().forEach(mention -> add(Kind.TOLD, mention.concept()));
    for (Lexicon.Sense sense : all.words()) {
      boolean place = sense.concept().startsWith("country:");
      if (place || sense.concept().startsWith("word:")) {
        add(place ? Kind.TOLD : Kind.WORD, sense.concept());
      }
    }
    for (Figure figure : Numbers.of(text, lang)) {
      switch (figure.kind()) {
        case MONEY -> add(Kind.SUM, figure.currency() + rounded(figure.value()));
        case NUMBER, PERCENT -> add(Kind.NUMBER, rounded(figure.value()));
        case DATE, YEAR, ORDINAL -> {
          // Days are compared by when the sources spoke.
        }
      }
    }
  }

  private void terms(String text) {
    for (List<String> position : Terms.folded(text, lang)) {
      add(Kind.TERM, position.getFirst());
    }
  }

  private static String rounded(String value) {
    try {
      return rounded(new BigDecimal(value));
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static String rounded(BigDecimal value) {
    return value.round(ROUNDED).stripTrailingZeros().toString();
  }

  private void add(Kind kind, String value) {
    out.add(kind.letter + ":" + value);
  }
}

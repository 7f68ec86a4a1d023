package org.tabadla.understand.acts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Act;
import org.tabadla.model.Figure;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// One act put together: the words that state it, and around them who, what, how many, how much.
///
/// @param at the sentence among the article's
record Clause(List<Sentence> sentences, int at, Hit hit, Syntax syntax, @Nullable Instant when) {

  private static final List<String> CASES =
      List.of("ом", "ем", "ой", "ей", "ью", "у", "ю", "а", "я", "е", "и", "ы");
  private static final List<String> NOMINATIVES = List.of("", "а", "я", "ия", "ь", "й");
  private static final int FEWEST_STEM_CHARS = 3;

  /// @param met spans of those who talked shortly before, who it is that «agreed» where nobody is
  ///   named
  /// @return the act; null where too little of it is said to be recorded
  /// @param both spans of the two of the deal just told, where this is told besides it
  @Nullable Act act(List<Span> met, List<Span> both) {
    Sentence s = sentences.get(at);
    Act.Kind kind = kind();
    boolean denial = kind == Act.Kind.DENIED;
    List<Span> spans = apart(s, syntax.parties(s, hit, denial));
    boolean joint =
        kind == Act.Kind.AGREED || kind == Act.Kind.DISCUSSED || kind == Act.Kind.SIGNED;
    if (spans.isEmpty() && joint) {
      spans = both;
    }
    if (spans.isEmpty() && kind == Act.Kind.AGREED) {
      spans = met;
    }
    if (spans.isEmpty() && (kind == Act.Kind.SIGNED || kind == Act.Kind.AGREED)) {
      spans = justNamed(s);
    }
    if (spans.isEmpty() && kind == Act.Kind.SIGNED) {
      spans = CountryPairs.in(s, 0, s.size());
    }
    boolean open = kind == Act.Kind.SIGNED && spans.size() < 2;
    Signers signers = open ? Signers.of(sentences, at, syntax) : null;
    if (signers != null) {
      return act(kind, signers.with(spans, s.text()), signers.others());
    }
    boolean few = spans.size() < fewest(kind);
    return few || isEveryday(s, kind, spans) ? null : act(kind, spans, null);
  }

  /// 中巴企业 are two sides.
  private static List<Span> apart(Sentence s, List<Span> spans) {
    if (spans.size() != 1) {
      return spans;
    }
    Span one = spans.getFirst();
    List<Span> pair = CountryPairs.in(s, s.wordAt(one.start()), s.size());
    boolean within = !pair.isEmpty() && pair.getFirst().start() == one.start();
    return within && pair.getLast().end() <= one.end() ? pair : spans;
  }

  /// Every day somebody hands something over, and offers or suggests something.
  private boolean isEveryday(Sentence s, Act.Kind kind, List<Span> spans) {
    return switch (kind) {
      case DELIVERED -> !isGiven(s, spans);
      case PROPOSED ->
          isKnown(s) && spans.stream().allMatch(span -> isAnybody(s, span)) && !isOfDeal(s);
      case ANNOUNCED ->
          s.is("vow", hit.from())
              && spans.stream().noneMatch(span -> isBody(s, span))
              && s.numbers().stream().noneMatch(f -> f.kind() == Figure.Kind.MONEY);
      default -> false;
    };
  }

  /// «والد», "Doctors": no body, and in English a common word that only opens the sentence.
  private static boolean isAnybody(Sentence s, Span span) {
    String name = span.of(s.text());
    boolean common =
        s.lang().primary().equals("ur")
            || org.tabadla.language.Lexicon.in(name, s.lang()).stream()
                .anyMatch(sense -> sense.concept().startsWith("word:"));
    return common && !isBody(s, span);
  }

  private static boolean isOfDeal(Sentence s) {
    return s.has("instrument", 0, s.size())
        || s.has("promise", 0, s.size())
        || s.has("deal", 0, s.size());
  }

  /// Whether the lexicon of the language tells goods and deals from other things.
  private static boolean isKnown(Sentence s) {
    return s.lang().primary().equals("ur") || s.lang().primary().equals("en");
  }

  /// That something was handed over counts where it is goods, where a deal is told of, or where it
  /// went from one body or country to another.
  private boolean isGiven(Sentence s, List<Span> spans) {
    int doer = hit.from() - 1;
    while (doer >= 0 && !s.is("doer", doer)) {
      doer--; // «اسپتال نے»: who hands over is not what is handed over
    }
    return !isKnown(s)
        || s.has("goods", doer + 1, s.size())
        || s.has("under", 0, s.size())
        || spans.stream().filter(span -> isBody(s, span)).count() > 1;
  }

  private static boolean isBody(Sentence s, Span span) {
    return s.has("org", s.wordAt(span.start()), s.wordAt(span.end())) || s.hasBody(span);
  }

  /// «دونوں اداروں کے سربراہوں نے دستخط کیے»: those of the sentence before.
  private List<Span> justNamed(Sentence s) {
    if (at == 0 || !s.has("both", 0, s.size())) {
      return List.of();
    }
    Sentence before = sentences.get(at - 1);
    if (kind() == Act.Kind.AGREED && before.has("also", 0, before.size())) {
      return List.of(); // «معاہدے پر بھی گفتگو ہوئی»: an aside, and those who agree are others
    }
    var end = new Hit(hit.phrase(), before.size(), before.size());
    List<Span> found = syntax.parties(before, end, false);
    return found.size() < 2 ? List.of() : found;
  }

  /// @return a signing whose parties are not named; null where the words are no signing
  @Nullable Act unnamed() {
    Sentence s = sentences.get(at);
    boolean summed = s.has("last-year", 0, s.size()); // «گزشتہ برس 640 معاہدوں پر دستخط ہوئے»
    return kind() == Act.Kind.SIGNED && !summed ? act(Act.Kind.SIGNED, List.of(), null) : null;
  }

  private Act act(Act.Kind kind, List<Span> spans, Act.@Nullable Worded more) {
    Sentence s = sentences.get(at);
    int clause = syntax.clauseStart(s, hit);
    Act.Worded instrument = Particulars.instrument(s, hit, clause);
    return new Act(
        kind,
        instrument,
        parties(s, spans, kind),
        more == null ? Others.of(s, hit, clause) : more,
        Particulars.count(s, hit, clause),
        Amounts.of(sentences, at, hit, kind),
        Subjects.of(sentences, at, spans),
        Particulars.place(s),
        Particulars.date(s, when),
        Deliverables.of(sentences, at, kind, when),
        s.span(),
        hit.label() + ": " + hit.phrase().source());
  }

  private Act.Kind kind() {
    String word = hit.label().substring("act.".length());
    for (Act.Kind kind : Act.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalStateException("no such act: " + word);
  }

  private static int fewest(Act.Kind kind) {
    return switch (kind) {
      case DISCUSSED, AGREED -> 2; // nobody agrees alone
      case DELIVERED, SIGNED, ANNOUNCED, PROPOSED, DENIED, CANCELLED, LAPSED -> 1;
      case IN_FORCE, DELIVERING -> 0;
    };
  }

  private List<Act.Party> parties(Sentence s, List<Span> spans, Act.Kind kind) {
    List<Act.Party> out = new ArrayList<>();
    for (Span span : spans) {
      String name = span.of(s.text());
      String known = concept(s, name);
      String concept = known == null ? CountryPairs.concept(s, span) : known;
      out.add(new Act.Party(name, concept, role(kind, out.isEmpty()), span));
    }
    boolean paper = kind == Act.Kind.SIGNED || kind == Act.Kind.AGREED;
    return paper ? withRoles(s, out) : out;
  }

  private static @Nullable String concept(Sentence s, String name) {
    for (Concepts.Mention mention : Concepts.in(name, s.lang())) {
      if (mention.span().length() == name.length()) {
        return mention.concept();
      }
    }
    return s.lang().primary().equals("ru") ? nominative(name, s) : null;
  }

  /// «Египтом» is Египет's: a place in another case, found by its beginning.
  private static @Nullable String nominative(String name, Sentence s) {
    for (String ending : CASES) {
      String stem = name.substring(0, Math.max(0, name.length() - ending.length()));
      if (name.endsWith(ending) && stem.length() >= FEWEST_STEM_CHARS) {
        int last = stem.length() - 1;
        String full = stem.substring(0, last) + "е" + stem.charAt(last);
        if (isOne(full, s)) { // Египт-ом, Египет
          return Concepts.in(full, s.lang()).getFirst().concept();
        }
        for (String other : NOMINATIVES) {
          if (isOne(stem + other, s)) {
            return Concepts.in(stem + other, s.lang()).getFirst().concept();
          }
        }
      }
    }
    return null;
  }

  private static boolean isOne(String name, Sentence s) {
    List<Concepts.Mention> found = Concepts.in(name, s.lang());
    return found.size() == 1 && found.getFirst().span().length() == name.length();
  }

  /// Of a loan the bank lends, of a grant the fund gives, where just one of the parties is one.
  private static List<Act.Party> withRoles(Sentence s, List<Act.Party> parties) {
    boolean loan = s.has("role.loan", 0, s.size());
    if (parties.size() < 2 || (!loan && !s.has("role.grant", 0, s.size()))) {
      return parties;
    }
    List<Act.Party> givers = parties.stream().filter(p -> gives(s, p)).toList();
    if (givers.size() != 1) {
      return parties;
    }
    return parties.stream()
        .map(p ->
            givers.contains(p)
                ? p.withRole(loan ? "lender" : "donor")
                : p.withRole(loan ? "borrower" : "recipient"))
        .toList();
  }

  private static boolean gives(Sentence s, Act.Party party) {
    return s.has("role.gives", s.wordAt(party.span().start()), s.wordAt(party.span().end()));
  }

  private static String role(Act.Kind kind, boolean first) {
    return switch (kind) {
      case DENIED -> first ? "denier" : "party";
      case ANNOUNCED -> first ? "announcer" : "party";
      case PROPOSED -> first ? "proposer" : "recipient";
      case DELIVERING, DELIVERED -> first ? "provider" : "recipient";
      case DISCUSSED, AGREED, SIGNED, IN_FORCE, LAPSED, CANCELLED -> "party";
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s in sentence %d", hit.phrase().source(), at);
  }
}

package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// English: those who act stand before the verb, or after "by"; their companions after "with", "to"
/// or "between".
final class EnglishSyntax implements Syntax {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "in", "at", "from", "to", "on", "near", "of", "for", "into", "outside", "across",
          "through", "under", "after", "before", "against", "about", "over", "via", "reached");
  private static final String OTHER = "other";
  private static final int JOINED_WORDS = 5;
  private static final Set<String> OWNING = Set.of("with", "to", "by", "of");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their", "both");
  private static final Set<String> GOERS_ON =
      Set.of(
          "and",
          ",",
          "'s",
          "’s",
          "has",
          "have",
          "had",
          "will",
          "on",
          "is",
          "was",
          "of",
          "also",
          "here",
          "formally",
          "group",
          "officially");

  @Override
  public int clauseStart(Sentence s, Hit act) {
    for (int i = act.from() - 1; i > 0; i--) {
      if (s.is("clause", i) && !EnglishAsides.isClosed(s, i, act.from())) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public List<Span> parties(Sentence s, Hit act, boolean denial) {
    List<Span> out = new ArrayList<>();
    int from = clauseStart(s, act);
    boolean reduced = s.is("instrument", act.from() - 1);
    boolean passive = isPassive(s, act);
    boolean sided = reduced && s.key(act.to()).equals("between");
    if (reduced && !sided) {
      doers(s, 0, from > 1 ? from - 1 : act.from(), out);
    } else if (!passive) {
      doers(s, from, act.from(), out);
      if (out.isEmpty() && from > 0) {
        doers(s, 0, act.from(), out);
        keepFirst(out);
      }
    }
    if (act.label().equals("act.proposed")) {
      boolean to = s.key(act.to()).equals("to");
      chain(s, to ? act.to() + 1 : act.to(), out); // «offered Sri Lanka a credit line»
    }
    if (act.label().equals("act.signed") && !passive && out.size() == 1) {
      chain(s, act.to(), out); // «has signed Nordheim, a Danish firm, to a contract»
    }
    after(s, "by", act.to(), s.size(), passive, out);
    boolean handed = passive && act.label().equals("act.delivered");
    after(s, "by", from, act.from(), handed, out); // «a station built by Hanbit was handed over»
    companions(s, act, denial || passive, out);
    if (out.size() < 2
        && !act.label().equals("act.announced")
        && !act.label().equals("act.proposed")) {
      between(s, 0, s.size(), out);
    }
    if (out.isEmpty() && s.is("of-paper", act.from())) {
      owners(s, act.from(), out);
    }
    if (out.size() == 1 && s.is("of-paper", act.from())) {
      confirmer(s, act.to(), out);
      forWhom(s, act.from(), out);
    }
    return out;
  }

  @Override
  public List<Span> listed(Sentence s, Hit signers) {
    List<Span> out = new ArrayList<>();
    chain(s, signers.to(), out);
    return out;
  }

  /// «… has lapsed, the tourism department confirmed»
  private static void confirmer(Sentence s, int from, List<Span> out) {
    for (EnglishNames.Chunk chunk : EnglishNames.in(s, from, s.size())) {
      if (s.is("confirm", chunk.next()) && s.has("org", chunk.from(), chunk.to())) {
        add(out, chunk.span(s));
      }
    }
  }

  /// «A contract under which … was to carry timber for Quebec's forest service has lapsed»
  private static void forWhom(Sentence s, int to, List<Span> out) {
    for (EnglishNames.Chunk chunk : EnglishNames.in(s, 0, to)) {
      boolean body = s.has("org", chunk.from(), chunk.to());
      if (out.size() == 1 && body && s.key(chunk.before()).equals("for")) {
        add(out, chunk.span(s));
      }
    }
  }

  /// «The lease of the airport to Fraport expired»
  private void owners(Sentence s, int to, List<Span> out) {
    for (EnglishNames.Chunk chunk : EnglishNames.in(s, 0, to)) {
      String before = s.key(chunk.before());
      if (OWNING.contains(before) && !isPlace(s, chunk.span(s))) {
        add(out, chunk.span(s));
      }
    }
  }

  private static boolean isPassive(Sentence s, Hit act) {
    for (int i = Math.max(0, act.from() - 3); i <= act.from(); i++) {
      String key = s.key(i);
      if (key.equals("was") || key.equals("were") || key.equals("been")) {
        return true;
      }
    }
    return s.is("instrument", act.from() - 1);
  }

  private static void keepFirst(List<Span> out) {
    while (out.size() > 1) {
      out.removeLast();
    }
  }

  private void doers(Sentence s, int from, int to, List<Span> out) {
    List<EnglishNames.Chunk> chunks =
        EnglishNames.in(s, from, to).stream()
            .filter(c -> !EnglishAsides.isWithin(s, c.from(), from, to))
            .toList();
    boolean listed = false;
    for (EnglishNames.Chunk chunk : chunks) {
      boolean joined = listed && isJoint(s, chunk.before());
      boolean others = s.key(chunk.before()).equals(OTHER);
      boolean preposed = chunk.before() >= from && (others || isPreposed(s, chunk));
      if (joined || (!preposed && !isOpening(s, chunk, to) && !isPerson(s, chunk))) {
        add(out, chunk.span(s));
        listed = true;
      } else {
        listed = false;
      }
    }
    if (out.size() > 2 && isWhere(s, out.getLast())) {
      out.removeLast(); // «Keble College, Oxford, signed»
    }
  }

  private static boolean isWhere(Sentence s, Span last) {
    return s.key(s.wordAt(last.start()) - 1).equals(",")
        && s.key(s.wordAt(last.end())).equals(",")
        && isPlace(s, last);
  }

  /// «consul general Hattori Masaki»
  private static boolean isPerson(Sentence s, EnglishNames.Chunk chunk) {
    int before = chunk.from() - 1;
    return before > 0
        && (s.is("rep", before) || s.is("rank", before))
        && !s.word(before).isCapital()
        && !s.has("org", chunk.from(), chunk.to());
  }

  private static boolean isJoint(Sentence s, int i) {
    String key = s.key(i);
    return key.equals("and") || key.equals(",") || key.equals("&");
  }

  /// «in Lahore», but not «officials of Nepal»
  private static boolean isPreposed(Sentence s, EnglishNames.Chunk chunk) {
    String before = s.key(chunk.before());
    boolean office =
        (before.equals("of") || before.equals("from"))
            && (s.is("rep", chunk.before() - 1)
                || s.key(chunk.before() - 1).equals("and")
                || isOfSeveral(s, chunk));
    return PREPOSITIONS.contains(before) && !office;
  }

  /// «the bar councils of Lahore and Delhi»
  private static boolean isOfSeveral(Sentence s, EnglishNames.Chunk chunk) {
    return s.key(chunk.before() - 1).endsWith("s") && s.key(chunk.next()).equals("and");
  }

  /// A capital that only opens the sentence: «Rice exporters».
  private static boolean isOpening(Sentence s, EnglishNames.Chunk chunk, int to) {
    boolean opens = chunk.from() == 0 || s.key(chunk.from() - 1).equals(":");
    boolean adverb = s.key(chunk.from()).endsWith("ly") && s.key(chunk.to()).equals(",");
    if (opens && adverb && chunk.to() - chunk.from() == 1) {
      return true; // "Separately, …"
    }
    return opens
        && chunk.to() - chunk.from() == 1
        && chunk.to() < to
        && !GOERS_ON.contains(s.key(chunk.to()))
        && !isKnown(s, chunk.span(s));
  }

  private static boolean isKnown(Sentence s, Span span) {
    return !Concepts.in(span.of(s.text()), s.lang()).isEmpty();
  }

  private static boolean isPlace(Sentence s, Span span) {
    return Concepts.in(span.of(s.text()), s.lang()).stream()
        .anyMatch(m -> m.span().length() == span.length() && !m.concept().startsWith("org:"));
  }

  private void companions(Sentence s, Hit act, boolean wide, List<Span> out) {
    boolean sold = false;
    boolean open = s.key(act.to() - 1).equals("to"); // «turned over to», whose «to» is its own
    boolean offers = act.label().equals("act.proposed") && s.has("offer", act.to(), s.size());
    for (int i = open ? act.to() - 1 : act.to(); i < s.size(); i++) {
      boolean of = s.key(i).equals("of") && act.label().equals("act.cancelled") && out.size() < 2;
      if ((s.is("with", i) && !isJoined(s, act.to(), i)) || (of && s.is("instrument", i - 1))) {
        chain(s, i + 1, out);
      } else if (s.key(i).equals("from") && out.size() == 1 && isBought(s, act, i)) {
        chain(s, i + 1, out);
      } else if (s.key(i).equals("to") && !sold && (out.size() < 2 || s.has("sale", act.to(), i))) {
        EnglishNames.Chunk chunk = EnglishNames.at(s, skipArticles(s, i + 1));
        boolean told = wide || open || offers || s.has("sale", act.to(), i);
        if (chunk != null && told && isTaker(s, act, chunk.span(s))) {
          add(out, chunk.span(s));
          sold = true;
        }
      }
    }
  }

  /// "a corridor linking Central Asia with the Arabian Sea"
  private static boolean isJoined(Sentence s, int from, int with) {
    return s.has("joins", Math.max(from, with - JOINED_WORDS), with);
  }

  /// To a place one goes, but a country may be given something.
  private static boolean isTaker(Sentence s, Hit act, Span span) {
    return !isPlace(s, span) || (act.label().equals("act.delivered") && s.hasCountry(span));
  }

  /// «clinched a lease of two jets from Greenshore Leasing»
  private static boolean isBought(Sentence s, Hit act, int from) {
    boolean deal = act.label().equals("act.agreed") || act.label().equals("act.denied");
    boolean taken = s.key(act.to() - 2).equals("delivery"); // «took delivery of … from»
    EnglishNames.Chunk chunk = deal || taken ? EnglishNames.at(s, skipArticles(s, from + 1)) : null;
    return chunk != null
        && !isPlace(s, chunk.span(s))
        && (taken || s.has("bought", act.from(), from));
  }

  private void after(Sentence s, String word, int from, int to, boolean wide, List<Span> out) {
    for (int i = from; wide && i < to; i++) {
      if (s.key(i).equals(word)) {
        chain(s, i + 1, out);
      }
    }
  }

  private void between(Sentence s, int from, int to, List<Span> out) {
    for (int i = from; i < to; i++) {
      if (s.key(i).equals("between")) {
        List<Span> found = new ArrayList<>();
        chain(s, i + 1, found);
        if (found.size() > 1) {
          found.forEach(span -> add(out, span));
          return;
        }
      }
    }
  }

  /// Names joined by commas and "and".
  private void chain(Sentence s, int from, List<Span> out) {
    int i = skipOffice(s, skipArticles(s, from));
    while (i < s.size()) {
      EnglishNames.Chunk chunk = EnglishNames.at(s, i);
      if (chunk == null) {
        return;
      }
      add(out, chunk.span(s));
      int next = EnglishAsides.after(s, chunk.next());
      if (!isJoint(s, next)) {
        return;
      }
      i = skipArticles(s, next + 1);
      if (isJoint(s, i)) {
        i = skipArticles(s, i + 1);
      }
      if (s.key(i).equals(OTHER) || s.key(i + 1).equals(OTHER)) {
        return; // "and three other Central Asian states"
      }
    }
  }

  /// «the chief executives of the producer Polesskali and …»
  private static int skipOffice(Sentence s, int from) {
    int i = from;
    while (s.is("rep", i)) {
      i++;
    }
    return i > from && s.key(i).equals("of") ? skipArticles(s, i + 1) : from;
  }

  private static int skipArticles(Sentence s, int from) {
    int i = from;
    while (ARTICLES.contains(s.key(i))) {
      i++;
    }
    return i;
  }

  private static void add(List<Span> out, Span span) {
    for (Span known : out) {
      if (known.start() < span.end() && span.start() < known.end()) {
        return;
      }
    }
    out.add(span);
  }
}

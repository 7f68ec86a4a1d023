package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Urdu: the doer stands before «نے», companions before «کے ساتھ» or «سے», two sides before «کے
/// درمیان»; of «چین کے سفیر» the party is China, of «چین کی کمپنی الف» it is الف.
final class UrduSyntax implements Syntax {
  private static final String AGENT = "نے";
  private static final int MOST_SUBJECT_WORDS = 7;
  private static final String COMMA = "،";
  private static final String TO = "کو";
  private static final String INCLUDED = "شامل";
  private static final String SIGNATURE = "دستخط";

  @Override
  public int clauseStart(Sentence s, Hit act) {
    for (int i = act.from() - 1; i >= 0; i--) {
      if ((s.is("clause", i) && !isClosed(s, i, act.from())) || s.key(i).equals(":")) {
        return correlative(s, i, act);
      }
    }
    return 0;
  }

  /// «الف اور ب نے جس معاہدے پر دستخط کیے اس میں …»: the doer stands before «جس».
  private int correlative(Sentence s, int at, Hit act) {
    boolean open = s.is("on-which.bare", at) && UrduNames.first(s, AGENT, at, act.from()) < 0;
    int agent = open ? UrduNames.last(s, AGENT, Math.max(0, at - MOST_SUBJECT_WORDS), at) : -1;
    boolean said = agent < 0 || s.has("final", agent, at);
    if (said || UrduNames.contains(s, COMMA, agent, at)) {
      return at + 1;
    }
    for (int i = agent - 1; i >= 0; i--) {
      if (s.is("clause", i) || s.key(i).equals(":")) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Where in a sentence the parties of an act are sought.
  ///
  /// @param agent where «نے» stands, or -1
  private record Around(int clause, int agent, int from, int to) {}

  /// Those who act besides the doer, by what kind of act it is.
  private void others(Sentence s, Hit act, Around at, List<Span> out) {
    boolean offer = act.label().equals("act.proposed");
    int to = offer ? UrduNames.first(s, TO, at.from, at.to) : at.to;
    UrduSides.companions(s, at.from, to < 0 ? at.to : to, out);
    switch (act.label()) {
      case "act.announced" -> {
        if (at.agent >= 0 && s.has("give", at.from, at.to)) {
          UrduTakers.givenTo(s, at.from, at.to, out); // else one side acts alone
        }
      }
      case "act.delivering" -> underWay(s, act, at, out);
      case "act.proposed" -> {
        UrduTakers.offeredTo(s, at.from, at.to, out);
        UrduTakers.toWhom(s, at.from, at.to, out);
      }
      case "act.delivered" -> {
        UrduTakers.handedTo(s, at.from, act, out);
        if (out.size() == 1) {
          UrduTakers.toWhom(s, at.from, act.to(), out);
        }
        if (out.size() == 1 && at.agent < 0) {
          UrduTakers.toWhom(s, at.clause, act.to(), out); // «پولیس کو ادارے کی طرف سے … مل گئیں»
        }
      }
      case "act.denied" -> {
        further(s, act, at, out);
        UrduSides.alleged(s, act.to(), out);
        UrduSides.named(s, out);
        UrduTakers.toHands(s, at.from, at.to, out);
        if (out.size() == 1) {
          UrduSides.owner(s, at.from, at.to, out);
        }
      }
      case "act.lapsed", "act.cancelled" -> ended(s, act, at, out);
      case "act.in-force" -> {
        UrduSides.owners(s, at.clause, at.to, out);
        further(s, act, at, out);
        if (out.isEmpty()) {
          UrduSides.ofWhich(s, act.to(), out);
        }
      }
      case "act.discussed" -> {
        further(s, act, at, out);
        if (out.size() < 2) {
          UrduSides.talkers(s, at.to, out);
        }
      }
      default -> further(s, act, at, out);
    }
  }

  /// Of what has begun to come one names who sends it, whom it goes to, or whose deal it is under.
  private static void underWay(Sentence s, Hit act, Around at, List<Span> out) {
    UrduSides.between(s, 0, s.size(), out);
    if (at.agent >= 0) {
      UrduTakers.givenTo(s, at.from, s.size(), out);
    }
    UrduSides.fromWhom(s, at.clause, at.to, out);
    UrduSides.firstOf(s, at.clause, act.to(), out);
    UrduTakers.toWhom(s, at.clause, s.size(), out);
    if (out.isEmpty()) {
      UrduSides.owners(s, at.clause, act.to(), out);
    }
    UrduSides.makers(s, act.from(), out);
    UrduTakers.sentTo(s, act, out);
    UrduSides.companions(s, at.clause, s.size(), out);
  }

  /// Of what lapsed or was called off one often names only the one who says so.
  private void ended(Sentence s, Hit act, Around at, List<Span> out) {
    further(s, act, at, out);
    if (out.size() >= 2) {
      return;
    }
    UrduSides.fromWhom(s, at.clause, at.to, out);
    UrduSides.confirmer(s, at.clause, out);
    UrduSides.named(s, out);
    UrduSides.holder(s, act.from(), out);
    if (out.isEmpty()) {
      UrduSides.owners(s, at.clause, act.to(), out);
    }
    if (out.size() == 1 && at.agent >= 0) {
      UrduSides.owner(s, at.from, act.from(), out);
    }
    if (out.isEmpty()) {
      UrduTakers.toWhom(s, at.clause, act.from(), out); // «الف کو گیس کی فراہمی کا معاہدہ»
    }
    if (out.size() == 1) {
      UrduTakers.toWhom(s, act.to(), s.size(), out); // «… منسوخ کر دیا جو فرم ب کو دیا گیا تھا»
    }
    if (out.isEmpty()) {
      UrduSides.ofWhich(s, act.to(), out);
    }
    if (out.size() == 1 && act.label().equals("act.lapsed")) {
      UrduSides.whoLetItGo(s, act.to(), out);
    }
  }

  /// «الف، جو تھر میں کام کر رہی ہے، اور ب نے»: what stands between is over before the act.
  private static boolean isClosed(Sentence s, int clause, int to) {
    if (!s.key(clause - 1).equals(COMMA)) {
      return false;
    }
    for (int i = clause + 2; i < to; i++) {
      if (s.key(i).equals(COMMA)) {
        return s.is("final", i - 1);
      }
    }
    return false;
  }

  @Override
  public List<Span> parties(Sentence s, Hit act, boolean denial) {
    int clause = denial ? 0 : clauseStart(s, act);
    List<Span> out = new ArrayList<>();
    int agent =
        denial
            ? UrduNames.first(s, AGENT, 0, act.from())
            : UrduNames.last(s, AGENT, clause, act.from());
    if (agent < 0) {
      agent = UrduNames.last(s, AGENT, act.from(), act.to()); // «اعلان وزیر تعلیم نے کیا»
    }
    if (agent >= 0) {
      doers(s, agent > act.from() ? act.from() + 1 : clause, agent, denial, out);
    }
    boolean named = agent >= 0 && !out.isEmpty();
    if (act.label().equals("act.signed")) {
      List<Span> sides = new ArrayList<>();
      UrduSides.onBehalf(s, act.from(), sides);
      if (sides.size() > 1) {
        return sides;
      }
    }
    if (agent < 0) {
      UrduSides.onBehalf(s, act.to(), out);
    }
    if (act.label().equals("act.signed")) {
      signers(s, act, clause, agent, out);
    }
    int to = denial ? s.size() : act.from();
    others(s, act, new Around(clause, agent, named ? agent + 1 : clause, to), out);
    return out;
  }

  @Override
  public List<Span> listed(Sentence s, Hit signers) {
    List<Span> out = new ArrayList<>();
    int end = UrduNames.first(s, INCLUDED, signers.to(), s.size());
    if (end > 0) {
      UrduNames.conjuncts(s, signers.to(), end, out);
    }
    return out;
  }

  /// «الف اور ب نے», and «ج کے ساتھ» before it
  private static void doers(Sentence s, int clause, int agent, boolean denial, List<Span> out) {
    int end = beforeAside(s, clause, agent);
    int start = UrduNames.start(s, clause, end);
    beforeRelative(s, clause, start, out);
    UrduNames.conjuncts(s, start, end, out);
    if (!denial) {
      UrduSides.companions(s, clause, start, out);
    }
    if (out.isEmpty() && s.is("speaker", agent - 1)) {
      UrduSides.speaker(s, clause, out);
    }
  }

  /// «اٹلی کی سفیر، پاولا فیرینی، نے»: the name in between is no second one.
  private static int beforeAside(Sentence s, int clause, int agent) {
    if (!s.key(agent - 1).equals(COMMA)) {
      return agent;
    }
    int open = UrduNames.last(s, COMMA, Math.max(clause, agent - MOST_SUBJECT_WORDS), agent - 1);
    return open > clause ? open : agent;
  }

  /// «الف اور ب کے دستخطوں سے مکمل ہو گیا»; «الف کو قرض دینے کے معاہدے پر بینک نے دستخط کیے»
  private static void signers(Sentence s, Hit act, int clause, int agent, List<Span> out) {
    int end = act.from() - 1;
    boolean of =
        s.key(act.from()).startsWith(SIGNATURE) && UrduNames.GENITIVES.contains(s.key(end));
    if (agent < 0 && out.isEmpty() && of) {
      UrduNames.conjuncts(s, UrduNames.start(s, clause, end), end, out);
    }
    if (agent >= 0 && s.has("role.loan", clause, act.from())) {
      UrduTakers.toWhom(s, clause, UrduNames.start(s, clause, agent), out);
    }
  }

  private static void beforeRelative(Sentence s, int clause, int start, List<Span> out) {
    boolean joined = s.key(start).equals(COMMA);
    for (int i = start - 1; joined && i > clause; i--) {
      if (s.is("clause", i) && s.key(i - 1).equals(COMMA)) {
        UrduNames.conjuncts(s, UrduNames.start(s, clause, i - 1), i - 1, out);
        return;
      }
    }
  }

  private static void further(Sentence s, Hit act, Around at, List<Span> out) {
    boolean open = at.agent < 0 || out.isEmpty();
    if (open || out.size() < 2) {
      UrduSides.between(s, open ? 0 : at.from, Math.min(s.size(), at.to + 1), out);
    }
    if (open && out.isEmpty()) {
      UrduSides.sides(s, act, at.clause, at.to, out);
    }
    if (out.size() < 2) {
      UrduSides.fromWhom(s, at.from, at.to, out);
    }
    if (out.size() == 1 && at.agent < 0) {
      UrduSides.whose(s, at.clause, at.to, out);
    }
    if (out.size() == 1 && at.agent >= 0) {
      UrduTakers.toWhom(s, at.from, at.to, out);
    }
    if (out.size() == 1 && at.agent >= 0) {
      UrduSides.fromTalks(s, at.clause, at.agent, out);
    }
    if (out.isEmpty()) {
      UrduSides.owners(s, at.clause, at.to, out);
    }
    if (out.isEmpty()) {
      UrduSides.subjects(s, act, at.clause, at.to, out);
    }
    if (out.isEmpty()) {
      UrduSides.visited(s, 0, at.to, out);
    }
  }
}

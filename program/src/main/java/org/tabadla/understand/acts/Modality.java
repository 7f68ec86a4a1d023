package org.tabadla.understand.acts;

import java.util.List;
import org.tabadla.model.Figure;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Tells what is said to have happened from what is planned, wished, denied, rumoured or long past.
final class Modality {
  private static final int AFTER_WORDS = 3;
  private static final int PAST_WORDS = 4;
  private static final int NEAR_WORDS = 6;
  private static final int YEAR_BEFORE_WORDS = 10;
  private static final int YEAR_BEFORE_SIGNS = 30;
  private static final int YEAR_AFTER_WORDS = 14;
  private static final int OBJECT_WORDS = 3;
  private static final int TALE_YEARS = 15;
  private static final int FIRST_YEAR = 1800;
  private static final int YEAR_DIGITS = 4;
  private static final int MOST_LAYERS = 1;
  private static final int PASSIVE_REACH_WORDS = 12;

  private static final int MONEY_WORDS = 12;

  private Modality() {}

  /// @param year of the article, 0 where it is not known
  /// @param papers whether the article tells of an agreement, in any sentence
  /// @return whether the sentence asserts the act that its words name
  static boolean isAsserted(Sentence s, Hit act, Syntax syntax, int year, boolean papers) {
    int clause = syntax.clauseStart(s, act);
    boolean denial = act.label().equals("act.denied");
    return !s.has("veto.sentence", 0, s.size())
        && (denial || !s.has("veto.rumour", 0, s.size()))
        && (denial || !isHeldBack(s, act, clause))
        && (denial || !s.is("veto.after", act.to()))
        && !endsJustBefore(s, "veto.just", act.from())
        && !(s.size() > 0 && isQuestion(s))
        && !isPast(s, act, clause)
        && !isOfOldYear(s, act, year)
        && !isReducedPast(s, act)
        && !isQuoted(s, act)
        && (denial || layers(s, act.from()) <= MOST_LAYERS)
        && (denial || !isDenied(s, act))
        && fitsItsKind(s, act, clause, papers);
  }

  /// What was denied earlier may since have come true: "signed …, three days after it denied".
  private static boolean isDenied(Sentence s, Hit act) {
    Hit denied = s.first("act.denied", 0, s.size());
    return denied != null && !(denied.from() > act.to() && s.has("after", act.to(), denied.from()));
  }

  /// A word of wishing or claiming governs all that follows it in the sentence, a negation its
  /// clause; what lapsed or was called off may well have had its «not».
  private static boolean isHeldBack(Sentence s, Hit act, int clause) {
    boolean over = act.label().equals("act.lapsed") || act.label().equals("act.cancelled");
    boolean talk = act.label().equals("act.discussed") || act.label().equals("act.proposed");
    int to = act.label().equals("act.delivering") ? act.to() : act.from();
    return s.has("veto.main", 0, to)
        || (!over && s.has("veto.before", clause, act.from()))
        || (!talk && s.has("veto.plan", clause, act.from()))
        || (s.is("participle", act.to() - 1) && s.has("future", act.to(), s.size()));
  }

  private static boolean endsJustBefore(Sentence s, String label, int at) {
    for (Hit hit : s.hits()) {
      if (hit.to() == at && hit.label().equals(label)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuestion(Sentence s) {
    if (s.is("asks", 0) && s.words().stream().anyMatch(w -> w.key().equals("؟"))) {
      return true; // «کیا … معاہدہ طے پا گیا؟»
    }
    String last = s.key(s.size() - 1);
    return last.equals("?") || last.equals("؟") || last.equals("？");
  }

  /// «دستخط کیے تھے», "had agreed": told as past before the past. A weekday tells that it is news
  /// all the same.
  private static boolean isPast(Sentence s, Hit act, int clause) {
    if (s.has("weekday", clause, act.to())) {
      return false;
    }
    if (s.lang().primary().equals("ur")) {
      return s.has("past", act.to() - 1, Math.min(s.size(), act.to() + PAST_WORDS));
    }
    boolean past = false;
    for (int i = Math.max(clause, act.from() - AFTER_WORDS); i < act.from(); i++) {
      past = s.is("past", i) || (past && !s.is("passive", i)); // «which he had promised were …»
    }
    return past;
  }

  /// «signed in 1960», «2005 میں معاہدہ کیا»
  private static boolean isOfOldYear(Sentence s, Hit act, int year) {
    boolean dated = !List.of("act.in-force", "act.lapsed", "act.cancelled").contains(act.label());
    boolean ago = s.has("veto.ago", 0, Math.min(s.size(), act.to() + NEAR_WORDS));
    if (ago || isDatedLongAgo(s, year)) {
      return dated;
    }
    boolean past = s.has("past", 0, s.size()); // «1948 میں … طے پایا تھا جس پر دستخط ہوئے»
    int reach = s.lang().primary().equals("zh") ? YEAR_BEFORE_SIGNS : YEAR_BEFORE_WORDS;
    int from = past ? 0 : Math.max(0, act.from() - reach);
    boolean english = s.lang().primary().equals("en");
    int to = Math.min(s.size(), act.to() + (english ? YEAR_AFTER_WORDS : AFTER_WORDS));
    for (int i = from; dated && i < to; i++) {
      String key = s.key(i);
      boolean then = s.is("in-year", i - 1) || s.is("in-year", i + 1);
      boolean named = then || (english && s.is("month", i - 1));
      boolean aside = english && i < act.from() && s.has("passive", i, act.from());
      if (isOld(key, year) && named && !aside) { // but «bells taken in 1886 were handed over»
        return true;
      }
    }
    return false;
  }

  /// «شہر میں ٹرام چلانے کا خیال 1911 میں سامنے آیا تھا۔» A text that begins so tells what was.
  ///
  /// @param year of the article, 0 where it is not known
  static boolean opensTale(Sentence s, int year) {
    boolean chinese = s.lang().primary().equals("zh");
    boolean over = s.has("past", Math.max(0, s.size() - PAST_WORDS), s.size());
    boolean news = s.has("weekday", 0, s.size());
    for (int i = 0; !news && i < s.size(); i++) {
      boolean then = s.is("in-year", i - 1) || s.is("in-year", i + 1) || s.is("month", i - 1);
      boolean decade = s.is("decade", i + 1); // «1880 کی دہائی میں»
      if ((then || decade) && isOld(s.key(i), year - 1)) {
        boolean longAgo = isOld(s.key(i), year - TALE_YEARS) && s.lang().primary().equals("en");
        return chinese || decade || longAgo || over;
      }
    }
    return false;
  }

  /// «ستمبر 1961 کی ایک شام …», "In May 1934 …": so a tale begins.
  private static boolean isDatedLongAgo(Sentence s, int year) {
    boolean chinese = s.lang().primary().equals("zh");
    for (int i = 0; i <= Math.min(2, s.size() - 1); i++) {
      boolean then = s.is("month", i - 1) || (chinese && s.is("in-year", i + 1));
      if (then && isOld(s.key(i), year - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOld(String key, int year) {
    if (key.length() != YEAR_DIGITS || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int then = Integer.parseInt(key);
    return then >= FIRST_YEAR && then < year;
  }

  /// «a contract signed in 1934» says that there is one and not that it was signed now.
  private static boolean isReducedPast(Sentence s, Hit act) {
    return s.lang().primary().equals("en")
        && act.label().equals("act.signed")
        && s.is("instrument", act.from() - 1)
        && !isDated(s, act);
  }

  /// «under an accord signed with the department on Monday», «signed in Peshawar by the dean»
  private static boolean isDated(Sentence s, Hit act) {
    for (int i = act.to(); i < s.size(); i++) {
      if (s.is("weekday", i) || (s.key(i).equals("by") && i - act.to() < NEAR_WORDS)) {
        return true;
      }
    }
    return false;
  }

  /// What stands in quotation marks is somebody's word: «"We agreed on the date", he said».
  private static boolean isQuoted(Sentence s, Hit act) {
    int open = 0;
    for (int i = 0; i < act.from(); i++) {
      switch (s.key(i)) {
        case "\"" -> open = 1 - open;
        case "’", "‘" -> open = s.lang().primary().equals("ur") ? 1 - open : open;
        case "“" -> open = 1;
        case "”" -> open = 0;
        default -> {
          // a word
        }
      }
    }
    return open > 0;
  }

  /// How many tell of it between us and the act: «an officer says that a paper wrote that …».
  private static int layers(Sentence s, int to) {
    return s.count("report", 0, to);
  }

  private static boolean fitsItsKind(Sentence s, Hit act, int clause, boolean papers) {
    return switch (act.label()) {
      case "act.signed" -> signsPaper(s, act, clause);
      case "act.denied" -> isOfDeal(s) && !isCharge(s);
      case "act.delivered" -> !isOfNoDeal(s, act);
      case "act.lapsed" ->
          (papers || s.has("deal", 0, s.size())) && !s.has("after", act.from(), act.to());
      case "act.cancelled" ->
          s.has("deal", 0, act.from())
              || s.has("deal", act.to(), s.size())
              || s.has("instrument", act.from(), act.to());
      case "act.in-force" -> s.has("instrument", 0, s.size());
      case "act.announced" -> promises(s, act) && !isOfOtherThings(s, act);
      case "act.proposed" -> !isOfOtherThings(s, act) && proposesDeal(s, act);
      default -> true;
    };
  }

  private static boolean isOfDeal(Sentence s) {
    return s.has("deal", 0, s.size()) || s.has("deal.also", 0, s.size());
  }

  /// Much is handed over every day that is of no deal: a report, a suspect, a bill.
  private static boolean isOfNoDeal(Sentence s, Hit act) {
    return s.has("unhanded", 0, Math.min(s.size(), act.to() + OBJECT_WORDS));
  }

  /// «کمیشن لینے کے الزامات کی تردید» is of no deal.
  private static boolean isCharge(Sentence s) {
    return s.has("charge", 0, s.size()) && !s.has("instrument", 0, s.size());
  }

  /// «قونصل خانہ کھولنے کا اعلان», «آٹھ ارب روپے کے قرضوں کا اعلان»
  private static boolean promises(Sentence s, Hit act) {
    boolean named = s.has("promise", 0, s.size());
    if (named || !s.lang().primary().equals("ur")) {
      return named;
    }
    boolean gives = s.has("act-to-give", Math.max(0, act.from() - NEAR_WORDS), act.from());
    int reach = s.word(Math.max(0, act.from() - MONEY_WORDS)).start() - s.span().start();
    int verb = s.word(act.from()).start() - s.span().start();
    return gives
        || s.numbers().stream()
            .anyMatch(f -> f.kind() == Figure.Kind.MONEY && f.start() >= reach && f.start() < verb);
  }

  /// A strike, a squad: what else is announced.
  private static boolean isOfOtherThings(Sentence s, Hit act) {
    return s.lang().primary().equals("ur")
        ? s.has("unpromise", Math.max(0, act.from() - NEAR_WORDS), act.from())
        : s.has("unpromise", act.to(), Math.min(s.size(), act.to() + NEAR_WORDS));
  }

  /// «offered to sell», «offered Sri Lanka a credit line», but not «offered a discount»
  private static boolean proposesDeal(Sentence s, Hit act) {
    if (!s.key(act.from()).equals("offered")) {
      return true;
    }
    return s.key(act.to()).equals("to") || (act.to() < s.size() && s.word(act.to()).isCapital());
  }

  private static boolean signsPaper(Sentence s, Hit act, int clause) {
    if (s.lang().primary().equals("ur")) {
      return s.has("instrument", Math.max(clause, act.from() - PASSIVE_REACH_WORDS), act.to())
          || s.has("by-terms", act.to(), s.size())
          || s.has("paper-on", clause, act.from())
          || (s.has("on-which", Math.max(0, clause - 1), act.from())
              && s.has("instrument", 0, clause));
    }
    return s.has("instrument", 0, s.size()) || s.key(act.to()).equals("for");
  }
}

package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;

/// What an article has told so far: what is told twice stands once, and a signing that names nobody
/// («جس پر بدھ کو دستخط ہوئے») belongs to the agreement it is about.
final class Telling {
  private static final int NEAR_SENTENCES = 2;

  private final List<Act> acts = new ArrayList<>();
  private int lastAt = -1;
  private @Nullable Act unnamed;
  private int unnamedAt = -1;

  List<Act> acts() {
    return acts;
  }

  /// @param at the sentence
  /// @param act a signing without parties, or null where the words are no signing
  /// @param further whether it is told as one more thing («بھی»)
  void unnamed(int at, @Nullable Act act, boolean further) {
    if (act == null) {
      return;
    }
    if (further && isOneMore(at, act)) {
      acts.add(act.withParties(acts.getLast().parties()));
      lastAt = at;
      return;
    }
    if (!acts.isEmpty()
        && acts.getLast().act() == Act.Kind.AGREED
        && at - lastAt <= NEAR_SENTENCES
        && act.count() == null) {
      acts.set(acts.size() - 1, signed(acts.getLast(), act));
    } else if (unnamed == null) {
      unnamed = act;
      unnamedAt = at;
    }
  }

  /// @param further whether it is told as one more thing («بھی»)
  /// @param byOfficials whether only holders of offices are named
  void add(int at, Act read, boolean further, boolean byOfficials) {
    Act act = read;
    if (act.act() == Act.Kind.AGREED
        && unnamed != null
        && at - unnamedAt <= NEAR_SENTENCES
        && act.instrument() != null) {
      act = signed(act, unnamed);
    }
    if (act.act() == Act.Kind.SIGNED && (isBriefly(at, act) || (byOfficials && isFor(at, act)))) {
      acts.set(acts.size() - 1, signed(acts.getLast(), act));
      return;
    }
    if (addsTo(acts, act, further)) {
      Act added = act;
      acts.removeIf(known -> isWeakerTelling(known, added));
      acts.add(act);
      lastAt = at;
    }
  }

  /// «نو منصوبوں پر دستخط کیے۔ اس کے علاوہ 34 یادداشتوں پر بھی دستخط کیے گئے»: so many more, by the
  /// same.
  private boolean isOneMore(int at, Act signing) {
    if (acts.isEmpty() || acts.getLast().act() != Act.Kind.SIGNED || at - lastAt > NEAR_SENTENCES) {
      return false;
    }
    Act.Valued more = signing.count();
    Act.Valued before = acts.getLast().count();
    return more == null
        ? signing.instrument() != null
        : before == null || !before.value().equals(more.value());
  }

  /// «معاہدے پر فاؤنڈیشن کی ڈائریکٹر اور انجمن کے سربراہ نے دستخط کیے»: those of the agreement just
  /// told, by parts of their names.
  private boolean isBriefly(int at, Act signing) {
    if (acts.isEmpty() || acts.getLast().act() != Act.Kind.AGREED || at - lastAt > NEAR_SENTENCES) {
      return false;
    }
    if (acts.getLast().span().equals(signing.span())) {
      return true; // «معاہدہ طے پا گیا جس پر سیکریٹری نے دستخط کیے»
    }
    List<String> full = names(acts.getLast());
    return names(signing).stream().allMatch(name -> full.stream().anyMatch(f -> f.contains(name)));
  }

  /// «الف اور ب نے معاہدے پر دستخط کیے۔ معاہدے پر وزیراعظم اور ولی عہد نے دستخط کیے»: whose hands
  /// signed what has just been told.
  private boolean isFor(int at, Act signing) {
    return !acts.isEmpty()
        && acts.getLast().act() == Act.Kind.SIGNED
        && at > lastAt
        && at - lastAt <= NEAR_SENTENCES
        && signing.count() == null;
  }

  /// @return all acts; a counted signing by nobody named stands alone where none else is told
  List<Act> all() {
    Act alone = unnamed;
    if (alone != null && alone.count() != null && acts.stream().noneMatch(Telling::isDeal)) {
      acts.add(alone);
    }
    return acts;
  }

  private static boolean isDeal(Act act) {
    return act.act().strength() >= Act.Kind.AGREED.strength();
  }

  private static Act signed(Act agreed, Act signing) {
    return new Act(
        Act.Kind.SIGNED,
        agreed.instrument(),
        agreed.parties(),
        agreed.others(),
        agreed.count(),
        agreed.amounts(),
        agreed.sectors(),
        agreed.place() == null ? signing.place() : agreed.place(),
        signing.date() == null ? agreed.date() : signing.date(),
        agreed.deliverables(),
        agreed.span(),
        signing.rule() + "; " + agreed.rule());
  }

  /// An act told again adds nothing, nor does a weaker word for one whose parties are known.
  private static boolean addsTo(List<Act> known, Act act, boolean further) {
    for (Act other : known) {
      boolean own = further || (isOnesOwn(act) && !act.span().equals(other.span()));
      boolean weaker = !own && !isEnd(act) && act.act().strength() <= other.act().strength();
      boolean another = further && act.act() == Act.Kind.SIGNED && act.instrument() != null;
      boolean same = (other.act() == act.act() && !another) || weaker;
      boolean apart =
          act.parties().size() >= 2
              && act.parties().stream().noneMatch(p -> names(other).contains(p.name()));
      if (same && !apart) {
        return false;
      }
    }
    return true;
  }

  /// What one side announces or proposes in another sentence is a matter of its own.
  private static boolean isOnesOwn(Act act) {
    return act.act() == Act.Kind.ANNOUNCED || act.act() == Act.Kind.PROPOSED;
  }

  /// That something is over or untrue is no weaker word for its having been signed.
  private static boolean isEnd(Act act) {
    return switch (act.act()) {
      case LAPSED, CANCELLED, DENIED -> true;
      default -> false;
    };
  }

  /// In one sentence «discussed … and agreed» is one act; so it is where the next one goes further.
  private static boolean isWeakerTelling(Act known, Act act) {
    return known.span().equals(act.span())
        && known.act().strength() < act.act().strength()
        && act.parties().stream().anyMatch(p -> names(known).contains(p.name()));
  }

  private static List<String> names(Act act) {
    return act.parties().stream().map(Act.Party::name).toList();
  }
}

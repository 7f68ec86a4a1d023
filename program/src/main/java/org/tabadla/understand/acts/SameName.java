package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.model.Act;
import org.tabadla.model.Lang;

/// Short names that an article binds to long ones: after «نیشنل یونیورسٹی (نسٹ)» the name «نسٹ» is
/// that university, wherever the text has it, and so is the beginning or the end of a name told
/// before.
final class SameName {
  private static final Pattern BRACKET =
      Pattern.compile("\\s*[«\"'’”]?\\s*[(（]([^()（）]{2,40})[)）]");
  private static final int MOST_WORDS = 6;
  private static final int BRACKET_CHARS = 48;

  private final String text;
  private final Lang lang;
  private final Map<String, Act.Party> full = new HashMap<>();
  private final Map<String, Act.Party> told = new HashMap<>();

  SameName(String text, Lang lang) {
    this.text = text;
    this.lang = lang;
  }

  /// @return the act with each party under the name that the article first gave it, once
  Act of(Act act) {
    List<Act.Party> parties = new ArrayList<>();
    for (Act.Party party : act.parties()) {
      boolean own = party.concept() != null; // پاکستان is no short «پاکستان کونسل برائے …»
      Act.Party known = own ? null : known(Letters.fold(party.name(), lang));
      Act.Party one =
          known == null
              ? party
              : new Act.Party(known.name(), known.concept(), party.role(), known.span());
      bind(one);
      if (parties.stream().noneMatch(p -> p.span().equals(one.span()))) {
        parties.add(one);
      }
    }
    return parties.equals(act.parties()) ? act : act.withParties(parties);
  }

  /// By a bracket, or as the one longer name so far that begins or ends with these words: «کلب»
  /// after «راوی یونائیٹڈ فٹ بال کلب», «Hanbat» after «Hanbat Semiconductors».
  private Act.@Nullable Party known(String name) {
    Act.Party bound = full.get(name);
    if (bound != null) {
      return bound;
    }
    Act.Party found = null;
    for (Map.Entry<String, Act.Party> entry : told.entrySet()) {
      String longer = entry.getKey();
      boolean part = longer.startsWith(name + " ") || longer.endsWith(" " + name);
      if (part && found != null) {
        return null; // two could be meant
      }
      found = part ? entry.getValue() : found;
    }
    return found;
  }

  private void bind(Act.Party party) {
    told.putIfAbsent(Letters.fold(party.name(), lang), party);
    int to = Math.min(text.length(), party.span().end() + BRACKET_CHARS);
    Matcher bracket = BRACKET.matcher(text).region(party.span().end(), to);
    if (bracket.lookingAt()) {
      String inner = bracket.group(1).strip();
      boolean name =
          inner.chars().anyMatch(Character::isLetter) && inner.split("\\s+").length <= MOST_WORDS;
      if (name) {
        full.putIfAbsent(Letters.fold(inner, lang), party);
      }
    }
  }
}

package org.tabadla.web.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabadla.language.Labels;
import org.tabadla.model.Lang;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Named;
import org.tabadla.register.Shelf;
import org.tabadla.web.Chip;
import org.tabadla.web.Countries;
import org.tabadla.web.Said;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;

/// What a commitment and its lists are called for one reader.
final class Tongue {
  private static final int MOST_NAMED = 4;
  private static final int LONGEST_SENTENCE_CHARS = 120;
  private static final int PAIR = 2;

  /// The roles that the interface has words for.
  static final Set<String> ROLES =
      Set.of(
          "party",
          "contractor",
          "denier",
          "donor",
          "recipient",
          "lender",
          "provider",
          "proposer",
          "funder",
          "investor",
          "seller",
          "buyer",
          "borrower",
          "announcer",
          "licensee",
          "client",
          "host",
          "carrier",
          "agent");

  private final Ui ui;

  Tongue(Ui ui) {
    this.ui = ui;
  }

  /// A commitment is called by its parties and its paper, never by a headline: headlines claim more
  /// than the text.
  Said heading(Commitment commitment) {
    return heading(voice(commitment));
  }

  /// @return what a commitment is called where nobody's language is known: as its first source does
  static String plain(Commitment commitment) {
    return heading(commitment.assertions().getFirst()).words();
  }

  static Said heading(Assertion by) {
    var lang = new Lang(by.origin().lang());
    List<String> names =
        by.parties().stream()
            .map(p -> clipped(p.name().words()))
            .distinct()
            .limit(MOST_NAMED)
            .toList();
    if (names.isEmpty()) {
      return Said.of(clipped(by.sentence().words()), lang);
    }
    String all = String.join(" · ", names);
    String more = by.parties().size() > MOST_NAMED ? " …" : "";
    var what = new ArrayList<String>();
    if (by.count() != null) {
      what.add(by.count().value());
    }
    if (by.instrument() != null) {
      what.add(clipped(by.instrument().words()));
    }
    return Said.of(what.isEmpty() ? all + more : all + more + " — " + String.join(" ", what), lang);
  }

  private static String clipped(String words) {
    int end = Math.min(words.length(), LONGEST_SENTENCE_CHARS);
    if (end == words.length()) {
      return words;
    }
    int whole = Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end;
    return words.substring(0, whole) + "…";
  }

  /// @return an assertion in the reader's language that names the most, or else any such
  private Assertion voice(Commitment commitment) {
    String mine = ui.lang().primary();
    return commitment.assertions().stream()
        .max(
            Comparator.comparing(
                    (Assertion a) -> new Lang(a.origin().lang()).primary().equals(mine))
                .thenComparingInt(a -> Math.min(a.parties().size(), MOST_NAMED))
                .thenComparing(a -> a.instrument() != null))
        .orElseGet(commitment::newest);
  }

  /// @param name what it is called by a source
  Chip chip(Shelf shelf, Named name, String note) {
    return new Chip(ui.link(path(shelf)), called(shelf, name), note.isEmpty() ? null : note);
  }

  Said called(Shelf shelf, Named name) {
    return switch (shelf.kind()) {
      case PAIR -> Said.of(pair(shelf.key()), ui.lang());
      case STATUS -> Said.of(ui.say("status." + shelf.key()), ui.lang());
      case PARTY, PLACE, SECTOR -> known(shelf.key(), name);
      case ALL, ARTICLE -> Said.of(name.words(), name.lang());
    };
  }

  /// @return what the reader's language calls it; where it has no name, what a source calls it
  private Said known(String concept, Named name) {
    return Countries.isOne(concept)
        ? Said.of(Countries.ofConcept(concept, ui), ui.lang())
        : Labels.of(concept, ui.lang())
            .map(words -> Said.of(words, ui.lang()))
            .orElseGet(() -> Said.of(name.words(), name.lang()));
  }

  /// @return what a party is in a commitment, in the reader's language
  static String role(Ui ui, String role) {
    return ROLES.contains(role) ? ui.say("role." + role) : role;
  }

  private String pair(String key) {
    String[] codes = key.split("-", PAIR);
    return List.of(codes).stream()
        .map(code -> Countries.name(code, ui))
        .collect(Collectors.joining(" – "));
  }

  /// @return a list's address after the language step
  static String path(Shelf shelf) {
    return shelf.kind() == Shelf.Kind.ALL
        ? "/register/all"
        : "/register/" + shelf.kind().step() + "/" + Steps.of(shelf.key());
  }

  /// @return a commitment's address after the language step
  static String path(Commitment commitment) {
    return "/register/c/" + Steps.of(commitment.id());
  }
}

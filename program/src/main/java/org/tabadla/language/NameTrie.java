package org.tabadla.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Names of one language by their keys. A name is found as it is written in the table and, where
/// the language inflects, by its stems.
final class NameTrie {
  private static final String MIDDLE_POINTS = "\u00B7\u30FB";
  private static final String BETWEEN_CHARACTERS = "-" + MIDDLE_POINTS;
  private static final String JOINERS =
      " \u00A0\u200C-\u2010\u2011\u2013\u2014.,'\u2019\u2033\"" + MIDDLE_POINTS;
  private static final int LONGEST_GAP_CHARS = 3;
  private static final char URDU_STOP = '\u06D4';
  private static final int LONGEST_NAME_KEYS = 16;
  private static final int SHORTEST_NAME_CHARS = 2;

  /// What is found of a name.
  ///
  /// @param next the key after it
  record Hit(String concept, int next) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>(4);
    @Nullable String concept;
    boolean caps;
    boolean upper;
  }

  private final Node plain = new Node();
  private final Node stemmed = new Node();
  private final Lang lang;
  private final Function<NameKeys.Key, String> stem;

  /// @param stem which of a word's stems its names go by
  NameTrie(Lang lang, Function<NameKeys.Key, String> stem) {
    this.lang = lang;
    this.stem = stem;
  }

  /// The first that claims a name keeps it.
  ///
  /// @param capitals whether it counts only in capitals, as «US» does
  /// @return whether it is known by this name now
  boolean add(String concept, String name, boolean capitals) {
    NameKeys keys = NameKeys.of(name, lang);
    int letters = 0;
    for (int i = 0; i < keys.size(); i++) {
      letters += keys.key(i).plain().length();
    }
    boolean single = keys.size() == 1 && keys.key(0).single();
    if (letters < SHORTEST_NAME_CHARS && !single) {
      return false;
    }
    boolean own = put(plain, keys, NameKeys.Key::plain, concept, capitals);
    if (!capitals) {
      put(stemmed, keys, stem, concept, false);
    }
    return own;
  }

  private static boolean put(
      Node root,
      NameKeys keys,
      Function<NameKeys.Key, String> part,
      String concept,
      boolean capitals) {
    Node at = root;
    for (int i = 0; i < keys.size(); i++) {
      at = at.next.computeIfAbsent(part.apply(keys.key(i)), k -> new Node());
    }
    if (at.concept == null) {
      at.concept = concept;
      at.caps = capitals;
      at.upper = Character.isUpperCase(keys.key(0).surface().charAt(0));
    }
    return concept.equals(at.concept);
  }

  /// @return the concept that bears this very name
  @Nullable String find(String name) {
    NameKeys keys = NameKeys.of(name, lang);
    Node at = plain;
    for (int i = 0; i < keys.size(); i++) {
      at = at.next.get(keys.key(i).plain());
      if (at == null) {
        return null;
      }
    }
    return at.concept;
  }

  /// @return the longest name that begins at a key; as it is written before its stem
  @Nullable Hit longest(NameKeys keys, int from) {
    NameKeys.Key first = keys.key(from);
    Hit exact = longest(keys, from, plain, NameKeys.Key::plain, first.plain());
    Hit inflected = longest(keys, from, stemmed, stem, stem.apply(first));
    Hit best =
        inflected == null || (exact != null && exact.next >= inflected.next) ? exact : inflected;
    for (int i = 0; best == null && i < first.bare().size(); i++) {
      String bare = first.bare().get(i);
      best = longest(keys, from, plain, NameKeys.Key::plain, bare);
      if (best == null) {
        best = longest(keys, from, stemmed, stem, bare);
      }
    }
    return best;
  }

  private static @Nullable Hit longest(
      NameKeys keys, int from, Node root, Function<NameKeys.Key, String> part, String first) {
    Node node = root.next.get(first);
    if (node == null) {
      return null;
    }
    boolean upper = keys.key(from).upper();
    boolean caps = true;
    Hit best = null;
    int i = from;
    while (node != null) {
      caps &= keys.key(i).caps();
      if (node.concept != null && (upper || !node.upper) && (caps || !node.caps)) {
        best = new Hit(node.concept, i + 1);
      }
      i++;
      if (i >= keys.size() || i - from >= LONGEST_NAME_KEYS || !joins(keys, i)) {
        break;
      }
      node = node.next.get(part.apply(keys.key(i)));
    }
    return best;
  }

  /// @return whether a key goes on with the one before: at most spaces, hyphens, points, commas,
  ///   quotes and apostrophes part words, and nothing but a middle point or hyphen parts characters
  ///   that are keys by themselves, since «近日，本市» names no Japan
  private static boolean joins(NameKeys keys, int i) {
    int from = keys.end(i - 1);
    int to = keys.start(i);
    String text = keys.text();
    if (to - from == 1 && text.charAt(from) == URDU_STOP) {
      // An acronym: «ایس۔سی۔او».
      return true;
    }
    boolean single = keys.key(i - 1).single() || keys.key(i).single();
    String joiners = single ? BETWEEN_CHARACTERS : JOINERS;
    for (int at = from; at < to; at++) {
      if (joiners.indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return to - from <= LONGEST_GAP_CHARS;
  }
}

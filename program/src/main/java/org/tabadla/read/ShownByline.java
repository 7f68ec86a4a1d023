package org.tabadla.read;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Found;

/// The bylines that a page shows its readers, in the order in which they are believed.
final class ShownByline {
  private static final int LINE_MAX_CHARS = 200;
  private static final int SIGNED_MAX_CHARS = 120;
  private static final int LABEL_MAX_CHARS = 24;

  /// A page with no more before its text has no menu.
  private static final int PLAIN_MAX_LINES = 5;

  private static final int BESIDE_MAX_CHARS = 70;
  private static final Pattern DATED =
      Pattern.compile(
          "(?<!\\p{Nd})(?:19|20)\\p{Nd}{2}(?!\\p{Nd})|\\p{Nd}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{2}");
  private static final int BODY_LINES = 3;
  private static final int MASTHEAD_LINES = 12;
  private static final int BELOW_LINES = 6;
  private static final int SENTENCE_MIN_UNITS = 90;

  /// A byline and where it was.
  record At(Byline byline, String rule, String words) {
    Found<String> found(String name) {
      return new Found<>(name, rule, words);
    }
  }

  private final PageTree tree;
  private final PageHead head;
  private final PageClues clues;

  ShownByline(PageTree tree, PageHead head) {
    this.tree = tree;
    this.head = head;
    this.clues = tree.clues();
  }

  /// «By …», «von …», «记者 …» in the head of the article.
  @Nullable At labelled() {
    for (int i = head.from(); i < Math.min(head.to() + 1, tree.lines().size()); i++) {
      At at = labelled(i);
      if (at != null) {
        return at;
      }
    }
    for (int i = head.headline() - 1; i >= head.over() && head.headline() >= 0; i--) {
      At at = labelled(i);
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  private @Nullable At labelled(int i) {
    Line line = tree.lines().get(i);
    String text = line.text();
    if (text.length() > LINE_MAX_CHARS
        || (line.units() > SENTENCE_MIN_UNITS && line.endsSentence())) {
      return null;
    }
    List<String> han = HanByline.in(text);
    if (!han.isEmpty()) {
      return new At(new Byline(han, List.of(), List.of(), true), "text:byline", text);
    }
    Byline byline = Byline.isLabelled(text) ? Byline.of(text, true) : Byline.NONE;
    if (byline.labelled() && byline.isEmpty() && text.length() <= LABEL_MAX_CHARS) {
      // The label is a line of its own, and so is the name.
      String next = i + 1 < tree.lines().size() ? tree.lines().get(i + 1).text() : "";
      byline = next.length() <= SIGNED_MAX_CHARS ? Byline.of("by " + next, true) : byline;
      text = text + " " + next;
    }
    return byline.labelled() && !byline.isEmpty() ? new At(byline, "text:byline", text) : null;
  }

  /// Elements whose class or `rel` says author: in the head of the article.
  @Nullable At signed() {
    return signed(true);
  }

  /// The same elsewhere on the page, but for comments and other articles.
  @Nullable At signedElsewhere() {
    return signed(false);
  }

  private @Nullable At signed(boolean near) {
    At best = null;
    Element within = null;
    for (PageClues.Clue clue : clues.signed()) {
      Element e = clue.element();
      boolean there = head.holds(clue.line());
      if (there != near || e.normalName().equals("link") || (!near && isOff(e, clue.line()))) {
        continue;
      }
      String text = PageClues.brief(e, SIGNED_MAX_CHARS);
      if (text.isEmpty()) {
        continue;
      }
      Byline byline = Byline.of(text, true);
      boolean better = best == null || best.byline().people().isEmpty() || isWithin(e, within);
      if (better && !(byline.people().isEmpty() && (best != null || byline.desks().isEmpty()))) {
        boolean linked = e.attr("rel").contains("author");
        best = new At(byline, linked ? "rel:author" : "class:author", text);
        within = e;
      }
    }
    return best;
  }

  /// What an element within another names is named more exactly: «Name» within «Name, Outlet».
  private static boolean isWithin(Element e, @Nullable Element outer) {
    for (Element up = e.parent(); up != null && outer != null; up = up.parent()) {
      if (up.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  /// A name beside a date, or alone on the line before or after one: «25.10.2022 - Reiner Nagel».
  @Nullable At beside() {
    for (int i = head.over(); i < Math.min(head.to(), tree.lines().size()); i++) {
      String text = tree.lines().get(i).text();
      if (i == head.headline() || text.length() > BESIDE_MAX_CHARS) {
        continue;
      }
      boolean dated = isDated(i);
      if (!dated && !isDated(i - 1) && !isDated(i + 1)) {
        boolean plain = i == head.headline() + 1 || (i > 0 && head.first() <= PLAIN_MAX_LINES);
        List<String> han = plain ? HanByline.alone(text) : List.<String>of();
        if (!han.isEmpty()) {
          return new At(new Byline(han, List.of(), List.of(), false), "text:beside", text);
        }
        continue;
      }
      Byline byline = Byline.of(text, true);
      boolean full = !byline.people().isEmpty() && byline.desks().isEmpty();
      if (full && byline.people().stream().allMatch(ShownByline::isFullName)) {
        return new At(byline, "text:beside", text);
      }
    }
    return null;
  }

  private boolean isDated(int i) {
    if (i < 0 || i >= tree.lines().size()) {
      return false;
    }
    String text = tree.lines().get(i).text();
    return text.length() <= BESIDE_MAX_CHARS && DATED.matcher(text).find();
  }

  /// Two to four words, each with a capital.
  static boolean isFullName(String name) {
    String[] words = name.split("\\s+", -1);
    if (words.length < 2 || words.length > 4) {
      return false;
    }
    for (String word : words) {
      boolean shout = word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT));
      if (!Character.isUpperCase(word.charAt(0)) || shout || !isLetters(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetters(String word) {
    return word.chars().allMatch(c -> Character.isLetter(c) || ".'’-".indexOf(c) >= 0);
  }

  private boolean isOff(Element e, int line) {
    return line < head.over() - MASTHEAD_LINES || clues.isElsewhere(e);
  }

  /// The last words of the text and the lines under it: «（袁源）», «Autor: …», «Reporting by …».
  @Nullable At below() {
    int last = head.last();
    int to = Math.min(tree.lines().size(), last + 1 + BELOW_LINES);
    for (int i = Math.max(head.first(), last - BODY_LINES); i < to; i++) {
      String text = tree.lines().get(i).text();
      List<String> names = HanByline.atEnd(text);
      if (names.isEmpty() && text.length() <= SIGNED_MAX_CHARS) {
        names = HanByline.in(text);
      }
      if (!names.isEmpty()) {
        return new At(new Byline(names, List.of(), List.of(), true), "text:below", text);
      }
      Byline byline = text.length() <= SIGNED_MAX_CHARS ? Byline.ofLabelled(text) : Byline.NONE;
      if (byline.labelled() && !byline.people().isEmpty()) {
        return new At(byline, "text:below", text);
      }
    }
    return null;
  }

  /// «（袁源）» at the end of the text.
  @Nullable At signature() {
    for (int i = Math.max(head.first(), head.last() - BODY_LINES); i <= head.last(); i++) {
      String text = tree.lines().get(i).text();
      List<String> names = HanByline.atEnd(text);
      if (!names.isEmpty()) {
        return new At(new Byline(names, List.of(), List.of(), true), "text:below", text);
      }
    }
    return null;
  }

  /// The editors in charge of a Chinese page, who are named where no author is.
  @Nullable At editors() {
    int to = Math.min(tree.lines().size(), head.last() + 1 + BELOW_LINES);
    for (int i = Math.max(head.first(), head.last() - BODY_LINES); i < to; i++) {
      String text = tree.lines().get(i).text();
      List<String> names =
          text.length() <= LINE_MAX_CHARS ? HanByline.editors(text) : List.<String>of();
      if (names.isEmpty() && text.length() <= SIGNED_MAX_CHARS) {
        names = HanByline.source(text);
      }
      if (!names.isEmpty()) {
        return new At(new Byline(names, List.of(), List.of(), true), "text:editor", text);
      }
    }
    return null;
  }
}

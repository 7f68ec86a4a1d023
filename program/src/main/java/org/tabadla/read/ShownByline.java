package org.tabadla.read;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Found;

/// The bylines that a page shows its readers, in the order in which they are believed.
final class ShownByline {
  private static final int LINE_MAX_CHARS = 200;
  private static final int SIGNED_MAX_CHARS = 120;
  private static final int LABEL_MAX_CHARS = 24;
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
    Byline byline = Byline.of(text, true);
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
      String text = e.text();
      if (text.isBlank() || text.length() > SIGNED_MAX_CHARS) {
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
      if (up == outer) {
        return true;
      }
    }
    return false;
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
      if (names.isEmpty() && text.length() <= LINE_MAX_CHARS) {
        names = HanByline.in(text);
      }
      if (!names.isEmpty()) {
        return new At(new Byline(names, List.of(), List.of(), true), "text:below", text);
      }
      Byline byline = text.length() <= SIGNED_MAX_CHARS ? Byline.of(text, false) : Byline.NONE;
      if (byline.labelled() && !byline.people().isEmpty()) {
        return new At(byline, "text:below", text);
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
      if (!names.isEmpty()) {
        return new At(new Byline(names, List.of(), List.of(), true), "text:editor", text);
      }
    }
    return null;
  }
}

package org.tabadla.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The reviews of another desk: one ClaimReview, an array, a graph, or a schema.org DataFeed or
/// ItemList of them. One that is of no use is told of, and the rest goes on.
///
/// @param items in the order of the feed
/// @param bad what was left out, each with where it stands, the value seen and the remedy
/// @param unread addresses of the reviews that were left out, where they have one
/// @param isWhole whether it was read to its end
public record ClaimReviewFeed(
    List<Item> items, List<String> bad, Set<String> unread, boolean isWhole) {
  private static final int MOST_ITEMS = 3_000;
  private static final int MOST_BAD = 50;
  private static final int LONGEST_CLAIM_CHARS = 5_000;
  private static final int BRIEF_CHARS = 60;

  public ClaimReviewFeed {
    items = List.copyOf(items);
    bad = List.copyOf(bad);
    unread = Set.copyOf(unread);
  }

  /// One review.
  ///
  /// @param isWithdrawn whether its desk says that it stands no more
  public record Item(ClaimReview review, boolean isWithdrawn) {}

  /// @param bytes JSON-LD
  /// @return no items and one line of trouble where it is no JSON within limits
  public static ClaimReviewFeed read(byte[] bytes) {
    return of(List.of(bytes));
  }

  /// @param documents of one page, such as its scripts
  /// @return what they hold together
  public static ClaimReviewFeed of(List<byte[]> documents) {
    var reading = new Reading();
    documents.forEach(reading::read);
    return reading.done();
  }

  private static final class Reading {
    private static final int DEEPEST = 4;
    private static final List<String> HOLDERS =
        List.of("@graph", "dataFeedElement", "itemListElement", "item", "mainEntity", "subjectOf");

    private final List<Item> items = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();
    private boolean isWhole = true;
    private boolean isFull;

    private void read(byte[] document) {
      switch (Parsed.of(document)) {
        case Parsed.Json(JsonNode root) -> walk(root, "", 0);
        case Parsed.Xml _ -> cut("", "XML; a feed of ClaimReview is JSON-LD");
        case Parsed.Unreadable(Finding reason) -> cut(reason.place(), reason.message());
      }
    }

    private ClaimReviewFeed done() {
      return new ClaimReviewFeed(items, bad, unread, isWhole);
    }

    private void cut(String at, String why) {
      isWhole = false;
      bad(at, why);
    }

    private void walk(JsonNode node, String at, int depth) {
      if (isFull || depth > DEEPEST) {
        return;
      }
      if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          walk(node.get(i), at + "/" + i, depth);
        }
      } else if (node.isObject() && isReview(node) && items.size() >= MOST_ITEMS) {
        isFull = true;
        cut(at, "more than " + MOST_ITEMS + " reviews; its desk must show the newest alone");
      } else if (node.isObject() && isReview(node)) {
        review(node, at);
      } else if (node.isObject()) {
        HOLDERS.forEach(key -> {
          if (node.has(key)) {
            walk(node.path(key), at + "/" + key, depth + 1);
          }
        });
      }
    }

    private static boolean isReview(JsonNode node) {
      return !node.has("@graph") && ClaimReviewCheck.isOne(node);
    }

    private void review(JsonNode node, String at) {
      String claim = ClaimReview.text(node, "claimReviewed");
      if (claim == null) {
        unread(node);
        bad(
            at + "/claimReviewed",
            brief(node.path("claimReviewed").toString())
                + " is no claim; its desk must say what it reviewed");
      } else if (claim.length() > LONGEST_CLAIM_CHARS) {
        unread(node);
        bad(
            at + "/claimReviewed",
            claim.length()
                + " characters, more than "
                + LONGEST_CLAIM_CHARS
                + "; its desk must give the words of the claim alone");
      } else {
        String status = ClaimReview.text(node, "creativeWorkStatus");
        items.add(new Item(ClaimReview.read(node), ClaimReview.WITHDRAWN.equalsIgnoreCase(status)));
      }
    }

    private void unread(JsonNode node) {
      String url = ClaimReview.text(node, "url");
      if (url != null && unread.size() < MOST_ITEMS) {
        unread.add(url);
      }
    }

    private static String brief(String value) {
      return value.length() > BRIEF_CHARS ? value.substring(0, BRIEF_CHARS) + "…" : value;
    }

    private void bad(String at, String what) {
      if (bad.size() < MOST_BAD) {
        bad.add(at + ": " + what);
      }
    }
  }
}

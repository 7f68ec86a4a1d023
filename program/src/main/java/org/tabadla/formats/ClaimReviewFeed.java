package org.tabadla.formats;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The reviews of another desk: one ClaimReview, an array, a graph, or a schema.org DataFeed or
/// ItemList of them. One that is of no use is told of, and the rest goes on.
///
/// @param items in the order of the feed
/// @param bad what was left out, each with where it stands, the value seen and the remedy
public record ClaimReviewFeed(List<Item> items, List<String> bad) {
  private static final int MOST_ITEMS = 3_000;
  private static final int MOST_BAD = 50;
  private static final int LONGEST_CLAIM_CHARS = 5_000;
  private static final int BRIEF_CHARS = 60;

  public ClaimReviewFeed {
    items = List.copyOf(items);
    bad = List.copyOf(bad);
  }

  /// One review.
  ///
  /// @param isWithdrawn whether its desk says that it stands no more
  public record Item(ClaimReview review, boolean isWithdrawn) {}

  /// @param bytes JSON-LD
  /// @return no items and one line of trouble where it is no JSON within limits
  public static ClaimReviewFeed read(byte[] bytes) {
    var reading = new Reading();
    switch (Parsed.of(bytes)) {
      case Parsed.Json(JsonNode root) -> reading.walk(root, "", 0);
      case Parsed.Xml _ -> reading.bad("", "XML; a feed of ClaimReview is JSON-LD");
      case Parsed.Unreadable(Finding reason) -> reading.bad(reason.place(), reason.message());
    }
    return new ClaimReviewFeed(reading.items, reading.bad);
  }

  /// @return what several documents hold together, such as the scripts of a page
  public static ClaimReviewFeed of(List<ClaimReviewFeed> parts) {
    return new ClaimReviewFeed(
        parts.stream().flatMap(part -> part.items().stream()).limit(MOST_ITEMS).toList(),
        parts.stream().flatMap(part -> part.bad().stream()).limit(MOST_BAD).toList());
  }

  private static final class Reading {
    private static final int DEEPEST = 4;
    private static final List<String> HOLDERS =
        List.of("@graph", "dataFeedElement", "itemListElement", "item", "mainEntity", "subjectOf");

    private final List<Item> items = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();

    private void walk(JsonNode node, String at, int depth) {
      if (items.size() >= MOST_ITEMS || depth > DEEPEST) {
        return;
      }
      if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          walk(node.get(i), at + "/" + i, depth);
        }
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
        bad(
            at + "/claimReviewed",
            brief(node.path("claimReviewed").toString())
                + " is no claim; its desk must say what it reviewed");
      } else if (claim.length() > LONGEST_CLAIM_CHARS) {
        bad(
            at + "/claimReviewed",
            claim.length() + " characters, more than " + LONGEST_CLAIM_CHARS);
      } else {
        String status = ClaimReview.text(node, "creativeWorkStatus");
        items.add(new Item(ClaimReview.read(node), ClaimReview.WITHDRAWN.equalsIgnoreCase(status)));
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

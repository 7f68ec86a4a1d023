package org.tabadla.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One desk's review of one claim, as schema.org's [ClaimReview](https://schema.org/ClaimReview)
/// carries it. The finding is the desk's own, in its own words and on its own scale; nothing here
/// weighs it.
///
/// @param url where the review can be read
/// @param claim the words of the claim
/// @param claimant who said them, or null where it is not known
/// @param claimed when, in ISO 8601
/// @param appearances pages where the claim appeared, the first first
/// @param reviewer the desk
/// @param reviewerUrl the desk's own address
/// @param published when the review appeared, in ISO 8601
/// @param modified when it was changed
/// @param finding the desk's words: «جزوی طور پر درست»
/// @param scale the desk's number and its ends, or null where it gives none
/// @param language of the review, BCP 47
public record ClaimReview(
    @Nullable String url,
    String claim,
    @Nullable String claimant,
    @Nullable String claimed,
    List<String> appearances,
    @Nullable String reviewer,
    @Nullable String reviewerUrl,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String finding,
    @Nullable Scale scale,
    @Nullable String language) {
  /// A desk's scale; ClaimReview demands no direction, and none is read into it.
  public record Scale(String value, String worst, String best) {}

  public ClaimReview {
    appearances = List.copyOf(appearances);
  }

  /// What became of a review after it was published.
  ///
  /// @param claimLanguage of the claim itself, BCP 47
  /// @param corrections oldest first
  /// @param reply of the claimant, or null
  /// @param withdrawn why it was withdrawn; null while it stands
  public record Later(
      @Nullable String claimLanguage,
      List<Note> corrections,
      @Nullable Note reply,
      @Nullable Note withdrawn) {
    public static final Later NONE = new Later(null, List.of(), null, null);

    public Later {
      corrections = List.copyOf(corrections);
    }
  }

  /// Words of a day, in ISO 8601.
  public record Note(String words, @Nullable String by, String day) {}

  /// What a withdrawn review has for its `creativeWorkStatus`.
  static final String WITHDRAWN = "Withdrawn";

  /// @return JSON-LD for a page's head or a feed of reviews
  public String json() {
    return json(Later.NONE);
  }

  /// @return the same, with what became of it
  public String json(Later later) {
    ObjectNode node = StrictJson.MAPPER.createObjectNode();
    node.put("@context", "https://schema.org");
    return Conversion.pretty(put(node, later));
  }

  /// One review of a feed of reviews, with what became of it.
  public record Told(ClaimReview review, Later later) {}

  /// @return many reviews as a DataFeed, which other desks can follow
  public static String feed(String name, String url, List<Told> reviews) {
    ObjectNode feed = StrictJson.MAPPER.createObjectNode();
    feed.put("@context", "https://schema.org").put("@type", "DataFeed");
    feed.put("name", name).put("url", url);
    ArrayNode items = feed.putArray("dataFeedElement");
    for (Told told : reviews) {
      ObjectNode item = items.addObject().put("@type", "DataFeedItem");
      told.review().put(item.putObject("item"), told.later());
    }
    return Conversion.pretty(feed);
  }

  private ObjectNode put(ObjectNode node, Later later) {
    node.put("@type", "ClaimReview");
    put(node, "url", url);
    node.put("claimReviewed", claim);
    put(node, "datePublished", published);
    put(node, "dateModified", modified);
    put(node, "inLanguage", language);
    if (reviewer != null) {
      ObjectNode author =
          node.putObject("author").put("@type", "Organization").put("name", reviewer);
      put(author, "url", reviewerUrl);
    }
    later(node, later);
    ObjectNode item = node.putObject("itemReviewed").put("@type", "Claim");
    put(item, "inLanguage", later.claimLanguage());
    if (claimant != null) {
      item.putObject("author").put("@type", "Person").put("name", claimant);
    }
    put(item, "datePublished", claimed);
    if (!appearances.isEmpty()) {
      page(item.putObject("firstAppearance"), appearances.getFirst());
      ArrayNode pages = item.putArray("appearance");
      appearances.forEach(address -> page(pages.addObject(), address));
    }
    if (finding != null || scale != null) {
      ObjectNode rating = node.putObject("reviewRating").put("@type", "Rating");
      put(rating, "alternateName", finding);
      if (scale != null) {
        rating
            .put("ratingValue", scale.value())
            .put("worstRating", scale.worst())
            .put("bestRating", scale.best());
      }
    }
    return node;
  }

  private static void later(ObjectNode node, Later later) {
    Note withdrawn = later.withdrawn();
    if (withdrawn != null) {
      node.put("creativeWorkStatus", WITHDRAWN).put("expires", withdrawn.day());
    }
    if (!later.corrections().isEmpty() || withdrawn != null) {
      ArrayNode all = node.putArray("correction");
      later.corrections().forEach(note -> note(all.addObject(), "CorrectionComment", note));
      if (withdrawn != null) {
        note(all.addObject(), "CorrectionComment", withdrawn);
      }
    }
    Note reply = later.reply();
    if (reply != null) {
      note(node.putArray("comment").addObject(), "Comment", reply);
    }
  }

  private static void note(ObjectNode node, String type, Note note) {
    node.put("@type", type).put("text", note.words()).put("datePublished", note.day());
    if (note.by() != null) {
      node.putObject("author").put("@type", "Person").put("name", note.by());
    }
  }

  /// @param bytes JSON-LD of another desk, as {@link ClaimReviewFeed} reads it
  /// @return the reviews in it, those that name no claim left out; none where it is no JSON
  public static List<ClaimReview> read(byte[] bytes) {
    return ClaimReviewFeed.read(bytes).items().stream().map(ClaimReviewFeed.Item::review).toList();
  }

  static ClaimReview read(JsonNode node) {
    JsonNode item = first(node.path("itemReviewed"));
    JsonNode rating = first(node.path("reviewRating"));
    JsonNode author = first(node.path("author"));
    var pages = new ArrayList<String>();
    for (String key : List.of("firstAppearance", "appearance")) {
      JsonNode value = item.path(key);
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        String address = each.isString() ? each.asString() : text(each, "url");
        if (address != null && !pages.contains(address)) {
          pages.add(address);
        }
      }
    }
    String value = text(rating, "ratingValue");
    String worst = text(rating, "worstRating");
    String best = text(rating, "bestRating");
    return new ClaimReview(
        text(node, "url"),
        String.valueOf(text(node, "claimReviewed")),
        name(first(item.path("author"))),
        text(item, "datePublished"),
        pages,
        name(author),
        text(author, "url"),
        text(node, "datePublished"),
        text(node, "dateModified"),
        text(rating, "alternateName") == null
            ? text(rating, "name")
            : text(rating, "alternateName"),
        value == null || worst == null || best == null ? null : new Scale(value, worst, best),
        text(node, "inLanguage"));
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }

  private static @Nullable String name(JsonNode node) {
    return node.isString() ? node.asString() : text(node, "name");
  }

  static @Nullable String text(JsonNode node, String key) {
    JsonNode value = first(node.path(key));
    return value.isValueNode() && !value.isNull() && !value.asString().isBlank()
        ? value.asString()
        : null;
  }

  private static void page(ObjectNode node, String address) {
    node.put("@type", "CreativeWork").put("url", address);
  }

  private static void put(ObjectNode node, String key, @Nullable String value) {
    if (value != null) {
      node.put(key, value);
    }
  }
}

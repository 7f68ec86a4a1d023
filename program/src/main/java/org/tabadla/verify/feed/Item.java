package org.tabadla.verify.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Review;

/// One review of another desk.
///
/// @param appearances addresses of pages that carry the claim
/// @param organisation the desk's own name, as the feed has it
/// @param finding in the desk's own words; "–" where it says none
/// @param published null where the feed does not say
/// @param isWithdrawn whether the desk itself says that it stands no more
public record Item(
    String claim,
    Lang lang,
    @Nullable String speaker,
    @Nullable String date,
    List<String> appearances,
    String organisation,
    String finding,
    Review.@Nullable Scale scale,
    @Nullable Instant published,
    @Nullable String url,
    boolean isWithdrawn) {
  private static final String UNSAFE =
      "[\\p{Cc}&&[^\\n\\t]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]";
  private static final int LONGEST_CHARS = 300;

  /// Of a desk that gives a scale alone, or nothing.
  private static final String UNSAID = "–";

  /// Takes out what could turn the words around it or cannot be written down, and what is no
  /// address or no day.
  public Item {
    claim = clean(claim);
    speaker = speaker == null ? null : brief(speaker);
    date = date != null && date.matches("\\d{4}-\\d{2}-\\d{2}.*") ? date.substring(0, 10) : null;
    organisation = brief(organisation);
    finding = brief(finding);
    finding = finding.isEmpty() ? UNSAID : finding;
    url = url != null && isAddress(url) ? url : null;
    appearances = appearances.stream().filter(Item::isAddress).limit(20).toList();
  }

  private static String clean(String words) {
    return words.replaceAll(UNSAFE, "").replaceAll("\\p{Cs}", "\uFFFD").strip();
  }

  private static String brief(String words) {
    String clean = clean(words);
    return clean.length() > LONGEST_CHARS ? clean(clean.substring(0, LONGEST_CHARS)) + "…" : clean;
  }

  private static boolean isAddress(String url) {
    return url.length() <= 2_000 && url.matches("https?://[^\\s\\p{Cc}\"<>]+");
  }

  /// @return what the review is known by in its feed from visit to visit; one page may review
  ///   several claims
  String key() {
    return Digest.brief(url + "\n" + claim + "\n" + organisation);
  }

  public Text words() {
    return new Text(claim, lang);
  }

  Text found() {
    return new Text(finding, lang);
  }

  /// A feed may say any time; what has not come yet would stand first for ever.
  private Instant published(Instant now) {
    return published == null || published.isAfter(now) ? now : published;
  }

  /// @return the pages that carry the claim; no copies of them are kept
  List<Claim.Appearance> pages(Instant now) {
    return appearances.stream()
        .map(url -> new Claim.Appearance(url, url, "und", null, null, null, published(now)))
        .toList();
  }

  /// @return the review, before it is filed
  Review review(Instant now) {
    return Review.written(
        organisation,
        found(),
        scale,
        new Text("", lang),
        List.of(),
        new Text("", lang),
        published(now),
        url);
  }
}

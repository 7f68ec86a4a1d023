package org.tabadla.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Kinds;
import org.tabadla.model.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What can happen to a claim or a reviewer: the body of a {@link Deed}.
sealed interface Event {
  /// The room's name in the journal.
  String ROOM = "verify";

  /// Somebody has written down what was said.
  record Claimed(
      Text words,
      @Nullable String speaker,
      @Nullable String place,
      @Nullable String date,
      List<Claim.Appearance> appearances)
      implements Event {}

  /// The claim was seen on another page.
  record Appeared(Claim.Appearance appearance) implements Event {}

  /// An organisation tells of itself.
  record Profiled(Reviewer reviewer) implements Event {}

  /// An organisation has reviewed the claim.
  record Reviewed(Review review) implements Event {}

  /// A review of elsewhere was found in another feed or file, too.
  record AlsoShown(String review, String from) implements Event {}

  /// An organisation has corrected its review.
  ///
  /// @param finding what it finds now; null where that is as before
  /// @param seal null for a correction of elsewhere
  record Corrected(String review, Text words, @Nullable Text finding, @Nullable Seal seal)
      implements Event {}

  /// The claimant has answered a review.
  ///
  /// @param source where or how; null in deeds of before
  /// @param recorder the organisation that put it down; null likewise
  record Replied(
      String review, String by, Text words, @Nullable String source, @Nullable String recorder)
      implements Event {}

  /// An organisation has withdrawn its review, or shows it no longer.
  record Withdrawn(String review, Text reason, @Nullable Seal seal) implements Event {}

  /// An organisation has proposed a joint statement.
  record Stated(Statement statement) implements Event {}

  /// An organisation has taken a position on a joint statement.
  record Stood(String statement, Statement.Position position) implements Event {}

  /// A person has found that another claim is the same.
  record Same(String other) implements Event {}

  /// A person has found that another claim is another.
  record NotSame(String other) implements Event {}

  /// A newsroom asks for verification by a listing of the exchange.
  record Asked(String listing) implements Event {}

  /// An organisation states since when an outlet's domain is registered; the subject is the host.
  record DomainStated(DomainAge age) implements Event {}

  /// Reads and writes events as JSON.
  final class Json {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final Kinds<Event> KINDS =
        Kinds.of(
            Event.class,
            Map.ofEntries(
                Map.entry("claimed", Claimed.class),
                Map.entry("appeared", Appeared.class),
                Map.entry("profiled", Profiled.class),
                Map.entry("reviewed", Reviewed.class),
                Map.entry("also-shown", AlsoShown.class),
                Map.entry("corrected", Corrected.class),
                Map.entry("replied", Replied.class),
                Map.entry("withdrawn", Withdrawn.class),
                Map.entry("stated", Stated.class),
                Map.entry("stood", Stood.class),
                Map.entry("same", Same.class),
                Map.entry("not-same", NotSame.class),
                Map.entry("asked", Asked.class),
                Map.entry("domain-stated", DomainStated.class)));

    private Json() {}

    static String kind(Event event) {
      return KINDS.of(event);
    }

    static String body(Event event) {
      return MAPPER.writeValueAsString(event);
    }

    /// @return null for a deed of a kind that this version does not know, or cannot read
    static @Nullable Event read(Deed deed) {
      Class<? extends Event> kind = KINDS.named(deed.kind());
      try {
        return kind == null ? null : MAPPER.readValue(deed.body(), kind);
      } catch (JacksonException e) {
        return null; // Written by a later version: it is kept in the journal and shown by none.
      }
    }
  }
}

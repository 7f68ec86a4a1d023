package org.tabadla.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Kinds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What can happen to a commitment. Each is the body of a {@link Deed}; a commitment is what its
/// events add up to.
sealed interface Event {
  /// The room's name in the journal.
  String ROOM = "register";

  /// A source said something.
  ///
  /// @param why the clues by which it was put with what others said; none begins a commitment
  record Asserted(Assertion assertion, List<String> why) implements Event {}

  /// A person has looked at it and found that what stands together belongs together.
  record Confirmed(String note) implements Event {}

  /// A person has found another value in the source's words.
  ///
  /// @param value as {@link Field} has it; null where the source says none
  record Corrected(String assertion, Field field, @Nullable String value, String note)
      implements Event {}

  /// A person has put assertions into a commitment of their own.
  record Split(List<String> assertions, String into, String note) implements Event {}

  /// A person has put all of another commitment into this one.
  record Joined(String from, String note) implements Event {}

  /// Somebody has shown that something was delivered.
  ///
  /// @param promise the key of {@link Promise}
  /// @param url where it can be seen
  /// @param words what is seen there
  /// @param day on which it was delivered, `YYYY-MM-DD`
  record Evidenced(String promise, String url, String words, String day) implements Event {}

  /// A person has taken back what a person did.
  ///
  /// @param seq of the deed that is undone
  record Undone(long seq, String note) implements Event {}

  /// Reads and writes events as JSON.
  final class Json {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final Kinds<Event> KINDS =
        Kinds.of(
            Event.class,
            Map.ofEntries(
                Map.entry("asserted", Asserted.class),
                Map.entry("confirmed", Confirmed.class),
                Map.entry("corrected", Corrected.class),
                Map.entry("split", Split.class),
                Map.entry("joined", Joined.class),
                Map.entry("evidenced", Evidenced.class),
                Map.entry("undone", Undone.class)));

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

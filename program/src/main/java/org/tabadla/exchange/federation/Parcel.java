package org.tabadla.exchange.federation;

import java.time.Instant;
import java.util.List;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Whole;
import org.tabadla.model.Deed;
import org.tabadla.people.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page of one server's journal on its way to another.
///
/// @param after where it begins
/// @param last where it ends; the reader's next cursor
/// @param more whether there is more behind it
/// @param deeds in the order of the sender's journal
record Parcel(Cursor after, Cursor last, boolean more, List<Told> deeds) {
  /// The largest that is read, in bytes.
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final int DEEPEST = 64;

  /// What comes from outside is read within these limits.
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Deed.LARGEST_BODY_CHARS)
                          .build())
                  .build())
          .build();

  Parcel {
    deeds = List.copyOf(deeds);
  }

  /// One deed as it travels.
  ///
  /// @param at in milliseconds since 1970
  /// @param body with the move and the signature
  record Told(String subject, String kind, long at, String actor, JsonNode body) {
    static Told of(Deed deed) {
      return new Told(
          deed.subject(),
          deed.kind(),
          deed.at().toEpochMilli(),
          deed.actor(),
          CanonicalJson.MAPPER.readTree(deed.body()));
    }

    /// @throws IllegalArgumentException for what cannot stand in a journal
    Deed deed() {
      return new Deed(
          Deeds.ROOM, subject, kind, Instant.ofEpochMilli(at), actor, CanonicalJson.of(body));
    }
  }

  /// @throws BadMessage for what is no such thing
  static <T extends Record> T read(byte[] json, Class<T> type) throws BadMessage {
    T value;
    try {
      JsonNode tree = STRICT.readTree(json);
      value = CanonicalJson.MAPPER.treeToValue(tree, type);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new BadMessage(String.valueOf(e.getMessage()));
    }
    String gap = value == null ? "everything" : Whole.gap(value);
    if (value == null || gap != null) {
      throw new BadMessage("missing: " + gap);
    }
    return value;
  }

  /// What was sent cannot be read.
  static final class BadMessage extends Exception {
    private static final long serialVersionUID = 1L;

    BadMessage(String what) {
      super(what);
    }
  }
}

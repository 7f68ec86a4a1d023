package org.tabadla.formats;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON as RFC 8259 has it, within limits: no comments, no second value of a key, nothing
/// after the end.
final class StrictJson {
  private static final int MOST_DEPTH = 100;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 2_000;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .maxStringLength(Parsed.MOST_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StrictJson() {}

  static Parsed parse(byte[] bytes) {
    try {
      return new Parsed.Json(MAPPER.readTree(bytes));
    } catch (JacksonException e) {
      var at = e.getLocation();
      String place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
      return new Parsed.Unreadable(
          new Finding(place, "not JSON within limits: " + e.getOriginalMessage()));
    }
  }
}

package org.tabadla.exchange.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names one talk; made from what it began with.
public record TalkId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TalkId {
    Ids.check("talk", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.tabadla.exchange.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names one task of a co-production; made from what it began with.
public record TaskId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TaskId {
    Ids.check("task", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

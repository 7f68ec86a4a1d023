package org.tabadla.exchange.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names one agreement; made from what it began with.
public record AgreementId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AgreementId {
    Ids.check("agreement", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

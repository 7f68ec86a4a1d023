package org.tabadla.register;

/// The values that a person may correct; {@link Rewording} says how each is written.
public enum Field {
  STATUS,
  PARTIES,
  COUNT,
  AMOUNTS,
  PLACE,
  DATE,
  INSTRUMENT,
  DELIVERABLES
}

package org.tabadla.register;

/// The values that a person may correct.
public enum Field {
  STATUS,
  COUNT,
  PLACE,
  DATE,
  INSTRUMENT
}

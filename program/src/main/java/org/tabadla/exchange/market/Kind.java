package org.tabadla.exchange.market;

/// What sort of thing is offered or asked for. Each kind has a facet: further fields of its own.
public enum Kind {
  NEWS_ITEM,
  RAW_FOOTAGE,
  LIVE,
  PROGRAMME,
  TRAINING,
  TECHNOLOGY,
  SERVICE,
  CO_PRODUCTION,
  COVERAGE,
  VISIT,
  VERIFICATION
}

package org.tabadla.understand;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Name;

/// A run of words that may be a keyword, and what is counted about it.
final class Candidate {
  final String key;
  final String shown;

  /// How many words it has.
  final int words;

  /// Place of its first word, the title's words first.
  final int first;

  /// How common its words are in general news: the mean, and of the commonest.
  final double common;

  final double commonest;

  /// Whether a word of grammar stands within.
  final boolean tied;

  int count;
  int capital;
  int afterStop;
  int beforeStop;
  int inTitle;
  int inLead;

  /// How often it stands within a longer name, and within the longer candidate that has it most.
  int withinName;

  int withinLonger;
  Name.@Nullable Kind kind;

  Candidate(
      String key,
      String shown,
      int words,
      int first,
      double common,
      double commonest,
      boolean tied) {
    this.key = key;
    this.shown = shown;
    this.words = words;
    this.first = first;
    this.common = common;
    this.commonest = commonest;
    this.tied = tied;
  }
}

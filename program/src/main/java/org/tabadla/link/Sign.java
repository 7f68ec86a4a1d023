package org.tabadla.link;

/// What the merge asks of a text, or a story, beside a story. «Channel» is the words where both
/// have a language in common, else the marks, which need none.
enum Sign {
  /// Cosine with the sum of the story, in the channel.
  COSINE,
  /// Cosine with the nearest of its latest articles, in the channel.
  NEAREST,
  /// Cosine in marks, within a language as well.
  MARKS,
  /// Share of the text's weight in features that the story has, by how many of its articles do.
  COVER,
  /// How much of what is now told with the text's features is told by the story, weighed.
  CONCENTRATION,
  /// The same of the one feature that says most.
  TOP,
  /// Mean log of how much oftener a feature stands in the story than elsewhere.
  LIKELIHOOD,
  /// Sum of the rarities of what is shared.
  RARITY,
  /// How many features are shared.
  SHARED,
  /// How much nearer the nearest other story is; below 0 when this is the nearest.
  RIVAL,
  /// ln(1 + hours) between the text and the story.
  HOURS,
  /// 1 when a date is not known.
  UNDATED,
  /// ln of how many articles the story has.
  SIZE,
  /// ln of how many the other side has; 0 of an article.
  OWN_SIZE,
  /// ln(1 + features) of the text.
  LENGTH,
  /// ln(1 + features) of the story.
  STORY_LENGTH,
  /// ln(1 + articles) seen in the language.
  SEEN,
  /// 1 when both have no language in common.
  ACROSS,
  /// How many sorts of marks are shared.
  SORTS,
  /// Weight of the shared numbers and dates.
  NUMBERS,
  /// Weight of the shared known names and Latin words.
  NAMES,
  /// Weight of the shared words of the lexicon.
  WORDS,
  /// Weight of the shared sounds of names.
  SOUNDS;

  static final int ALL = values().length;

  private static final Sign[] IN_ORDER = values();

  static Sign at(int place) {
    return IN_ORDER[place];
  }

  /// @return where it stands in a row of signs
  @SuppressWarnings("EnumOrdinal") // rows live as long as the program; files name signs by name
  int place() {
    return ordinal();
  }
}

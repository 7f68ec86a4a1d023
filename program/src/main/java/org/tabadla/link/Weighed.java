package org.tabadla.link;

/// A profile with its vectors, weighed by what was rare when it came.
///
/// @param words of headline and text
/// @param marks language-free, weighed by their rarity in the article's language
record Weighed(Profile profile, Vector words, Vector marks) {
  static Weighed of(Profile profile, Frequencies frequencies) {
    String lang = profile.lang();
    int articles = frequencies.articles(lang);
    int salt = Marks.salt(lang);
    return new Weighed(
        profile,
        Vector.of(profile.all(), key -> frequencies.rarity(Sketch.narrow(key), articles)),
        Vector.of(
            profile.marks(), mark -> frequencies.rarity(Sketch.narrow(mark) ^ salt, articles)));
  }

  static void count(Profile profile, Frequencies frequencies) {
    frequencies.add(profile.lang(), profile.all(), profile.marks(), Marks.salt(profile.lang()));
  }
}

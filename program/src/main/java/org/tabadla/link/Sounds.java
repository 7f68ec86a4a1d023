package org.tabadla.link;

import org.tabadla.language.Sounding;

/// The marks that a word's sound makes, see {@link Sounding}; 0 where too little is heard.
record Sounds(long coarse, long fine, long syllables) {
  private static final int FEWEST_SOUNDS = 3;

  static Sounds of(String surface) {
    Sounding heard = Sounding.of(surface);
    return new Sounds(
        mark(Marks.Sort.SOUND, heard.coarse()),
        mark(Marks.Sort.FINE, heard.fine()),
        mark(Marks.Sort.SYLLABLES, heard.syllables()));
  }

  private static long mark(Marks.Sort sort, String sounds) {
    return sounds.length() < FEWEST_SOUNDS ? 0 : Marks.mark(sort, sounds);
  }

  void addTo(Bag.Maker marks, String surface) {
    add(marks, coarse, Marks.Sort.SOUND, surface);
    add(marks, fine, Marks.Sort.FINE, surface);
    add(marks, syllables, Marks.Sort.SYLLABLES, surface);
  }

  private static void add(Bag.Maker marks, long mark, Marks.Sort sort, String surface) {
    if (mark != 0) {
      marks.add(mark, sort.weight, surface);
    }
  }
}

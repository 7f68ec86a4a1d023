package org.tabadla.language;

import org.tabadla.urdu.ConsonantSkeleton;

/// How a word of any script sounds, as other scripts would write it: three looks of growing care.
///
/// @param coarse as {@link Concepts#skeleton}
/// @param fine its consonants as Latin letters tell them, one of each run
/// @param syllables its consonants as Chinese would hear them
public record Sounding(String coarse, String fine, String syllables) {
  /// @param word of any script, which is written in Latin letters once for all three
  public static Sounding of(String word) {
    String latin = Sounds.romanize(word);
    return new Sounding(
        ConsonantSkeleton.coarse(latin), Transcription.fine(latin), Transcription.hears(latin));
  }
}

package org.tabadla.exchange.preview;

/// What there is to look at of a file.
///
/// @param millis how long it lasts; 0 for a picture
/// @param width in pixels; 0 for sound
/// @param height in pixels; 0 for sound
/// @param poster whether there is a picture of it
/// @param film whether there is a small film or sound to play
public record Preview(
    Container.Kind kind, long millis, int width, int height, boolean poster, boolean film) {
  /// What is known of a file.
  public sealed interface State {
    /// It is no picture, sound or film.
    record None() implements State {}

    /// It could have one, but there is no ffmpeg here.
    record Unable() implements State {}

    /// It will have one.
    record Waiting() implements State {}

    record Made(Preview preview) implements State {}

    /// The tool could make nothing of it, or took too long.
    record Failed() implements State {}
  }
}

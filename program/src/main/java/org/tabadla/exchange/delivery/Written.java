package org.tabadla.exchange.delivery;

/// What came of a piece of an upload.
public sealed interface Written {
  /// The file has this many bytes now.
  record Reached(Upload upload, long offset) implements Written {}

  /// The sender went away in the middle; what came is kept.
  record BrokenOff(long offset) implements Written {}

  /// The piece does not begin where the file ends.
  record OtherOffset(long offset) implements Written {}

  /// Another piece of the same file is coming in.
  record Busy() implements Written {}

  /// The piece is not what its checksum says; nothing of it is kept.
  record WrongChecksum() implements Written {}

  /// The piece goes beyond the end of the file.
  record TooMuch(long offset) implements Written {}
}

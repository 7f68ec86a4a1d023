package org.tabadla.model;

import org.jspecify.annotations.Nullable;

/// Who said what.
///
/// @param speaker as the text names them
/// @param speakerSpan of those words; spans index into {@link Article#text()}
/// @param name the key of the {@link Name} that the speaker is; null for «a spokesman»
/// @param words what was said, without quotation marks
/// @param span of what was said
/// @param verbSpan of the word that says that it was said
/// @param isDirect whether it stands between quotation marks
public record Quote(
    String speaker,
    Span speakerSpan,
    @Nullable String name,
    String words,
    Span span,
    Span verbSpan,
    boolean isDirect) {

  /// @return the same, said by a known name
  public Quote by(@Nullable String key) {
    return new Quote(speaker, speakerSpan, key, words, span, verbSpan, isDirect);
  }
}

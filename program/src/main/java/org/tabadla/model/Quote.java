package org.tabadla.model;

/// Who said what.
///
/// @param speaker as the text names them
/// @param speakerSpan of those words; spans index into {@link Article#text()}
/// @param words what was said, without quotation marks
/// @param span of what was said
/// @param verbSpan of the word that says that it was said
/// @param isDirect whether it stands between quotation marks
public record Quote(
    String speaker, Span speakerSpan, String words, Span span, Span verbSpan, boolean isDirect) {}

package org.tabadla.model;

/// A value with its provenance.
///
/// @param value what was found
/// @param rule which rule found it, a short stable name such as `jsonld:datePublished` or
///   `dateline`
/// @param words the words of the page that it was read from
public record Found<T>(T value, String rule, String words) {}

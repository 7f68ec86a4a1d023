package org.tabadla.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Bytes as an outlet sent them, with what is known about them.
///
/// @param url where they came from after redirects; null for a saved page that does not say
/// @param contentType the `Content-Type` header, which may lie; null when there was none
/// @param fetched when they were fetched; relative dates («2 گھنٹے پہلے») count from here
public record Page(
    @Nullable String url, @Nullable String contentType, Bytes body, Instant fetched) {}

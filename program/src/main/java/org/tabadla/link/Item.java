package org.tabadla.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// What linking looks at of one text.
///
/// @param id any id that the caller knows it by
/// @param title "" when there is none
/// @param text the body
/// @param date when it was published; null when not known, and then time says nothing
record Item(String id, Lang lang, String title, String text, @Nullable Instant date) {}

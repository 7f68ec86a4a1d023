package org.tabadla.read;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Reading;

/// What came of reading a page, with what the article does not hold.
///
/// @param charset WHATWG name; null when the bytes are no text
/// @param title the headline letter for letter as the page writes it; "" when there is none
/// @param text the body likewise, paragraphs parted by newlines; "" when there is no article
/// @param trace what the page teaches about its site; null when it teaches nothing, or nobody asked
public record PageReport(
    Reading reading,
    @Nullable String charset,
    String title,
    String text,
    @Nullable PageTrace trace) {}

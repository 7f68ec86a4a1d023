/// Bytes to feeds and articles; the only home of the HTML and XML parsers.
@NullMarked
package org.tabadla.read;

import org.jspecify.annotations.NullMarked;

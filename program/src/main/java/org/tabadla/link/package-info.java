/// Ties articles together: copies, stories, related stories, within and across languages.
@NullMarked
package org.tabadla.link;

import org.jspecify.annotations.NullMarked;

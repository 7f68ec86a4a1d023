/// The Lucene index, its query language and its ranking.
@NullMarked
package org.tabadla.search;

import org.jspecify.annotations.NullMarked;

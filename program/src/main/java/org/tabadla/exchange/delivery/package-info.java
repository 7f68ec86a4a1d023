/// Files that are handed over: kept by their content, given out whole or in ranges.
@NullMarked
package org.tabadla.exchange.delivery;

import org.jspecify.annotations.NullMarked;

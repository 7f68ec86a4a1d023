/// Which offer meets which request, why, and what is missing.
@NullMarked
package org.tabadla.exchange.matching;

import org.jspecify.annotations.NullMarked;

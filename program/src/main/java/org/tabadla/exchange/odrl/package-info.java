/// Policies and their evaluation: W3C ODRL 2.2 and its draft formal semantics.
@NullMarked
package org.tabadla.exchange.odrl;

import org.jspecify.annotations.NullMarked;

/// Messages that can be trusted: structured fields, signatures, digests, a replay window.
@NullMarked
package org.tabadla.exchange.signed;

import org.jspecify.annotations.NullMarked;

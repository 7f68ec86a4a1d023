/// Offers and requests, and all that comes of them: talks, agreements, deliveries, uses. Pure: no
/// disk, no clock.
@NullMarked
package org.tabadla.exchange.market;

import org.jspecify.annotations.NullMarked;

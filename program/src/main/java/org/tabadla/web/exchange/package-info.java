/// The exchange as pages: boards, listings, the desk, talks, agreements, deliveries, the calendar.
@NullMarked
package org.tabadla.web.exchange;

import org.jspecify.annotations.NullMarked;

/// WebSub (W3C Recommendation, 23 January 2018): the hub for this server's own feeds, and the
/// subscriber at the hubs of others. Asks for requests to be made and is told what came of them;
/// makes none itself.
@NullMarked
package org.tabadla.exchange.websub;

import org.jspecify.annotations.NullMarked;

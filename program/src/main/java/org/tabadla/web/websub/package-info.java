/// The hub's door for subscribers, and our own callbacks for the hubs of others.
@NullMarked
package org.tabadla.web.websub;

import org.jspecify.annotations.NullMarked;

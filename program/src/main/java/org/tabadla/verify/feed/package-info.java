/// Reviews of other desks, followed at their feeds.
@NullMarked
package org.tabadla.verify.feed;

import org.jspecify.annotations.NullMarked;

/// Carries an article from room to room; the only threads, queues, retries and clocks.
@NullMarked
package org.tabadla.flow;

import org.jspecify.annotations.NullMarked;

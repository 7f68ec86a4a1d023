/// Visits sources politely, guards the network and keeps the raw bytes.
@NullMarked
package org.tabadla.collect;

import org.jspecify.annotations.NullMarked;

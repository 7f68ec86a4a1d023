/// Tabadla's front door: the one place of wiring.
@NullMarked
package org.tabadla;

import org.jspecify.annotations.NullMarked;

/// Bytes that nobody would write, thrown at everything that reads what comes from outside.
@NullMarked
package org.tabadla.fuzz;

import org.jspecify.annotations.NullMarked;

/// Reads quotes out of a text: who said what.
@NullMarked
package org.tabadla.understand.quotes;

import org.jspecify.annotations.NullMarked;

/// Who promised what to whom by when, according to which source on which day.
@NullMarked
package org.tabadla.register;

import org.jspecify.annotations.NullMarked;

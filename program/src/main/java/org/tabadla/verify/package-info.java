/// Claims, what each organisation found about them, and joint statements; no verdicts of its own.
@NullMarked
package org.tabadla.verify;

import org.jspecify.annotations.NullMarked;

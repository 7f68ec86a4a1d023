/// The bundled sample press: made-up outlets with real-life page mess, served over loopback HTTP.
@NullMarked
package org.tabadla.press;

import org.jspecify.annotations.NullMarked;

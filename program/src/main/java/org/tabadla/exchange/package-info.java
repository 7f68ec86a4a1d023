/// What newsrooms hand one another: rights decided with reasons, signed messages, marked pictures.
@NullMarked
package org.tabadla.exchange;

import org.jspecify.annotations.NullMarked;

/// What a newsroom may do with a thing: presets in plain words, decisions with reasons.
@NullMarked
package org.tabadla.exchange.rights;

import org.jspecify.annotations.NullMarked;

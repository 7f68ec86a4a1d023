/// Reads acts out of a text: who agreed, signed, announced, denied what with whom.
@NullMarked
package org.tabadla.understand.acts;

import org.jspecify.annotations.NullMarked;

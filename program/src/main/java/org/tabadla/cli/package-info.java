/// The commands.
@NullMarked
package org.tabadla.cli;

import org.jspecify.annotations.NullMarked;

/// Pictures that articles carry, known again by their bytes and by how they look.
@NullMarked
package org.tabadla.verify.picture;

import org.jspecify.annotations.NullMarked;

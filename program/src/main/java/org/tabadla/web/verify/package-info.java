/// The pages of claims, reviews and joint statements.
@NullMarked
package org.tabadla.web.verify;

import org.jspecify.annotations.NullMarked;

/// Pages, feeds and the API; the only server library.
@NullMarked
package org.tabadla.web;

import org.jspecify.annotations.NullMarked;

/// Signing in, organisations, accounts, tokens and the trail, as pages.
@NullMarked
package org.tabadla.web.people;

import org.jspecify.annotations.NullMarked;

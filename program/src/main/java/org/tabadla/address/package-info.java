/// URLs as browsers read them, their normal form, and the canonical form that articles are known
/// by.
@NullMarked
package org.tabadla.address;

import org.jspecify.annotations.NullMarked;

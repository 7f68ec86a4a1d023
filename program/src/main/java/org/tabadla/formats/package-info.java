/// Documents under a published standard (ninjs, NewsML-G2, IATI, OC4IDS, ClaimReview and others):
/// told apart, checked, read and written; the only home of schema validators.
@NullMarked
package org.tabadla.formats;

import org.jspecify.annotations.NullMarked;

/// Urdu for Lucene: its letters in one form, its sentences, words and numbers, and an analyzer made
/// of them.
@NullMarked
package org.tabadla.urdu;

import org.jspecify.annotations.NullMarked;

/// Scripts, normal forms, language identification, sentences, words, numbers, dates and names
/// across scripts.
@NullMarked
package org.tabadla.language;

import org.jspecify.annotations.NullMarked;

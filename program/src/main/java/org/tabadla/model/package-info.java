/// The nouns: immutable records and sealed outcomes that every room speaks; JDK only.
@NullMarked
package org.tabadla.model;

import org.jspecify.annotations.NullMarked;

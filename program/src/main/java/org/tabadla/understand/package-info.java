/// What an article is about: keywords, names and figures, each with the words it rests on.
@NullMarked
package org.tabadla.understand;

import org.jspecify.annotations.NullMarked;

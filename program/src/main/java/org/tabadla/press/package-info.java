/// The bundled sample press: made-up outlets with real-life page mess, served over loopback HTTP.
///
/// Everything an outlet says and looks like stands in text files beside this package's classes, one
/// folder an outlet: `outlet.txt` (its manners), `index.txt` (its articles, newest first),
/// `articles/` (one file each), and templates. [Press] fills the templates and serves them; [Gold]
/// tells tests which articles tell one story.
@NullMarked
package org.tabadla.press;

import org.jspecify.annotations.NullMarked;

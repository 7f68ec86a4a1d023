/// The records on disk and the only SQL; SQLite by default, PostgreSQL by a URL.
@NullMarked
package org.tabadla.store;

import org.jspecify.annotations.NullMarked;

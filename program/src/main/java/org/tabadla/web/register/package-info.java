/// The register's pages, feeds and documents.
@NullMarked
package org.tabadla.web.register;

import org.jspecify.annotations.NullMarked;

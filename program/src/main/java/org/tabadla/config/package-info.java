/// One record of settings: built-in values, then the file, then the environment.
@NullMarked
package org.tabadla.config;

import org.jspecify.annotations.NullMarked;

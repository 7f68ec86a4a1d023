/// Content credentials read and shown: valid, tampered or none; trust is claimed for nobody.
@NullMarked
package org.tabadla.exchange.c2pa;

import org.jspecify.annotations.NullMarked;

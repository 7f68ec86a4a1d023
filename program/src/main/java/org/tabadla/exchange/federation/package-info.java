/// Two houses that exchange: partners known by a fingerprint that was read aloud, and signed deeds
/// that go from one journal into the other.
///
/// Start reading at {@link org.tabadla.exchange.federation.Federation}.
@NullMarked
package org.tabadla.exchange.federation;

import org.jspecify.annotations.NullMarked;

/// What can be looked at before a large file is fetched: a picture, the length, a small film, made
/// by the system's ffmpeg where there is one.
@NullMarked
package org.tabadla.exchange.preview;

import org.jspecify.annotations.NullMarked;

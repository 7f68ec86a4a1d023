/// Graphs: just enough Turtle and JSON-LD to read policies, requests and reports.
@NullMarked
package org.tabadla.exchange.rdf;

import org.jspecify.annotations.NullMarked;

package org.tabadla.flow;

import java.util.List;

/// Is told which hubs a feed or page names when it is visited (WebSub).
@FunctionalInterface
public interface HubsSeen {
  /// @param feed its address, as it is visited
  /// @param topic its own name for itself
  /// @param hubs addresses of hubs, best first; empty when it names none
  void seen(String feed, String topic, List<String> hubs);
}

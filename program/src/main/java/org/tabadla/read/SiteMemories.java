package org.tabadla.read;

import org.tabadla.model.SourceId;

/// Where a page's reader finds what is known of its site.
@FunctionalInterface
public interface SiteMemories {
  /// Nothing is known of any site.
  SiteMemories NONE = site -> SiteMemory.NONE;

  /// @return what was learnt of the site's other pages; {@link SiteMemory#NONE} where nothing was
  SiteMemory of(SourceId site);
}

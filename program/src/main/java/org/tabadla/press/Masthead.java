package org.tabadla.press;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// One outlet's manners, from its `outlet.txt`.
///
/// Keys: `name`, `host`, `lang`, `zone`; `charset` (of the bytes); `type` (the `Content-Type` it
/// claims for pages); `path` (of an article: `{slug} {id} {yyyy} {mm} {dd}`); `date` (how pages
/// write it) and `date-lang`; `body` (see [Prose]); `interrupt` (HTML put after the second
/// paragraph); `address`; `tagpath`; and, on as many lines as needed, `feed: path | template | type
/// | charset`, `file: path | shipped file | type`, `moved: from | to`, `entry: path | title`
/// (something the feed lists that is no article of the outlet).
record Masthead(String folder, FrontMatter manners) {
  static Masthead read(String folder) {
    return new Masthead(folder, FrontMatter.read(folder + "/outlet.txt"));
  }

  /// @return all outlets, in the order of `outlets.txt`
  static List<Masthead> all() {
    return Shipped.lines("outlets.txt").stream().map(Masthead::read).toList();
  }

  /// @return every edition of every article, newest article first
  List<Piece> pieces() {
    return Shipped.lines(folder + "/index.txt").stream()
        .map(line -> Piece.read(this, line))
        .toList();
  }

  String name() {
    return manners.value("name");
  }

  String host() {
    return manners.value("host");
  }

  String lang() {
    return manners.value("lang");
  }

  Charset charset() {
    return Charset.forName(manners.value("charset", "UTF-8"));
  }

  String type() {
    return manners.value("type", "text/html; charset=utf-8");
  }

  ZoneId zone() {
    return ZoneId.of(manners.value("zone"));
  }

  /// @return the moment as this outlet's pages write it
  String inWords(Instant moment) {
    Locale locale = Locale.forLanguageTag(manners.value("date-lang", lang()));
    return DateTimeFormatter.ofPattern(manners.value("date"), locale).format(moment.atZone(zone()));
  }
}

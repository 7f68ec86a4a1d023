package org.tabadla.collect;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The rules of one robots.txt for one crawler (RFC 9309), with the leniency that Google's parser
/// shows: misspelt keys, missing colons, overlong lines.
///
/// The longest matching rule decides; of two that are equally long, the one that allows. Where two
/// spellings of a path mean the same place (`%7E` and `~`, `%CF%80` and `π`), a rule that forbids
/// holds for both, a rule that allows only for the spelling it is written in: in doubt, the outlet
/// is left alone.
public final class Robots {
  /// Nothing is forbidden.
  static final Robots ALLOW_ALL = new Robots(List.of(), Optional.empty());

  /// RFC 9309, 2.5: at least 500 KiB must be read.
  static final int LIMIT_BYTES = 500 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LINE_LIMIT_CHARS = 2083 * 8 - 1;
  private static final int RULES_LIMIT = 20_000;
  private static final int PATH_LIMIT_CHARS = 16 * 1024;
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern KEY_VALUE =
      Pattern.compile("\\s*+([^:\\s][^:]*+):(.*+)", Pattern.DOTALL);
  private static final Pattern KEY_SPACE_VALUE = Pattern.compile("\\s*+(\\S++)\\s++(\\S++)\\s*+");
  private static final String INDEX_PAGE = "/index.htm";

  private final List<Rule> rules;
  private final Optional<Duration> crawlDelay;

  private Robots(List<Rule> rules, Optional<Duration> crawlDelay) {
    this.rules = rules;
    this.crawlDelay = crawlDelay;
  }

  /// May `agent` fetch `url` where this robots.txt stands?
  ///
  /// @param robots the text of the file
  /// @param agent the crawler's name, with or without a version (`Tabadla/1.0`); `*` for any
  ///   crawler that is not named
  /// @param url an absolute URL
  public static boolean allowed(String robots, String agent, String url) {
    return parse(robots, agent).allows(url);
  }

  /// As {@link #allowed(String, String, String)}, where it is known of which site the file is: it
  /// allows nothing elsewhere, be it only another port (RFC 9309, 2.3).
  ///
  /// @param robotsUrl the absolute URL of the file
  public static boolean allowed(String robots, String robotsUrl, String agent, String url) {
    Optional<String> site = Target.of(robotsUrl).map(Target::origin);
    Optional<String> asked = Target.of(url).map(Target::origin);
    return site.isPresent() && site.equals(asked) && allowed(robots, agent, url);
  }

  static Robots parse(byte[] robots, String agent) {
    int length = Math.min(robots.length, LIMIT_BYTES);
    return parse(new String(robots, 0, length, StandardCharsets.UTF_8), agent);
  }

  static Robots parse(String robots, String agent) {
    var reader = new GroupReader(product(agent));
    String text =
        !robots.isEmpty() && robots.charAt(0) == BYTE_ORDER_MARK ? robots.substring(1) : robots;
    LINE_END.splitAsStream(text).forEach(reader::line);
    return new Robots(reader.rules(), reader.crawlDelay());
  }

  /// @return how long the file asks this crawler to wait between two requests
  Optional<Duration> crawlDelay() {
    return crawlDelay;
  }

  /// @param url an absolute URL; its fragment is ignored
  boolean allows(String url) {
    String path = RobotsPath.upperEscapes(path(url));
    String normal = RobotsPath.normal(path);
    int allow = -1;
    int disallow = -1;
    for (Rule rule : rules) {
      if (rule.allow() && rule.length() > allow && rule.allows(path)) {
        allow = rule.length();
      } else if (!rule.allow() && rule.length() > disallow && rule.forbids(path, normal)) {
        disallow = rule.length();
      }
    }
    return disallow < 0 || allow >= disallow;
  }

  /// @return path and query of an absolute URL, as written
  private static String path(String url) {
    int scheme = url.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    while (start < url.length() && "/?#;".indexOf(url.charAt(start)) < 0) {
      start++;
    }
    int hash = url.indexOf('#', start);
    String path = url.substring(start, hash < 0 ? url.length() : hash);
    String rooted = path.startsWith("/") ? path : "/" + path;
    return rooted.length() <= PATH_LIMIT_CHARS ? rooted : rooted.substring(0, PATH_LIMIT_CHARS);
  }

  private static String product(String agent) {
    int slash = agent.indexOf('/');
    return slash < 0 ? agent : agent.substring(0, slash);
  }

  /// One `Allow` or `Disallow`.
  ///
  /// @param written the pattern with its non-ASCII bytes percent-encoded
  /// @param normal the same in the normal form of RFC 3986
  private record Rule(boolean allow, RobotsPath written, RobotsPath normal) {
    static Rule of(boolean allow, String value) {
      return new Rule(
          allow, RobotsPath.of(RobotsPath.encoded(value)), RobotsPath.of(RobotsPath.normal(value)));
    }

    int length() {
      return written.length();
    }

    boolean forbids(String path, String normalPath) {
      return written.matches(path) || normal.matches(normalPath);
    }

    /// Google's custom: who allows `/news/index.html` allows `/news/` too.
    boolean allows(String path) {
      if (written.matches(path)) {
        return true;
      }
      int index = written.text().lastIndexOf('/');
      return index >= 0
          && written.text().startsWith(INDEX_PAGE, index)
          && RobotsPath.of(written.text().substring(0, index + 1) + "$").matches(path);
    }
  }

  /// Reads the lines and keeps the rules of the groups that name the crawler, or else those for
  /// all.
  private static final class GroupReader {
    private final String agent;
    private final List<Rule> own = new ArrayList<>();
    private final List<Rule> all = new ArrayList<>();
    private Optional<Duration> ownDelay = Optional.empty();
    private Optional<Duration> allDelay = Optional.empty();
    private boolean named;
    private boolean inOwn;
    private boolean inAll;
    private boolean rulesBegan;

    GroupReader(String agent) {
      this.agent = agent;
    }

    List<Rule> rules() {
      return List.copyOf(named ? own : all);
    }

    Optional<Duration> crawlDelay() {
      return named ? ownDelay : allDelay;
    }

    void line(String whole) {
      String cut =
          whole.length() <= LINE_LIMIT_CHARS ? whole : whole.substring(0, LINE_LIMIT_CHARS);
      int comment = cut.indexOf('#');
      String line = comment < 0 ? cut : cut.substring(0, comment);
      var pair = KEY_VALUE.matcher(line);
      if (!pair.matches()) {
        pair = KEY_SPACE_VALUE.matcher(line);
        if (!pair.matches()) {
          return;
        }
      }
      String key = pair.group(1).strip().toLowerCase(Locale.ROOT);
      String value = pair.group(2).strip();
      switch (key) {
        case "user-agent", "useragent", "user agent" -> agent(value);
        case "allow" -> rule(true, value);
        case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw" ->
            rule(false, value);
        case "crawl-delay", "crawldelay" -> delay(value);
        default -> {
          // Sitemap and unknown lines belong to no group and end none (RFC 9309, 2.2.4).
        }
      }
    }

    private void agent(String value) {
      if (rulesBegan) {
        inOwn = false;
        inAll = false;
        rulesBegan = false;
      }
      if (value.startsWith("*")
          && (value.length() == 1 || Character.isWhitespace(value.charAt(1)))) {
        inAll = true;
      } else if (token(value).equalsIgnoreCase(agent)) {
        inOwn = true;
        named = true;
      }
    }

    private static String token(String value) {
      int end = 0;
      while (end < value.length() && isTokenChar(value.charAt(end))) {
        end++;
      }
      return value.substring(0, end);
    }

    private static boolean isTokenChar(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }

    private void rule(boolean allow, String value) {
      if (!inOwn && !inAll) {
        return;
      }
      rulesBegan = true;
      if (value.isEmpty()) {
        return;
      }
      if (inOwn && own.size() < RULES_LIMIT) {
        own.add(Rule.of(allow, value));
      }
      if (inAll && all.size() < RULES_LIMIT) {
        all.add(Rule.of(allow, value));
      }
    }

    private void delay(String value) {
      Optional<Duration> delay = Durations.seconds(value);
      if (inOwn && ownDelay.isEmpty()) {
        ownDelay = delay;
      }
      if (inAll && allDelay.isEmpty()) {
        allDelay = delay;
      }
    }
  }
}

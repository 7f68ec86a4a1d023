package org.tabadla.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the settings: what is built in, then `tabadla.conf` in the data folder, then the
/// environment, then the command line.
public final class SettingsFile {
  /// The file's name in the data folder.
  public static final String NAME = "tabadla.conf";

  private static final int LARGEST_PORT = 65_535;
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*(B|KB|MB|GB)");

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+(/[^\\s?#]*)?");
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w.-]{1,190}");

  private final Path file;
  private final Map<String, String> values;

  private SettingsFile(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /// A value and where it came from.
  ///
  /// @param origin `built in`, the file's name, an environment variable's name or `command line`
  public record Origin(String value, String origin) {}

  /// A setting that cannot be used.
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    Wrong(String message, String remedy) {
      super(message);
      this.remedy = remedy;
    }

    /// What to write instead.
    public String remedy() {
      return remedy;
    }
  }

  /// Reads all settings.
  ///
  /// @param data the data folder; the file in it may be absent
  /// @param environment the environment variables
  /// @param commandLine keys and values that were given as options
  /// @throws Wrong when a key is unknown or a value cannot be used
  public static Settings load(
      Path data, Map<String, String> environment, Map<String, String> commandLine) {
    var values = new TreeMap<String, String>();
    origins(data, environment, commandLine)
        .forEach((key, origin) -> values.put(key, origin.value()));
    return new SettingsFile(data.resolve(NAME), values).settings(data);
  }

  /// Tells for each key its value and where it came from.
  ///
  /// @throws Wrong when the file cannot be read or has an unknown key
  public static Map<String, Origin> origins(
      Path data, Map<String, String> environment, Map<String, String> commandLine) {
    var out = new TreeMap<String, Origin>();
    Properties file = read(data.resolve(NAME));
    for (Setting setting : Setting.ALL) {
      String key = setting.key();
      String variable = environment.get(setting.variable());
      String option = commandLine.get(key);
      if (option != null) {
        out.put(key, new Origin(option, "command line"));
      } else if (variable != null) {
        out.put(key, new Origin(variable, setting.variable()));
      } else if (file.containsKey(key)) {
        out.put(key, new Origin(file.getProperty(key).strip(), NAME));
      } else {
        out.put(key, new Origin(setting.standard(), "built in"));
      }
    }
    return out;
  }

  private static Properties read(Path file) {
    var properties = new Properties();
    if (!Files.exists(file)) {
      return properties;
    }
    try {
      properties.load(new StringReader(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new Wrong(
          "[" + file + "] cannot be read: " + e.getMessage(),
          "it must be UTF-8 text with lines «key = value»");
    }
    Set<String> known = Setting.ALL.stream().map(Setting::key).collect(Collectors.toSet());
    for (String key : properties.stringPropertyNames()) {
      if (!known.contains(key)) {
        throw new Wrong(
            "[" + file + "] unknown setting: " + key, "./tabadla config lists all settings");
      }
    }
    return properties;
  }

  private Settings settings(Path data) {
    String database = text(Setting.DATABASE);
    return new Settings(
        data,
        database.isEmpty() ? "jdbc:sqlite:" + data.resolve("tabadla.db") : database,
        text(Setting.HOST),
        number(Setting.PORT, 0, LARGEST_PORT),
        choice(Setting.READING, "open", "closed"),
        names(text(Setting.NAMES).toLowerCase(Locale.ROOT)),
        names(text(Setting.ALLOWED_HOSTS)),
        text(Setting.USER_AGENT),
        duration(Setting.HOST_PAUSE),
        bytes(Setting.BODY_LIMIT),
        duration(Setting.TIMEOUT),
        number(Setting.REDIRECT_LIMIT, 0, 20),
        number(Setting.FETCHERS, 1, 10_000),
        duration(Setting.POLL_SHORTEST),
        duration(Setting.POLL_LONGEST),
        address(),
        zone(),
        isYes(Setting.WATCH_OPEN),
        Arrays.stream(text(Setting.MAIL_COMMAND).split("\\s+", -1))
            .filter(s -> !s.isEmpty())
            .toList(),
        mailFrom(),
        subscribing(),
        new Settings.Files(
            longBytes(Setting.UPLOAD_LIMIT),
            number(Setting.UPLOAD_AT_ONCE, 1, 10_000),
            duration(Setting.UPLOAD_KEPT),
            text(Setting.FFMPEG)),
        pictures());
  }

  private Settings.Pictures pictures() {
    return switch (text(Setting.PICTURES)) {
      case "claims" -> Settings.Pictures.CLAIMS;
      case "all" -> Settings.Pictures.ALL;
      case "no" -> Settings.Pictures.NO;
      default -> throw wrong(Setting.PICTURES, "claims, all or no");
    };
  }

  private Settings.Subscribing subscribing() {
    return switch (text(Setting.WEBSUB_SUBSCRIBE)) {
      case "yes" -> Settings.Subscribing.YES;
      case "no" -> Settings.Subscribing.NO;
      case "auto" -> Settings.Subscribing.AUTO;
      default -> throw wrong(Setting.WEBSUB_SUBSCRIBE, "yes, no or auto");
    };
  }

  private String address() {
    String address = text(Setting.ADDRESS);
    if (address.isEmpty() || ADDRESS.matcher(address).matches()) {
      return address;
    }
    throw wrong(Setting.ADDRESS, "an http or https address such as https://news.example");
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(text(Setting.ZONE));
    } catch (DateTimeException e) {
      throw wrong(Setting.ZONE, "a time zone such as Asia/Karachi or UTC");
    }
  }

  private String mailFrom() {
    String from = text(Setting.MAIL_FROM);
    if (MAIL.matcher(from).matches()) {
      return from;
    }
    throw wrong(Setting.MAIL_FROM, "an e-mail address");
  }

  private boolean isYes(String key) {
    return switch (text(key)) {
      case "yes", "true" -> true;
      case "no", "false", "" -> false;
      default -> throw wrong(key, "yes or no");
    };
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.toSet());
  }

  /// @return whether the first of the two stands there
  private boolean choice(String key, String first, String second) {
    String value = text(key);
    if (!value.equals(first) && !value.equals(second)) {
      throw wrong(key, first + " or " + second);
    }
    return value.equals(first);
  }

  private String text(String key) {
    return Optional.ofNullable(values.get(key)).orElse("");
  }

  private int number(String key, int least, int most) {
    String value = text(key);
    try {
      int n = Integer.parseInt(value);
      if (n >= least && n <= most) {
        return n;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message below
    }
    throw wrong(key, "a whole number from " + least + " to " + most);
  }

  private Duration duration(String key) {
    Matcher m = DURATION.matcher(text(key));
    if (!m.matches()) {
      throw wrong(key, "a number and ms, s, m, h or d, such as 30s");
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private int bytes(String key) {
    long size = longBytes(key);
    if (size > 1L << 30) {
      throw wrong(key, "at most 1024MB");
    }
    return (int) size;
  }

  private long longBytes(String key) {
    Matcher m = SIZE.matcher(text(key));
    if (!m.matches()) {
      throw wrong(key, "a number and B, KB, MB or GB, such as 10MB");
    }
    long factor =
        switch (m.group(2)) {
          case "B" -> 1L;
          case "KB" -> 1L << 10;
          case "MB" -> 1L << 20;
          default -> 1L << 30;
        };
    long size = Long.parseLong(m.group(1)) * factor;
    if (size < 1) {
      throw wrong(key, "more than nothing");
    }
    return size;
  }

  private Wrong wrong(String key, String wanted) {
    return new Wrong("[" + file + "] " + key + ": " + text(key), key + " must be " + wanted);
  }
}

package org.tabadla.exchange.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabadla.exchange.market.Core;

/// Subtitles that were delivered beside a film: files of its name that end in `.srt` or `.vtt`,
/// with or without a language before that (`film.ur.srt`).
public final class Captions {
  /// The largest that is shown.
  public static final int LARGEST_BYTES = 2 << 20;

  private static final Pattern NAME =
      Pattern.compile("(.+?)(?:\\.([a-z]{2,3}(?:-[a-z0-9]{2,8})?))?\\.(srt|vtt)");
  private static final Pattern TIMES =
      Pattern.compile(
          "\\s*(\\d{1,3}:\\d{2}:\\d{2})[,.](\\d{3})\\s*-->\\s*(\\d{1,3}:\\d{2}:\\d{2})[,.](\\d{3})\\b.*");

  private Captions() {}

  /// @param number of the asset in its delivery
  /// @param lang a language's tag, or empty
  public record Track(int number, String lang, String name) {}

  /// The tracks of one file among all that were delivered.
  public static List<Track> of(Core.Asset film, List<Core.Asset> all) {
    String wanted = stem(film.name());
    var tracks = new ArrayList<Track>();
    for (int i = 0; i < all.size(); i++) {
      Core.Asset each = all.get(i);
      Matcher m = NAME.matcher(each.name().toLowerCase(Locale.ROOT));
      if (m.matches() && each.bytes() <= LARGEST_BYTES) {
        String lang = m.group(2) == null ? "" : m.group(2);
        // A film may itself be called `news.en.mp4`.
        if (m.group(1).equals(wanted) || (m.group(1) + "." + lang).equals(wanted)) {
          tracks.add(new Track(i, lang, each.name()));
        }
      }
    }
    return tracks;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
  }

  /// SubRip's text as WebVTT; what is WebVTT already stays as it is.
  public static String vtt(String given) {
    String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
    if (text.startsWith("WEBVTT")) {
      return text;
    }
    var out = new StringBuilder("WEBVTT\n");
    boolean within = false;
    for (String line : text.split("\\R", -1)) {
      Matcher m = TIMES.matcher(line);
      if (m.matches()) {
        out.append('\n').append(padded(m.group(1))).append('.').append(m.group(2)).append(" --> ");
        out.append(padded(m.group(3))).append('.').append(m.group(4)).append('\n');
        within = true;
      } else if (line.isBlank()) {
        within = false;
      } else if (within) {
        out.append(line.replace("-->", "→")).append('\n');
      }
    }
    return out.toString();
  }

  /// Hours have two digits at least.
  private static String padded(String time) {
    return time.indexOf(':') == 1 ? "0" + time : time;
  }
}

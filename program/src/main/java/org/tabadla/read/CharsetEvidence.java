package org.tabadla.read;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bytes themselves say about their charset.
///
/// @param sequences well-formed UTF-8 sequences of two to four bytes
/// @param broken bytes from 0x80 that are in none
/// @param escapes an ISO-2022-JP escape sequence is there
/// @param controls control characters other than white space are there: bytes below 0x20, or the C1
///   controls in UTF-8
/// @param leftovers letters are there, in UTF-8, that {@link Leftovers} may have to mend
record CharsetEvidence(
    int sequences, int broken, boolean escapes, boolean controls, boolean leftovers) {
  private static final int SAMPLE_MAX_BYTES = 64 * 1024;
  private static final int TABLE_MAX_CHARS = 0x10000;

  /// Below this score a guess is no better than the web's default.
  private static final double SCORE_MIN = 0.25;

  private static final int ESCAPE = 0x1B;

  /// U+00A0; what is between it and ASCII are the C1 controls.
  private static final int FIRST_LATIN = 0xA0;

  /// Lead bytes of U+00C0 to U+00FF, and of U+F000 to U+FFFF.
  private static final byte LATIN_LETTERS = (byte) 0xC3;

  private static final byte SHAPES = (byte) 0xEF;

  /// From these on the bytes speak more plainly than a label.
  private static final double PLAIN_SCORE_MIN = 0.7;

  private static final double DOUBTED_SCORE_MAX = 0.4;
  private static final int PLAIN_BYTES_MIN = 40;
  private static final int DOUBT_SAMPLE_MAX_BYTES = 4 * 1024;

  /// The letters that a row of the table begins with make up nearly half of a text.
  private static final int FREQUENT_LETTERS = 6;

  private static final double FREQUENT_SHARE_MIN = 0.38;

  private static final double RARE = 0.2;
  private static final double USUAL = 0.6;
  private static final double WRONG = -2;

  /// Mostly UTF-8: a page with one clipped sequence is still UTF-8.
  private static final int TRUST_FACTOR = 10;

  static CharsetEvidence of(byte[] body) {
    int sequences = 0;
    int broken = 0;
    boolean escapes = false;
    boolean controls = false;
    boolean leftovers = false;
    for (int i = 0; i < body.length; i++) {
      int b = body[i];
      if (b >= ' ') {
        continue;
      }
      if (b >= 0) {
        escapes |= b == ESCAPE && isEscape(body, i + 1);
        controls |= b != '\n' && b != '\r' && b != '\t';
        continue;
      }
      int more = following(body, i);
      if (more > 0) {
        sequences++;
        controls |= b == (byte) 0xC2 && (body[i + 1] & 0xFF) < FIRST_LATIN;
        leftovers |= (b == LATIN_LETTERS || b == SHAPES) && mayBeLeft(body, i, more);
        i += more;
      } else {
        broken++;
      }
    }
    return new CharsetEvidence(sequences, broken, escapes, controls, leftovers);
  }

  boolean isAscii() {
    return sequences == 0 && broken == 0;
  }

  boolean isUtf8() {
    return sequences > 0 && (broken == 0 || sequences > TRUST_FACTOR * broken);
  }

  /// What {@link Leftovers} mends begins, as windows-1252 shows it, with one of some lead bytes and
  /// another byte beyond ASCII; or it is among the shapes of Arabic letters, U+FB50 to U+FEFC.
  ///
  /// @param more how many bytes follow the lead byte of U+00C0 to U+00FF or of U+F000 to U+FFFF
  private static boolean mayBeLeft(byte[] body, int i, int more) {
    int second = body[i + 1] & 0xFF;
    if (body[i] == SHAPES) {
      return second >= 0xAD && second <= 0xBB;
    }
    int next = i + 1 + more;
    return next < body.length && body[next] < 0 && Leftovers.isLead((char) (second + 0x40));
  }

  private static boolean isEscape(byte[] body, int i) {
    return i + 1 < body.length
        && ((body[i] == '$' && (body[i + 1] == 'B' || body[i + 1] == '@'))
            || (body[i] == '(' && body[i + 1] == 'J'));
  }

  /// @return how many continuation bytes follow a well-formed lead byte at `i` (Unicode, table
  ///   3-7), or 0
  private static int following(byte[] body, int i) {
    int lead = body[i] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4 || i + 1 >= body.length) {
      return 0;
    }
    int second = body[i + 1] & 0xFF;
    if (lead < 0xE0) {
      return (second & 0xC0) == 0x80 ? 1 : 0;
    }
    // A sequence that the end clips is judged by what is there of it.
    int more = Math.min(lead >= 0xF0 ? 3 : 2, body.length - i - 1);
    boolean off =
        (lead == 0xE0 && second < 0xA0)
            || (lead == 0xED && second > 0x9F)
            || (lead == 0xF0 && second < 0x90)
            || (lead == 0xF4 && second > 0x8F);
    for (int k = 1; k <= more; k++) {
      off |= (body[i + k] & 0xC0) != 0x80;
    }
    return off ? 0 : more;
  }

  /// @param likely what label there is, preferred when it is as good as the best; may be null
  /// @return the legacy charset that the bytes look like, or null when they look like none
  static @Nullable String legacy(byte[] body, @Nullable String likely) {
    byte[] sample = sample(body, SAMPLE_MAX_BYTES);
    String best = null;
    double top = SCORE_MIN;
    for (Look look : Looks.ALL) {
      double score = look.score(sample) + (look.name().equals(likely) ? RARE : 0);
      if (score > top) {
        top = score;
        best = look.name();
      }
    }
    return best;
  }

  /// @param label a legacy charset that the page names
  /// @return the charset that the bytes are in, when it is plainly another; else null
  static @Nullable String disproof(byte[] body, String label) {
    byte[] sample = sample(body, DOUBT_SAMPLE_MAX_BYTES);
    Look named = null;
    for (Look look : Looks.ALL) {
      named = look.name().equals(label) ? look : named;
    }
    if (named == null
        || foreign(sample) < PLAIN_BYTES_MIN
        || named.score(sample) >= DOUBTED_SCORE_MAX) {
      return null;
    }
    Look best = named;
    double top = PLAIN_SCORE_MIN;
    for (Look look : Looks.ALL) {
      double score = look.score(sample);
      if (score > top) {
        top = score;
        best = look;
      }
    }
    boolean other =
        !best.name().equals(label) && (!best.sharesLetters(named) || best.isUsual(sample));
    return other ? best.name() : null;
  }

  private static int foreign(byte[] sample) {
    int foreign = 0;
    for (byte b : sample) {
      foreign += b < 0 ? 1 : 0;
    }
    return foreign;
  }

  /// The non-ASCII stretches with one ASCII character kept between them, tags left out by that.
  private static byte[] sample(byte[] body, int most) {
    byte[] out = new byte[Math.min(body.length, most)];
    int n = 0;
    int gap = 0;
    for (int i = 0; i < body.length && n < out.length; i++) {
      gap = body[i] < 0 ? 0 : gap + 1;
      if (gap <= 2) {
        out[n++] = body[i];
      }
    }
    return java.util.Arrays.copyOf(out, n);
  }

  private static final class Looks {
    static final List<Look> ALL = new ArrayList<>();

    static {
      for (String row : CharsetLabels.rows("charset-letters.tsv")) {
        String[] cells = row.split("\t", -1);
        ALL.add(Look.of(cells[0], cells[1], cells[2], cells[3]));
      }
    }
  }

  /// How the text of one charset looks.
  private record Look(
      String name,
      Charset decoder,
      String kind,
      String letters,
      BitSet common,
      BitSet usual,
      int width) {
    static Look of(String name, String kind, String leads, String letters) {
      Charset decoder = CharsetLabels.decoder(name);
      var common = new BitSet(TABLE_MAX_CHARS);
      letters.chars().forEach(common::set);
      boolean two = "two".equals(kind);
      var usual = two ? everyday(decoder, leads) : new BitSet(0);
      return new Look(name, decoder, kind, letters, common, usual, two ? 2 : 1);
    }

    private static BitSet everyday(Charset decoder, String leads) {
      int dash = leads.indexOf('-');
      int last = Integer.parseInt(leads.substring(dash + 1), 16);
      var out = new BitSet(TABLE_MAX_CHARS);
      for (int lead = Integer.parseInt(leads.substring(0, dash), 16); lead <= last; lead++) {
        for (int trail = 0x40; trail <= 0xFE; trail++) {
          String s = new String(new byte[] {(byte) lead, (byte) trail}, decoder);
          if (s.length() == 1 && Character.isLetter(s.charAt(0))) {
            out.set(s.charAt(0));
          }
        }
      }
      return out;
    }

    /// @return about 1 for text of this charset, below 0 for others, per byte from 0x80
    double score(byte[] sample) {
      String text = new String(sample, decoder);
      double sum = 0;
      int foreign = 0;
      char before = ' ';
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 0x80) {
          foreign += width;
          sum += width * (worth(c) + company(before, c));
        } else if (Character.isLetter(c) && Character.isLetter(before) && before >= 0x80) {
          sum += "latin".equals(kind) ? USUAL / 2 : -RARE;
        }
        before = c;
      }
      return foreign == 0 ? 0 : sum / foreign;
    }

    boolean sharesLetters(Look other) {
      return letters.charAt(0) == other.letters.charAt(0);
    }

    /// A shifted alphabet has letters of the right kind but not as often as a language has them.
    boolean isUsual(byte[] sample) {
      String frequent = letters.substring(0, FREQUENT_LETTERS);
      String text = new String(sample, decoder);
      int foreign = 0;
      int found = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = Character.toLowerCase(text.charAt(i));
        foreign += c >= 0x80 ? 1 : 0;
        found += frequent.indexOf(c) >= 0 ? 1 : 0;
      }
      return found > FREQUENT_SHARE_MIN * foreign;
    }

    private double worth(char c) {
      if (common.get(c)) {
        return 1;
      }
      if (c == '\uFFFD' || c < 0xA0 || Character.getType(c) == Character.PRIVATE_USE) {
        return WRONG;
      }
      if (usual.get(c) || common.get(Character.toLowerCase(c))) {
        return width == 2 ? USUAL : RARE;
      }
      return Character.isLetter(c) ? -RARE : width == 2 ? 0 : -USUAL;
    }

    /// Letters keep company: no capital after a small letter, no accents in a row.
    private double company(char before, char c) {
      if (!Character.isLetter(c) || !Character.isLetter(before)) {
        return 0;
      }
      if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
        return -1;
      }
      boolean latin = "latin".equals(kind);
      return (latin && before >= 0x80) || (!latin && width == 1 && before < 0x80) ? -USUAL : 0;
    }
  }
}

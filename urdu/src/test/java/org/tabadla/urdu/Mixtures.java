package org.tabadla.urdu;

import java.util.Random;

/// Texts that nobody would write, the same ones for the same seed: letters, marks, controls,
/// digits, signs, halves of characters, words of the tables.
final class Mixtures {
  private static final String PIECES =
      "\u06D2|\u06D3|\u06CC|\u06CC\u0654|\u0654|\u0653|\u0627|\u0648|\u06C1|\u06D5|\u0629|\u0626|\u0621|"
          + "\u0640|\u0640\u0640|\u064E|\u0651|\u0670|\u200C|\u200D|\u200F|\u202E|\u2066|\uFEFF|\u00AD|"
          + "\u06D4|\u060C|\u061B|\u061F|.|,|-|_|'| |  |\n|\t|\u00A0|\u066B|\u066C|\u06F3|\u0665|1|23|456|"
          + "1,234|12,34,567|25\u0628\u0631\u0633|\uFDFA|\uFDFC|\uFDFD|\uFDF2|\uFEFB|\uFBAF|\uFE7C|"
          + "\uD800|\uDC00|\uD83D\uDE00|\u0000|\u0007|\u0085|A|\u00C9|e\u0301|\u0438\u0306|\u0130|s.c.o|"
          + "\u06A9\u06D2|\u0644\u06CC\u06D2|\u0644\u0626\u06D2|\u0628\u06D2|\u0631\u0648\u0632\u06AF\u0627\u0631|"
          + "\u0627\u06CC\u0633|\u0633\u06CC|\u0627\u0648|\u0622\u0626\u06CC|\u06A9\u0631\u062A\u06D2|"
          + "\u06AF\u0630\u0634\u062A\u06C1|\u06A9\u06CC\u0644\u0626\u06D2|\u0627\u06CC\u0634\u06CC\u0627\u0621|"
          + "\u0600|\u0674|\u4E2D\u56FD|\u0939\u093F|\u2028|(|\u00AB|\"";
  private static final String[] PIECE = PIECES.split("\\|");

  private Mixtures() {}

  static String next(Random random) {
    int pieces = 1 + random.nextInt(12);
    var out = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      int kind = random.nextInt(20);
      if (kind == 0) {
        out.append((char) random.nextInt(0x10000));
      } else if (kind == 1) {
        out.append((char) (0x0600 + random.nextInt(0x100)));
      } else {
        out.append(PIECE[random.nextInt(PIECE.length)]);
      }
    }
    return out.toString();
  }

  /// @return a text with all that cannot be seen written by number
  static String shown(String text) {
    var out = new StringBuilder();
    text.chars().forEach(c -> out.append(String.format("%04X ", c)));
    return out.toString();
  }
}

package org.tabadla.exchange.c2pa;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Who signed, in words.
final class SignerText {
  /// The object identifier of a time stamp's content (RFC 3161 §2.4.2), as DER writes it.
  private static final byte[] TIME_STAMP = {
    6, 11, 42, (byte) 0x86, 72, (byte) 0x86, (byte) 0xF7, 13, 1, 9, 16, 1, 4
  };

  private static final int GENERALIZED_TIME = 0x18;
  private static final int TIME_LENGTH = 14;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private SignerText() {}

  static Credentials.Signer of(CoseSignature signature) {
    X509Certificate certificate = signature.certificate();
    byte[] stamp = signature.timeStamp();
    return new Credentials.Signer(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getSerialNumber().toString(),
        signature.algorithm(),
        stamp == null ? "" : time(stamp));
  }

  /// The time in a time stamp: the first time value after the content's identifier.
  private static String time(byte[] stamp) {
    for (int at = 0; at + TIME_STAMP.length <= stamp.length; at++) {
      if (startsWith(stamp, at)) {
        return timeAfter(stamp, at + TIME_STAMP.length);
      }
    }
    return "";
  }

  private static String timeAfter(byte[] stamp, int from) {
    for (int at = from; at + 2 + TIME_LENGTH <= stamp.length; at++) {
      if (stamp[at] == GENERALIZED_TIME && stamp[at + 1] > TIME_LENGTH) {
        String time = parsed(new String(stamp, at + 2, TIME_LENGTH, StandardCharsets.ISO_8859_1));
        if (time != null) {
          return time;
        }
      }
    }
    return "";
  }

  private static @Nullable String parsed(String time) {
    try {
      return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean startsWith(byte[] stamp, int at) {
    for (int i = 0; i < TIME_STAMP.length; i++) {
      if (stamp[at + i] != TIME_STAMP[i]) {
        return false;
      }
    }
    return true;
  }
}

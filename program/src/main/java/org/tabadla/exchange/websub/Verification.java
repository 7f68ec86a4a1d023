package org.tabadla.exchange.websub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.tabadla.model.Answered;

/// What a subscriber answered to the question whether it wants this (WebSub §5.3).
enum Verification {
  /// A 2xx with the challenge.
  CONFIRMED,
  /// Any other answer.
  DECLINED,
  /// No answer: it may have been a bad moment.
  UNHEARD;

  static Verification of(Answered answered, String challenge) {
    return switch (answered) {
      case Answered.Replied reply ->
          reply.isSuccess() && echoes(reply, challenge) ? CONFIRMED : DECLINED;
      case Answered.Barred _ -> DECLINED;
      case Answered.Broken _ -> UNHEARD;
    };
  }

  /// A line end behind the challenge is forgiven.
  private static boolean echoes(Answered.Replied reply, String challenge) {
    String body = new String(reply.body().array(), StandardCharsets.UTF_8).stripTrailing();
    return MessageDigest.isEqual(
        body.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
  }
}

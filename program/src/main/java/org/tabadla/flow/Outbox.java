package org.tabadla.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;

/// Writes letters as message files (RFC 5322, plain text in UTF-8) into the folder `outbox`, and
/// hands each to a command such as `sendmail -t -i`, which reads it from its input. Without a
/// command they lie there for whatever sends mail on this machine; what was handed on goes to
/// `outbox/sent`.
public final class Outbox {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int LINE_CHARS = 76;
  private static final int WORD_BYTES = 42;

  private final Path folder;
  private final List<String> command;
  private final String from;

  /// @param command the program and its arguments; empty when there is none
  /// @param from the sender's address
  public Outbox(Path folder, List<String> command, String from) {
    this.folder = folder;
    this.command = List.copyOf(command);
    this.from = from;
  }

  /// A letter. The same name sent again takes the old one's place.
  ///
  /// @param name of its file, without an ending
  /// @param text its lines parted by CR LF
  public record Letter(String name, String to, String subject, String text) {}

  /// @return what went wrong, in one line; null when it was sent, or lies ready
  public @Nullable String send(Letter letter, Instant now) {
    byte[] message = message(letter, now).getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(letter.name() + ".part");
      Path file = folder.resolve(letter.name() + ".eml");
      Files.write(part, message);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return command.isEmpty() ? null : handOver(file);
    } catch (IOException e) {
      return "[outbox] " + folder + ": " + e.getMessage() + "; see that it may be written";
    }
  }

  private @Nullable String handOver(Path file) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(file.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "[mail.command] took longer than " + LONGEST.toSeconds() + " s; see to the command";
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return "[mail.command] was interrupted";
    }
    if (process.exitValue() != 0) {
      return "[mail.command] ended with " + process.exitValue() + "; see to the command";
    }
    Path sent = Files.createDirectories(folder.resolve("sent"));
    Files.move(file, sent.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    return null;
  }

  private String message(Letter letter, Instant now) {
    String body =
        Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\r', '\n'})
            .encodeToString(letter.text().getBytes(StandardCharsets.UTF_8));
    return String.join(
        "\r\n",
        "From: " + from,
        "To: " + letter.to(),
        "Subject: " + words(letter.subject()),
        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
        "Message-ID: <" + Digest.brief(letter.name() + letter.text()) + "@tabadla>",
        "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: base64",
        "",
        body,
        "");
  }

  /// Encoded words (RFC 2047), each a whole number of letters.
  static String words(String text) {
    var out = new StringBuilder();
    var word = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      String letter = Character.toString(text.codePointAt(i));
      int length = letter.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > WORD_BYTES) {
        append(out, word);
        bytes = 0;
      }
      word.append(Character.isISOControl(letter.codePointAt(0)) ? " " : letter);
      bytes += length;
      i += letter.length();
    }
    append(out, word);
    return out.toString();
  }

  private static void append(StringBuilder out, StringBuilder word) {
    out.append(out.isEmpty() ? "" : "\r\n ").append("=?UTF-8?B?");
    byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
    out.append(Base64.getEncoder().encodeToString(bytes)).append("?=");
    word.setLength(0);
  }
}

package org.tabadla.web.exchange;

import org.tabadla.exchange.Notice;
import org.tabadla.web.Safe;
import org.tabadla.web.Ui;

/// A notice as a letter, in the language that its reader chose.
///
/// @param name names it for good
/// @param text its lines parted by CR LF
public record NoticeLetters(String name, String to, String subject, String text) {
  /// @param base what absolute addresses begin with, without a slash at the end
  public static NoticeLetters of(Notice.Mail mail, String base) {
    Notice notice = mail.notice();
    Ui ui =
        Ui.ALL.stream()
            .filter(each -> each.tag().equals(mail.language()))
            .findFirst()
            .orElse(Ui.UR);
    String what = Safe.text(notice.what().value());
    String said = ui.say("notice-of." + notice.kind());
    String text =
        String.join(
            "\r\n",
            said,
            what,
            notice.by().value() + " · " + notice.at(),
            base + ui.link(notice.path()),
            "",
            ui.say("notices") + ": " + base + ui.link("/exchange/notices"),
            "");
    return new NoticeLetters(mail.name(), mail.to(), said + ": " + what, text);
  }
}

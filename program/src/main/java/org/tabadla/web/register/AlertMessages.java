package org.tabadla.web.register;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tabadla.language.DateText;
import org.tabadla.model.Bytes;
import org.tabadla.model.Digest;
import org.tabadla.model.Moment;
import org.tabadla.model.Text;
import org.tabadla.register.Alerts;
import org.tabadla.register.Named;
import org.tabadla.register.PageWatches.PageWatch;
import org.tabadla.register.Register;
import org.tabadla.web.Safe;
import org.tabadla.web.Ui;
import tools.jackson.databind.json.JsonMapper;

/// What somebody who watches a page of the register or of claims is sent, in the language that they
/// chose.
public final class AlertMessages {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String COMMITMENT = "c/";

  private final Register register;
  private final Function<String, Optional<Text>> claims;
  private final String base;
  private final ZoneId zone;

  /// @param claims the words of a claim by its id
  /// @param base what absolute addresses begin with, without a slash at the end
  /// @param zone in which letters tell the time
  public AlertMessages(
      Register register, Function<String, Optional<Text>> claims, String base, ZoneId zone) {
    this.register = register;
    this.claims = claims;
    this.base = base;
    this.zone = zone;
  }

  /// A letter.
  ///
  /// @param name names it for good, so that it is not sent twice
  /// @param text its lines parted by CR LF
  public record Letter(String name, String to, String subject, String text) {}

  public Letter letter(Alerts.Parcel parcel) {
    PageWatch watch = parcel.watch();
    Ui ui = ui(watch);
    String page = called(watch, ui);
    var lines = new ArrayList<String>();
    lines.add(page);
    lines.add(base + ui.link(path(watch.page())));
    for (Alerts.Alert alert : parcel.alerts()) {
      lines.add("");
      lines.add(said(watch, alert, ui) + ": " + heading(watch, alert, ui));
      lines.add(Safe.text(alert.words()));
      lines.add(Safe.text(alert.source()) + " · " + when(alert, ui));
      lines.add(base + ui.link(path(watch, alert)));
    }
    lines.add("");
    lines.add(ui.say("register.watches") + ": " + base + ui.link("/register/watches"));
    lines.add("");
    return new Letter(
        id(parcel),
        watch.email(),
        ui.say(isOfClaims(watch) ? "verify" : "register")
            + ": "
            + page
            + " ("
            + ui.number(parcel.alerts().size())
            + ")",
        String.join("\r\n", lines));
  }

  /// @return the body of a post
  public Bytes post(Alerts.Parcel parcel) {
    PageWatch watch = parcel.watch();
    Ui ui = ui(watch);
    var alerts = new ArrayList<Map<String, Object>>();
    for (Alerts.Alert alert : parcel.alerts()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("kind", alert.kind());
      one.put(isOfClaims(watch) ? "claim" : "commitment", alert.commitment());
      one.put("url", base + path(watch, alert));
      one.put("heading", heading(watch, alert, ui));
      one.put("words", Safe.text(alert.words()));
      one.put("source", Safe.text(alert.source()));
      one.put("at", alert.at().toString());
      alerts.add(one);
    }
    var content = new LinkedHashMap<String, Object>();
    content.put("type", isOfClaims(watch) ? "claims.alerts" : "register.alerts");
    content.put("watch", watch.id());
    content.put("page", base + path(watch.page()));
    content.put("alerts", alerts);
    return new Bytes(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
  }

  /// @return a name that follows from what is told
  public static String id(Alerts.Parcel parcel) {
    List<String> names = parcel.alerts().stream().map(Alerts.Alert::name).toList();
    return "register-" + parcel.watch().id() + "-" + Digest.brief(names.toString());
  }

  private static Ui ui(PageWatch watch) {
    return Ui.ALL.stream()
        .filter(each -> each.tag().equals(watch.language()))
        .findFirst()
        .orElse(Ui.UR);
  }

  private static boolean isOfClaims(PageWatch watch) {
    return ClaimPaths.isOne(watch.page());
  }

  private static String path(PageWatch watch, Alerts.Alert alert) {
    return isOfClaims(watch)
        ? ClaimPaths.path(ClaimPaths.of(alert.commitment()))
        : "/register/c/" + alert.commitment();
  }

  private String claim(String id) {
    return claims.apply(id).map(words -> Safe.text(words.value())).orElse(id);
  }

  private String heading(PageWatch watch, Alerts.Alert alert, Ui ui) {
    if (isOfClaims(watch)) {
      return claim(alert.commitment());
    }
    return register
        .commitment(alert.commitment())
        .map(c -> new Tongue(ui).heading(c).words())
        .orElse(alert.commitment());
  }

  private String when(Alerts.Alert alert, Ui ui) {
    return DateText.of(Moment.time(alert.at(), zone), ui.lang(), zone);
  }

  private static String said(PageWatch watch, Alerts.Alert alert, Ui ui) {
    return ui.say((isOfClaims(watch) ? "verify.did." : "register.alert.") + alert.kind());
  }

  /// @return what a watched page is called
  String called(PageWatch watch, Ui ui) {
    String page = watch.page();
    if (isOfClaims(watch)) {
      return ClaimPaths.claim(page)
          .map(this::claim)
          .or(() -> ClaimPaths.speaker(page).map(Safe::text))
          .orElseGet(() -> ui.say("verify"));
    }
    if (page.startsWith(COMMITMENT)) {
      String id = page.substring(COMMITMENT.length());
      return register.commitment(id).map(c -> new Tongue(ui).heading(c).words()).orElse(id);
    }
    return switch (page) {
      case "" -> ui.say("register.all");
      case Alerts.SILENT -> ui.say("register.silent");
      default -> ofList(page, ui);
    };
  }

  private String ofList(String page, Ui ui) {
    var shelf = RegisterWing.shelf(page);
    if (shelf == null) {
      return page;
    }
    String words =
        new Tongue(ui)
            .called(
                shelf,
                register
                    .name(shelf, ui.lang())
                    .orElseGet(() -> new Named(shelf.key(), shelf.key(), ui.lang())))
            .words();
    return ui.say("register.by-" + shelf.kind().step()) + ": " + words;
  }

  /// @return a watched page's address after the language step
  static String path(String page) {
    if (ClaimPaths.isOne(page)) {
      return ClaimPaths.path(page);
    }
    if (page.isEmpty()) {
      return "/register/all";
    }
    var shelf = RegisterWing.shelf(page);
    return shelf == null ? "/register/" + page : Tongue.path(shelf);
  }

  /// @return whether a page can be watched
  static boolean isPage(String page) {
    return page.isEmpty()
        || page.equals(Alerts.SILENT)
        || page.startsWith(COMMITMENT)
        || ClaimPaths.isOne(page)
        || RegisterWing.shelf(page) != null;
  }
}

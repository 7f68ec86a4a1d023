package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.federation.TalkFiles;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.language.LanguageGuess;
import org.tabadla.model.Text;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Headers;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// Talking about a listing until both have signed or one has had enough.
final class Talks {
  private static final Logger LOG = LoggerFactory.getLogger(Talks.class);

  private final Counter counter;
  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Enclosures enclosures;
  private final TalkFiles files;

  Talks(Counter counter, Deliveries deliveries, TalkFiles files) {
    this.files = files;
    this.counter = counter;
    this.exchange = counter.exchange();
    this.deliveries = deliveries;
    this.enclosures = new Enclosures(deliveries);
  }

  void open(Doors doors) {
    doors.form("/exchange/listing/{key}/answer", this::begin);
    doors.page("/exchange/talk/{key}", this::show);
    doors.form("/exchange/talk/{key}/say", this::say);
    doors.page("/exchange/talk/{key}/file/{message}/{number}", this::file);
    doors.form("/exchange/talk/{key}/fetch", this::fetch);
    doors.form("/exchange/talk/{key}/propose", this::propose);
    doors.form("/exchange/talk/{key}/sign", this::sign);
    doors.form("/exchange/talk/{key}/close", this::close);
  }

  private void begin(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Listing listing =
        Counter.key(ctx, ListingId::new)
            .flatMap(id -> exchange.seenBy(me.account().organisation(), id))
            .orElseThrow(() -> new Missing("listing"));
    String own = Counter.field(ctx, "answering");
    Optional<ListingId> answering = own.isBlank() ? Optional.empty() : Optional.of(listingId(own));
    Talk talk =
        NotAllowed.unless(exchange.begin(me.account(), listing.id(), answering.orElse(null)));
    String words = Counter.field(ctx, "words");
    if (!words.isBlank()) {
      NotAllowed.unless(exchange.say(me.account(), talk.id(), text(words)));
    }
    Counter.go(ctx, ui, "/exchange/talk/" + talk.id());
  }

  private static ListingId listingId(String value) {
    try {
      return new ListingId(value);
    } catch (IllegalArgumentException e) {
      throw new Missing("listing");
    }
  }

  /// Words as they were written, in the language that they look like.
  private static Text text(String words) {
    return new Text(words, LanguageGuess.of(words).lang());
  }

  private Talk talk(Context ctx, Visitor me) {
    return counter.part(
        ctx, TalkId::new, exchange.market()::talk, talk -> talk.has(me.account().organisation()));
  }

  private void show(Context ctx, Ui ui) {
    Talk talk = talk(ctx, counter.known(ctx, Role.READER));
    Listing listing = exchange.market().listing(talk.about()).orElseThrow();
    counter.show(
        ctx,
        ui,
        "talk",
        listing.core().about().title(ui.lang()).value(),
        new ExchangePage.Shown.Talking(talk, listing, files));
    Headers.withOwnScriptAndMedia(ctx);
  }

  private void say(Context ctx, Ui ui) {
    Enclosures.checkSize(ctx);
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Talk talk = talk(ctx, me);
    Enclosures.Files enclosed = enclosures.of(ctx, me);
    Text words = text(Counter.field(ctx, "words"));
    NotAllowed.unless(deliveries.say(me.account(), talk.id(), words, enclosed.assets()));
    enclosures.use(enclosed);
    back(ctx, ui, talk);
  }

  /// A file that came with words; for the two sides.
  private void file(Context ctx, Ui ui) {
    Visitor me = counter.known(ctx, Role.READER);
    Talk talk = talk(ctx, me);
    Talk.Message message = one(talk.messages(), ctx.pathParam("message"));
    Core.Asset asset = one(message.assets(), ctx.pathParam("number"));
    if (!(files.state(talk, message.from(), asset.sha256()) instanceof TalkFiles.State.Here here)) {
      throw new Missing("such file");
    }
    FileAnswer.give(
        ctx,
        new FileAnswer.Sent(here.file(), asset.name(), asset.type(), asset.bytes(), asset.sha256()),
        new FileAnswer.Leave() {
          @Override
          public Optional<String> over() {
            return counter.isStillKnown(ctx, me, Role.READER)
                ? Optional.empty()
                : Optional.of("the account may not read any more");
          }

          @Override
          public void cut(long at, String why) {
            LOG.info(
                "[exchange] {} in talk {} cut off at {}: {}", asset.name(), talk.id(), at, why);
          }
        });
  }

  /// Asks for a file that is still with the other house.
  private void fetch(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.READER);
    Talk talk = talk(ctx, me);
    NotAllowed.unless(files.want(me.account(), talk.id(), Counter.field(ctx, "sha256")));
    back(ctx, ui, talk);
  }

  private static <T> T one(List<T> all, String number) {
    int i = number.matches("\\d{1,4}") ? Integer.parseInt(number) : -1;
    if (i < 0 || i >= all.size()) {
      throw new Missing("such file");
    }
    return all.get(i);
  }

  private void propose(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Talk talk = talk(ctx, me);
    String due = Counter.field(ctx, "deliverby");
    try {
      var terms =
          new DealTerms(
              talk.id(),
              talk.proposals().size() + 1,
              talk.about(),
              talk.provider(),
              talk.receiver(),
              Counter.field(ctx, "subject"),
              Counter.field(ctx, "rights"),
              ListingForms.optional(Core.Consideration.class, Counter.field(ctx, "consideration"))
                  .orElse(Core.Consideration.EXCHANGE),
              Counter.field(ctx, "inreturn"),
              due.isBlank()
                  ? null
                  : LocalDateTime.parse(due).atZone(counter.doors().zone()).toInstant(),
              ctx.formParam("register") == null ? null : Boolean.TRUE);
      NotAllowed.unless(exchange.propose(me.account(), talk.id(), terms));
    } catch (DateTimeException e) {
      throw NotAllowed.of(409, "refused.choice", due);
    }
    back(ctx, ui, talk);
  }

  private void sign(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.DESK);
    Talk talk = talk(ctx, me);
    String version = Counter.field(ctx, "version");
    Talk signed =
        NotAllowed.unless(
            exchange.sign(
                me.account(),
                talk.id(),
                version.matches("\\d{1,3}") ? Integer.parseInt(version) : 0,
                Counter.field(ctx, "hash")));
    if (signed.state() instanceof Talk.State.Agreed(var agreement)) {
      Counter.go(ctx, ui, "/exchange/agreement/" + agreement);
    } else {
      back(ctx, ui, talk);
    }
  }

  private void close(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Talk talk = talk(ctx, me);
    String reason = Counter.field(ctx, "reason");
    NotAllowed.unless(
        exchange.close(me.account(), talk.id(), reason.isBlank() ? ui.say("talk.close") : reason));
    back(ctx, ui, talk);
  }

  private static void back(Context ctx, Ui ui, Talk talk) {
    Counter.go(ctx, ui, "/exchange/talk/" + talk.id());
  }
}

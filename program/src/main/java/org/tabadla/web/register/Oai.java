package org.tabadla.web.register;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Change;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.web.Doors;

/// The register for harvesters: [OAI-PMH
/// 2.0](https://www.openarchives.org/OAI/openarchivesprotocol.html) with `oai_dc`.
final class Oai {
  private static final int AT_ONCE = 100;
  private static final int LONGEST_VALUE_CHARS = 500;
  private static final int DAY_CHARS = "2025-01-01".length();
  private static final String DC = "oai_dc";
  private static final int MOST_SETS = 500;
  private static final int LOOKED_AT_ONCE = 500;

  /// Which arguments each verb takes.
  private static final Map<String, List<String>> VERBS =
      Map.of(
          "Identify", List.of(),
          "ListMetadataFormats", List.of("identifier"),
          "ListSets", List.of("resumptionToken"),
          "GetRecord", List.of("identifier", "metadataPrefix"),
          "ListRecords", List.of("from", "until", "set", "metadataPrefix", "resumptionToken"),
          "ListIdentifiers", List.of("from", "until", "set", "metadataPrefix", "resumptionToken"));

  private final Register register;
  private final InstantSource clock;

  Oai(Register register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  void open(Doors doors) {
    doors.routes().get("/oai", ctx -> answer(doors, ctx, ctx.queryParamMap()));
    doors.routes().post("/oai", ctx -> answer(doors, ctx, ctx.formParamMap()));
  }

  /// What is wrong with a request, in the protocol's own words.
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String words;

    Fault(String code, String words) {
      super(words);
      this.code = code;
      this.words = words;
    }
  }

  private void answer(Doors doors, Context ctx, Map<String, List<String>> asked) {
    register.refresh();
    String base = doors.shells().base();
    var given = new TreeMap<String, String>();
    String body;
    try {
      read(asked, given);
      body = verb(given, base);
    } catch (Fault e) {
      if (e.code.equals("badVerb") || e.code.equals("badArgument")) {
        given.clear();
      }
      body = "<error code=\"" + e.code + "\">" + OaiRecord.escaped(e.words) + "</error>\n";
    }
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"");
    out.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
    out.append(" xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/");
    out.append(" http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd\">\n<responseDate>");
    out.append(OaiRecord.stamp(clock.instant())).append("</responseDate>\n<request");
    given.forEach((name, value) ->
        out.append(' ').append(name).append("=\"").append(OaiRecord.escaped(value)).append('"'));
    out.append('>').append(OaiRecord.escaped(base)).append("/oai</request>\n");
    out.append(body).append("</OAI-PMH>\n");
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType("text/xml; charset=utf-8").result(out.toString());
  }

  private static void read(Map<String, List<String>> asked, Map<String, String> given) {
    asked.forEach((name, values) -> {
      if (values.size() != 1 || values.getFirst().length() > LONGEST_VALUE_CHARS) {
        throw new Fault(name.equals("verb") ? "badVerb" : "badArgument", name + " comes once");
      }
      given.put(name, values.getFirst());
    });
    List<String> allowed = VERBS.get(given.getOrDefault("verb", ""));
    if (allowed == null) {
      throw new Fault("badVerb", "one of " + new TreeSet<>(VERBS.keySet()));
    }
    for (String name : given.keySet()) {
      if (!name.equals("verb") && !allowed.contains(name)) {
        throw new Fault("badArgument", given.get("verb") + " takes no " + name);
      }
    }
  }

  private String verb(Map<String, String> given, String base) {
    return switch (given.getOrDefault("verb", "")) {
      case "Identify" -> identify(base);
      case "ListMetadataFormats" -> {
        if (given.containsKey("identifier")) {
          found(given, base);
        }
        yield OaiRecord.FORMATS;
      }
      case "ListSets" -> sets(given);
      case "GetRecord" -> {
        prefix(given);
        yield "<GetRecord>\n" + record(found(given, base), base).whole() + "</GetRecord>\n";
      }
      case "ListRecords" -> list(given, base, "ListRecords");
      default -> list(given, base, "ListIdentifiers");
    };
  }

  private String identify(String base) {
    Instant earliest =
        register.changed(null, 1).stream()
            .map(c -> c.change().at())
            .findFirst()
            .orElse(Instant.EPOCH);
    return "<Identify>\n<repositoryName>Tabadla</repositoryName>\n<baseURL>"
        + OaiRecord.escaped(base)
        + "/oai</baseURL>\n<protocolVersion>2.0</protocolVersion>\n<adminEmail>operator@"
        + host(base)
        + "</adminEmail>\n<earliestDatestamp>"
        + OaiRecord.stamp(earliest)
        + "</earliestDatestamp>\n<deletedRecord>persistent</deletedRecord>\n"
        + "<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>\n</Identify>\n";
  }

  private static String host(String base) {
    return Objects.requireNonNullElse(URI.create(base).getHost(), "localhost");
  }

  private String sets(Map<String, String> given) {
    if (given.containsKey("resumptionToken")) {
      throw new Fault("badResumptionToken", "the list of sets is whole");
    }
    var out = new StringBuilder("<ListSets>\n");
    for (Shelf.Kind kind : List.of(Shelf.Kind.STATUS, Shelf.Kind.PAIR)) {
      for (Register.Count count : register.lists(kind, MOST_SETS)) {
        out.append("<set><setSpec>").append(kind.step()).append(':').append(count.shelf().key());
        out.append("</setSpec><setName>").append(kind.step()).append(' ');
        out.append(count.shelf().key()).append("</setName></set>\n");
      }
    }
    return out.append("</ListSets>\n").toString();
  }

  private Register.Changed found(Map<String, String> given, String base) {
    String identifier = given.get("identifier");
    if (identifier == null) {
      throw new Fault("badArgument", "identifier is missing");
    }
    String start = "oai:" + host(base) + ":";
    String id = identifier.startsWith(start) ? identifier.substring(start.length()) : "";
    return register
        .changed(id)
        .orElseThrow(() -> new Fault("idDoesNotExist", "no record " + identifier));
  }

  private static void prefix(Map<String, String> given) {
    String prefix = given.get("metadataPrefix");
    if (prefix == null) {
      throw new Fault("badArgument", "metadataPrefix is missing");
    }
    if (!prefix.equals(DC)) {
      throw new Fault("cannotDisseminateFormat", "only " + DC + ", not " + prefix);
    }
  }

  private OaiRecord record(Register.Changed changed, String base) {
    return record(changed, base, "");
  }

  /// @param set the one that is harvested: what has left it is told as deleted from it
  private OaiRecord record(Register.Changed changed, String base, String set) {
    String id = changed.change().commitment();
    boolean gone = !set.isEmpty() && register.hasLeft(id, page(set));
    return new OaiRecord(
        gone ? new Register.Changed(changed.change(), null) : changed,
        gone ? set : "",
        "oai:" + host(base) + ":" + id,
        base,
        register);
  }

  /// What a list was asked for, and how far it has come. Records are given in the order in which
  /// they were changed last, and a token names the last that was given: what comes or changes in
  /// the meantime stands behind it, so that nothing is left out and nothing moves.
  ///
  /// @param after the token of a {@link Change}; "" at the beginning
  private record Asked(String from, String until, String set, String after) {
    String token(Change last) {
      String plain = String.join("|", from, until, set, last.token());
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Asked of(String token) {
      try {
        String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        String[] parts = plain.split("\\|", -1);
        var asked = new Asked(parts[0], parts[1], parts[2], parts[3]);
        Change.of(asked.after());
        return asked;
      } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
        throw new Fault("badResumptionToken", "no token of ours: " + token);
      }
    }
  }

  private String list(Map<String, String> given, String base, String verb) {
    Asked asked;
    String token = given.get("resumptionToken");
    if (token == null) {
      prefix(given);
      asked =
          new Asked(
              given.getOrDefault("from", ""),
              given.getOrDefault("until", ""),
              given.getOrDefault("set", ""),
              "");
    } else if (given.size() > 2) {
      throw new Fault("badArgument", "resumptionToken stands alone");
    } else {
      asked = Asked.of(token);
    }
    List<Register.Changed> all = selected(asked, AT_ONCE + 1);
    if (all.isEmpty() && token == null) {
      throw new Fault("noRecordsMatch", "nothing in the register answers this");
    }
    List<Register.Changed> sent = all.subList(0, Math.min(AT_ONCE, all.size()));
    var out = new StringBuilder("<" + verb + ">\n");
    for (Register.Changed c : sent) {
      OaiRecord record = record(c, base, asked.set());
      out.append(verb.equals("ListRecords") ? record.whole() : record.header());
    }
    boolean more = all.size() > AT_ONCE;
    if (more || token != null) {
      out.append("<resumptionToken>");
      out.append(more ? asked.token(sent.getLast().change()) : "");
      out.append("</resumptionToken>\n");
    }
    return out.append("</" + verb + ">\n").toString();
  }

  private List<Register.Changed> selected(Asked asked, int limit) {
    Instant from = instant(asked.from(), false);
    Instant until = instant(asked.until(), true);
    if (asked.from().length() != asked.until().length()
        && !asked.from().isEmpty()
        && !asked.until().isEmpty()) {
      throw new Fault("badArgument", "from and until have different granularities");
    }
    Predicate<Register.Changed> inSet = inSet(asked.set());
    Change at =
        !asked.after().isEmpty()
            ? Change.of(asked.after())
            : from == null ? null : Change.before(from);
    var out = new ArrayList<Register.Changed>();
    List<Register.Changed> page = register.changed(at, LOOKED_AT_ONCE);
    while (!page.isEmpty() && out.size() < limit) {
      for (Register.Changed c : page) {
        Instant second = c.change().at().truncatedTo(ChronoUnit.SECONDS);
        if (until != null && second.isAfter(until)) {
          return out;
        }
        if (out.size() < limit && inSet.test(c)) {
          out.add(c);
        }
      }
      page = register.changed(page.getLast().change(), LOOKED_AT_ONCE);
    }
    return out;
  }

  /// What was joined to another belongs to every set: a harvester of any may hold it. What has left
  /// a set is told there, too.
  private Predicate<Register.Changed> inSet(String set) {
    if (set.isEmpty()) {
      return c -> true;
    }
    String page = page(set);
    return c ->
        c.commitment() == null
            || register.pages(c.commitment()).contains(page)
            || register.hasLeft(c.commitment().id(), page);
  }

  private static String page(String set) {
    Shelf shelf = shelf(set);
    return shelf.kind().step() + "/" + shelf.key();
  }

  private static Shelf shelf(String set) {
    for (Shelf.Kind kind : List.of(Shelf.Kind.STATUS, Shelf.Kind.PAIR)) {
      if (set.startsWith(kind.step() + ":")) {
        return new Shelf(kind, set.substring(kind.step().length() + 1));
      }
    }
    throw new Fault("noRecordsMatch", "no set " + set);
  }

  private static @Nullable Instant instant(String written, boolean end) {
    if (written.isEmpty()) {
      return null;
    }
    try {
      if (written.length() > DAY_CHARS) {
        return Instant.parse(written);
      }
      LocalDate day = LocalDate.parse(written);
      return end
          ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1)
          : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new Fault("badArgument", "no date: " + written);
    }
  }
}

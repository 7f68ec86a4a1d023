package org.tabadla.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.rights.PlainTerms;
import org.tabadla.formats.Association;
import org.tabadla.formats.Conversion;
import org.tabadla.formats.Finding;
import org.tabadla.formats.NewsItem;
import org.tabadla.formats.Rendition;
import org.tabadla.people.Account;
import org.tabadla.people.Outcome;

/// Makes listings of news items. An item's address is its listing's origin, by which it is known
/// again: nothing else needs to be remembered, and a stop in the middle costs nothing.
final class Importing {
  private static final long LARGEST_FILE_BYTES = 50L << 30;
  private static final long LARGEST_DOCUMENT_BYTES = 50L << 20;
  private static final int MOST_FILES = 49;

  private final Desks desks;
  private final Account who;
  private final @Nullable String terms;
  private final Audience audience;
  private final Map<What, Integer> counts = new EnumMap<>(What.class);

  Importing(Desks desks, Account who, @Nullable String terms, Audience audience) {
    this.desks = desks;
    this.who = who;
    this.terms = terms;
    this.audience = audience;
  }

  /// What became of an item.
  enum What {
    LISTED,
    CHANGED,
    SAME,
    KILLED,
    REFUSED
  }

  /// @param listing its id, `-` where there is none
  /// @param why it was refused, else what there is to note; may be empty
  record Came(What what, String listing, String why) {}

  String summary() {
    return String.join(
        ", ",
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
            .toList());
  }

  int refused() {
    return counts.getOrDefault(What.REFUSED, 0);
  }

  /// @return one line an item
  List<Came> take(Path document) {
    var out = new ArrayList<Came>();
    try {
      if (Files.size(document) > LARGEST_DOCUMENT_BYTES) {
        out.add(new Came(What.REFUSED, "-", "larger than " + LARGEST_DOCUMENT_BYTES + " bytes"));
      } else {
        switch (Conversion.read(Files.readAllBytes(document))) {
          case Conversion.Items.Unreadable(Finding why) ->
              out.add(new Came(What.REFUSED, "-", why.toString()));
          case Conversion.Items.Projects _ ->
              out.add(new Came(What.REFUSED, "-", "activities of IATI are no news items"));
          case Conversion.Items.Read(List<NewsItem> items) ->
              items.forEach(item -> out.add(take(document, item)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + document + "]", e);
    }
    out.forEach(came -> counts.merge(came.what(), 1, Integer::sum));
    return out;
  }

  private Came take(Path document, NewsItem item) {
    Listing known = known(item.uri());
    if (item.handling().isKill()) {
      return kill(known);
    }
    if ("withheld".equals(item.handling().pubStatus()) || "".equals(item.times().embargoed())) {
      return new Came(What.REFUSED, "-", "it is withheld until further notice");
    }
    if (item.uri().isBlank() || item.headline() == null) {
      return new Came(What.REFUSED, "-", "it has no uri or no headline");
    }
    String own = Objects.requireNonNullElse(item.rights().usageTerms(), "");
    boolean understood = PlainTerms.read(own) instanceof PlainTerms.Reading.Understood;
    if (!understood && terms == null) {
      return new Came(
          What.REFUSED, "-", "usage terms that are not understood: " + own + "; --terms says them");
    }
    String rights = understood && !own.isBlank() ? own : Objects.requireNonNullElse(terms, "");
    var note = new ArrayList<String>();
    List<Core.Asset> files = files(document, item, note);
    Core core;
    try {
      core = ItemListing.of(item, rights, understood ? "" : own, audience, files);
    } catch (IllegalArgumentException e) {
      return new Came(What.REFUSED, "-", String.valueOf(e.getMessage()));
    }
    return put(known, core, String.join("; ", note));
  }

  private Came put(@Nullable Listing known, Core core, String note) {
    if (known != null && known.core().equals(core)) {
      return new Came(What.SAME, known.id().value(), note);
    }
    Outcome<Listing> outcome =
        known == null
            ? desks.exchange().list(who, core)
            : desks.exchange().relist(who, known.id(), core);
    return switch (outcome) {
      case Outcome.Done<Listing>(Listing listing) ->
          new Came(known == null ? What.LISTED : What.CHANGED, listing.id().value(), note);
      case Outcome.Refused<Listing>(var why, String detail) ->
          new Came(What.REFUSED, "-", why.key() + " " + detail);
    };
  }

  private Came kill(@Nullable Listing known) {
    if (known == null) {
      return new Came(What.SAME, "-", "killed before it came");
    }
    if (known.state() instanceof Listing.State.Killed) {
      return new Came(What.SAME, known.id().value(), "");
    }
    return switch (desks.exchange().kill(who, known.id(), "killed by its sender")) {
      case Outcome.Done<Listing> _ -> new Came(What.KILLED, known.id().value(), "");
      case Outcome.Refused<Listing>(var why, String detail) ->
          new Came(What.REFUSED, known.id().value(), why.key() + " " + detail);
    };
  }

  /// The newest listing that was made of the item, unless it was withdrawn.
  private @Nullable Listing known(String uri) {
    return desks.exchange().market().listings(who.organisation()).stream()
        .filter(each -> each.core().origin() != null && each.core().origin().url().equals(uri))
        .filter(each -> !(each.state() instanceof Listing.State.Withdrawn))
        .findFirst()
        .orElse(null);
  }

  /// The document itself, then the item's files and those of the items that it holds.
  private List<Core.Asset> files(Path document, NewsItem item, List<String> note) {
    var out = new ArrayList<Core.Asset>();
    String type = document.toString().endsWith(".json") ? "application/json" : "application/xml";
    keep(document, type).ifPresent(out::add);
    var renditions = new ArrayList<>(item.renditions());
    item.associations().stream()
        .map(Association::item)
        .forEach(each -> renditions.addAll(each.renditions()));
    for (Rendition rendition : renditions) {
      Path file = beside(document, rendition.href());
      if (file != null && out.size() <= MOST_FILES) {
        String given = Objects.requireNonNullElse(rendition.contentType(), "");
        keep(file, given).filter(asset -> !out.contains(asset)).ifPresent(out::add);
      } else if (rendition.href() != null) {
        note.add("not beside it: " + rendition.href());
      }
    }
    return out;
  }

  /// A file within the document's own folder, by its name there; null for all else.
  private static @Nullable Path beside(Path document, @Nullable String href) {
    if (href == null || href.isBlank() || href.contains(":")) {
      return null;
    }
    try {
      Path folder = document.toAbsolutePath().getParent();
      if (folder == null) {
        return null;
      }
      Path real = folder.toRealPath();
      Path file = real.resolve(href);
      return Files.isRegularFile(file) && file.toRealPath().startsWith(real) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Core.Asset> keep(Path file, String type) {
    String low = type.toLowerCase(Locale.ROOT);
    String plain =
        low.matches("[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,80}") ? low : "application/octet-stream";
    try (InputStream in = Files.newInputStream(file)) {
      return switch (desks.deliveries().vault().take(in, LARGEST_FILE_BYTES)) {
        case Vault.Taken.Whole(var kept) ->
            Optional.of(
                new Core.Asset(file.getFileName().toString(), plain, kept.bytes(), kept.sha256()));
        case Vault.Taken.TooLarge _ -> Optional.empty();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

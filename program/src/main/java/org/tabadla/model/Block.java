package org.tabadla.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One block of a body, in reading order.
public sealed interface Block {
  /// @return the block's words as plain text; lists and tables one line an entry; a picture's
  ///   caption is not body text, so ""
  String plain();

  record Paragraph(String text) implements Block {
    @Override
    public String plain() {
      return text;
    }
  }

  /// @param level 2 to 6, as in HTML; 1 is the headline's
  record Heading(int level, String text) implements Block {
    @Override
    public String plain() {
      return text;
    }
  }

  record Quote(String text) implements Block {
    @Override
    public String plain() {
      return text;
    }
  }

  /// @param url absolute, http or https
  record Picture(String url, @Nullable String caption, @Nullable String credit) implements Block {
    @Override
    public String plain() {
      return "";
    }
  }

  record Listing(boolean ordered, List<String> items) implements Block {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String plain() {
      return String.join("\n", items);
    }
  }

  record Table(List<List<String>> rows) implements Block {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String plain() {
      return rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining("\n"));
    }
  }

  /// One entry of a live blog, in the order in which the page has them.
  ///
  /// @param at when it was written, with its provenance; null when the page does not say
  /// @param title its own headline, or null
  /// @param blocks what it says; never an entry again
  record Entry(@Nullable Found<Moment> at, @Nullable String title, List<Block> blocks)
      implements Block {
    public Entry {
      blocks = List.copyOf(blocks);
    }

    @Override
    public String plain() {
      return Stream.concat(
              Stream.ofNullable(title), blocks.stream().map(Block::plain).filter(s -> !s.isEmpty()))
          .collect(Collectors.joining("\n"));
    }
  }

  /// Pictures that are the article: here the captions are its text.
  record Gallery(List<Picture> pictures) implements Block {
    public Gallery {
      pictures = List.copyOf(pictures);
    }

    @Override
    public String plain() {
      return pictures.stream()
          .map(Picture::caption)
          .filter(Objects::nonNull)
          .collect(Collectors.joining("\n"));
    }
  }

  /// A video that is the article, or what it is about.
  ///
  /// @param url where it plays: the player to embed, else the file; null when the page does not say
  /// @param duration how long it plays, with its provenance; null likewise
  /// @param poster the address of a still, or null
  record Video(@Nullable String url, @Nullable Found<Duration> duration, @Nullable String poster)
      implements Block {
    @Override
    public String plain() {
      return "";
    }
  }

  /// The place where an article goes on at other addresses that are not part of this body.
  ///
  /// @param page which page this is, from 1
  /// @param pages how many there are; 0 when the page does not say
  /// @param addresses the other pages' addresses in order, absolute
  record Continued(int page, int pages, List<String> addresses) implements Block {
    public Continued {
      addresses = List.copyOf(addresses);
    }

    @Override
    public String plain() {
      return "";
    }
  }
}

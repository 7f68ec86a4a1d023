package org.tabadla.model;

import java.util.List;
import java.util.stream.Collectors;
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
}

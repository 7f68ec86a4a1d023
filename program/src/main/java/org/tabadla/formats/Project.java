package org.tabadla.formats;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// A project or commitment as IATI and OC4IDS both can say it.
///
/// @param id names it in the world; with the publisher's prefix
/// @param title by language, the first language the main one
/// @param description by language
/// @param status where it stands
/// @param parties who takes part, as what
/// @param start when it begins, a day in ISO 8601
/// @param end when it ends
/// @param sectors what it is for
/// @param amounts what money was named, each with what it is of
/// @param documents what to read
/// @param milestones what is due by when
/// @param countries ISO 3166 codes of where it takes place
/// @param updated when this record last changed, in ISO 8601
public record Project(
    String id,
    List<Text> title,
    List<Text> description,
    Status status,
    List<Party> parties,
    @Nullable String start,
    @Nullable String end,
    List<Sector> sectors,
    List<Amount> amounts,
    List<Document> documents,
    List<Milestone> milestones,
    List<String> countries,
    String updated) {
  /// Where a project stands. IATI and OC4IDS keep announced, agreed and signed no further apart.
  public enum Status {
    PLANNED,
    UNDER_WAY,
    FINISHING,
    CLOSED,
    CANCELLED,
    SUSPENDED
  }

  /// What a party is to a project.
  public enum Role {
    FUNDING,
    ACCOUNTABLE,
    EXTENDING,
    IMPLEMENTING
  }

  /// @param id its identifier in a register, or null
  public record Party(@Nullable String id, String name, Role role) {}

  /// @param code an OECD DAC purpose code, five digits; null where only words are known
  public record Sector(@Nullable String code, String name) {}

  /// @param of what the money is: a budget, a credit line, a market's size
  /// @param currency ISO 4217
  /// @param date when it was named, a day
  public record Amount(BigDecimal value, String currency, String of, String date) {}

  /// @param mediaType such as `text/html`
  public record Document(String url, String title, String mediaType) {}

  /// @param due a day
  /// @param met the day on which it was met, or null
  public record Milestone(String title, String due, @Nullable String met) {}

  public Project {
    title = List.copyOf(title);
    description = List.copyOf(description);
    parties = List.copyOf(parties);
    sectors = List.copyOf(sectors);
    amounts = List.copyOf(amounts);
    documents = List.copyOf(documents);
    milestones = List.copyOf(milestones);
    countries = List.copyOf(countries);
    if (title.isEmpty() || parties.isEmpty()) {
      throw new IllegalArgumentException("a project needs a title and a party: " + id);
    }
  }
}

package org.tabadla.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Chip;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.When;

/// One commitment with all that was said about it.
///
/// @param standings the newest word of each source
/// @param action where forms are sent to; null for who may only read
/// @param seen where its newest deed stands in the journal: what the forms were filled in to
/// @param stale whether a form came too late, since somebody else was quicker
/// @param watch null for who cannot watch it
/// @param citations ready to copy
public record CommitmentPage(
    Shell shell,
    String id,
    Said heading,
    String sources,
    List<Chip> parties,
    List<Chip> pairs,
    List<Chip> sectors,
    List<Chip> places,
    List<Voice> standings,
    List<Unlike> differences,
    List<Voice> timeline,
    List<Due> promises,
    List<String> questions,
    List<TrailLine> trail,
    List<BoardPage.Document> documents,
    List<Citation> citations,
    @Nullable String action,
    long seen,
    boolean stale,
    @Nullable WatchBox watch) {
  /// What one source said on one day.
  ///
  /// @param status a key of the interface's words
  /// @param article its page in this house
  /// @param facts what the source says, each with the words
  /// @param why the clues by which it stands here
  public record Voice(
      String assertion,
      String status,
      Said source,
      String article,
      When when,
      Said sentence,
      List<Fact> facts,
      List<String> why,
      List<Changed> corrections) {}

  /// A value as a source words it.
  ///
  /// @param label a key of the interface's words
  /// @param note what stands beside it, or null
  public record Fact(String label, Said words, @Nullable String note) {}

  /// What a person found in the words.
  public record Changed(String field, @Nullable String value, String note, String actor) {}

  /// A value on which the sources do not agree.
  public record Unlike(String label, List<Version> versions) {}

  /// One version with who says it.
  public record Version(Said value, List<Voice> voices) {}

  /// What is to come of it.
  ///
  /// @param silent whether it was due and nobody has told of it
  public record Due(
      String key, @Nullable When due, boolean silent, List<Fact> wordings, List<Shown> evidence) {}

  /// Evidence that something was delivered.
  public record Shown(@Nullable String href, Said words, String day, String actor) {}

  /// All there is to cite, in one form.
  ///
  /// @param href the same as a document
  public record Citation(String form, String href, String words) {}

  /// A line of the audit trail.
  ///
  /// @param undo whether the reader may take it back
  public record TrailLine(long seq, When at, String actor, String kind, Said note, boolean undo) {}
}

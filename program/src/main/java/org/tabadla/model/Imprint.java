package org.tabadla.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an outlet says of an article beside its words and its authors: who helped, where it was
/// published first, in which section it stands.
///
/// @param contributors those who had another part than to write it
/// @param via the outlet or the address it was taken over from, by the page's own word
/// @param section the outlet's section
/// @param amp the absolute address of the page's AMP form
/// @param pictureSize of the main picture, in pixels
/// @param turned the mark in the headline as the page has it that shows letters in another order
///   than they are written, such as `U+202E`; it is taken out
public record Imprint(
    List<Contributor> contributors,
    @Nullable Found<String> via,
    @Nullable Found<String> section,
    @Nullable String amp,
    @Nullable Size pictureSize,
    @Nullable Found<String> turned) {
  /// Nothing is said.
  public static final Imprint NONE = new Imprint(List.of(), null, null, null, null, null);

  /// @param role what they did, as the page puts it: `edited by`, `photos`, `责编`
  public record Contributor(String role, Found<String> name) {}

  /// A picture's size in pixels, both above 0.
  public record Size(int width, int height) {}

  public Imprint {
    contributors = List.copyOf(contributors);
  }
}

package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;

/// The step between words and a new claim: claims that are alike, and the form with what is known.
///
/// @param alike claims that are alike, the most alike first
/// @param article where the words were found, or null
public record NewClaimPage(
    Shell shell,
    Said words,
    String speaker,
    String place,
    String date,
    String url,
    List<ClaimLine> alike,
    @Nullable Said article,
    String action) {}

package org.tabadla.web.verify;

import org.tabadla.web.Shell;

/// A joint statement as a document of its own.
///
/// @param document the address of the same as JSON, with what was signed and by which key
public record JointPage(Shell shell, ClaimLine claim, ClaimPage.Joint joint, String document) {}

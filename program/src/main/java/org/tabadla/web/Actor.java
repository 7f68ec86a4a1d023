package org.tabadla.web;

/// Somebody who may write.
///
/// @param id as the journal names it
/// @param name as pages show it
/// @param organisation the id of the organisation that this person speaks for
public record Actor(String id, String name, String organisation) {}

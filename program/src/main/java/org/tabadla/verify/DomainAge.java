package org.tabadla.verify;

/// Since when an outlet's domain is registered, as somebody read it in the outlet's profile or a
/// register of domains. The house looks nothing up and concludes nothing.
///
/// @param since `YYYY-MM-DD` or a part of it
/// @param url where it can be read
/// @param by the organisation that states it
public record DomainAge(String host, String since, String url, String by) {}

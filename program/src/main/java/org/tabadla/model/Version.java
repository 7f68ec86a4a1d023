package org.tabadla.model;

/// What an article said at one visit. The first version is number 1.
public record Version(int number, Article article) {}

package dev.kaitsu.model;

/** How far an import is. */
public record ImportProgress(long bytes, long ofBytes, long rows, long badRows) {}

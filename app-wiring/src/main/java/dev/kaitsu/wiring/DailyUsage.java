package dev.kaitsu.wiring;

/** How many of a day's calls are used, of how many allowed. */
public record DailyUsage(long used, long limit) {}

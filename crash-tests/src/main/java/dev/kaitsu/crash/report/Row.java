package dev.kaitsu.crash.report;

/**
 * One row of the matrix: something failed, at some time, so often.
 *
 * @param what what fails
 * @param when at which moments
 * @param tried how often this run did it
 * @param violations how often a promise was broken
 */
public record Row(String what, String when, Seen seen, long tried, long violations) {}

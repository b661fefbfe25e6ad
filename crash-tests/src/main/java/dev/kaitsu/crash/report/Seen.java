package dev.kaitsu.crash.report;

/** What everybody sees of a failure once it is over, each in one short sentence. */
public record Seen(String order, String whmcs, String salesforce, String operator) {}

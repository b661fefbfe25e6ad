package dev.kaitsu.model;

/** One name and value of a request as it would be sent, credentials left out. */
public record FormField(String name, String value) {}

package dev.kaitsu.model;

import java.time.Instant;

/**
 * A record file as the server shows it at one moment.
 *
 * @param modifiedAt by the server's clock
 */
public record RecordFile(String name, long size, Instant modifiedAt) {}

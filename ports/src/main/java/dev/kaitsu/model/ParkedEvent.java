package dev.kaitsu.model;

import java.time.Instant;

/**
 * An event that was kept aside since it could not be read; its bytes are asked for separately.
 *
 * @param schemaId as the event named it; empty if it named none
 * @param size of its payload in bytes
 */
public record ParkedEvent(
    String topic,
    String key,
    ReplayId replayId,
    String schemaId,
    String reason,
    Instant parkedAt,
    int size) {}

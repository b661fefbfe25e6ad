package dev.kaitsu.model;

import java.time.Instant;

/**
 * A month that is due and whose records are not there.
 *
 * @param reason what stood in the way last, in one sentence
 * @param since when it was first seen
 * @param seenAt when it was last seen
 */
public record RecordGap(RecordMonth month, String reason, Instant since, Instant seenAt) {}

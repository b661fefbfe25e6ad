package dev.kaitsu.model;

import java.time.Instant;

/**
 * A month whose records are there.
 *
 * @param rows that can be queried
 * @param badRows that were kept aside
 * @param repeatedRows that were left out, since the same row was there before
 */
public record ImportedMonth(
    RecordMonth month,
    RecordFile file,
    RecordFileDigest digest,
    long rows,
    long badRows,
    long repeatedRows,
    Instant importedAt) {}

package dev.kaitsu.domain.ledger;

import dev.kaitsu.model.WriteBack;
import java.time.Instant;

/**
 * A write-back that Salesforce has not taken yet.
 *
 * @param orderModifiedAt how the record stood before the first send: another value now means that
 *     somebody has changed it since
 */
public record OwedWriteBack(WriteBack writeBack, Instant orderModifiedAt) {}

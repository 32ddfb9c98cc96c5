package org.huiling.audit.chain;

import java.time.Instant;

/**
 * A row of the chain as it stands in the database.
 *
 * @param id its number, from 1
 * @param at when it was written, to the microsecond
 * @param entry what it records
 * @param previous the hash of the row before in hexadecimal digits, empty in the first
 * @param hash the keyed hash of all the above, likewise
 */
public record AuditRow(long id, Instant at, AuditEntry entry, String previous, String hash) {
}

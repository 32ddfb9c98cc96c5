package org.huiling.account.session;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody is signed in to the pages somewhere.
 *
 * @param id of the session; never what its cookie says
 * @param account who
 * @param since when it began
 * @param lastSeen when something was asked for last, to the minute
 * @param address from where it began; empty if that is not known
 */
public record SignedInSession(UUID id, String account, Instant since, Instant lastSeen, String address) {
}

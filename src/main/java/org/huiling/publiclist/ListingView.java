package org.huiling.publiclist;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether a person stands on public lists, and who said so last.
 *
 * @param listed whether they do
 * @param reason in the words of who decided it; null if nobody ever did, as with those
 * below
 * @param by the account
 * @param at when
 */
public record ListingView(boolean listed, @Nullable String reason, @Nullable String by, @Nullable Instant at) {
}

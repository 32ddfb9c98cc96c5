/**
 * 复核: people month by month, what the rules say against what is in effect; for runs over
 * everybody.
 */
@NamedInterface("review")
@NullMarked
package org.huiling.decision.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * 复核: one person, month by month, what the rules say against what is in effect.
 */
@NullMarked
package org.huiling.decision.review;

import org.jspecify.annotations.NullMarked;

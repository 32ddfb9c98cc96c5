/**
 * Proves a decision by asking again with the facts and policies that were known.
 */
@NullMarked
package org.huiling.decision.replay;

import org.jspecify.annotations.NullMarked;

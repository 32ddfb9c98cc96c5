/**
 * What was decided, as it is kept and read: decisions with their reasons, objections
 * against them, and what of all that is in effect.
 */
@NullMarked
package org.huiling.decision.store;

import org.jspecify.annotations.NullMarked;

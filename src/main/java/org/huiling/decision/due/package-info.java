/**
 * What falls due after decisions, as the work list asks it: what was decided since, whose
 * payments are looked at, which objections are open.
 */
@NullMarked
package org.huiling.decision.due;

import org.jspecify.annotations.NullMarked;

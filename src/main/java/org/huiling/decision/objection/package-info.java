/**
 * 复议: objections against decisions, and what became of them.
 */
@NullMarked
package org.huiling.decision.objection;

import org.jspecify.annotations.NullMarked;

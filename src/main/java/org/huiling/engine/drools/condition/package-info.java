/**
 * Conditions of compiled rules, asked of one person's facts in three values and without a
 * session.
 */
@NullMarked
package org.huiling.engine.drools.condition;

import org.jspecify.annotations.NullMarked;

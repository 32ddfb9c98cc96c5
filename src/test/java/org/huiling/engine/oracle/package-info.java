/**
 * A second evaluator of benefit rules in plain Java, written from the manual alone: it
 * shares no code with the engine and calculates with fractions of its own. Programs drawn
 * at random carry both their text and their meaning.
 */
@NullMarked
package org.huiling.engine.oracle;

import org.jspecify.annotations.NullMarked;

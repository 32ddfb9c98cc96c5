/**
 * How a version's rules are compiled, guarded, loaded and asked: everything that touches
 * Drools' parser, executable model and session.
 */
@NullMarked
package org.huiling.engine.drools;

import org.jspecify.annotations.NullMarked;

/**
 * Reads a rule file and says where it says what may not stand: before anything is
 * compiled, with place and advice.
 */
@NullMarked
package org.huiling.engine.drools.reading;

import org.jspecify.annotations.NullMarked;

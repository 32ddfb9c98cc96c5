/**
 * Which people tell the conditions of a version apart: dimensions with the values on
 * either side of each bound, and the person that some of them make.
 */
@NullMarked
package org.huiling.engine.finder.sample;

import org.jspecify.annotations.NullMarked;

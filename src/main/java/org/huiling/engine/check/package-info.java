/**
 * What a version must stand before it is published: worked examples, equal evaluators,
 * the search for flaws.
 */
@NullMarked
package org.huiling.engine.check;

import org.jspecify.annotations.NullMarked;

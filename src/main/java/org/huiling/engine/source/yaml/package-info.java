/**
 * YAML with the place of everything in it, and problems told at their place with advice.
 */
@NullMarked
package org.huiling.engine.source.yaml;

import org.jspecify.annotations.NullMarked;

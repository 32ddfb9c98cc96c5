/**
 * Reads and judges the fact files of an installation: YAML with positions becomes a
 * dictionary, or problems at their lines. Compiles and loads nothing.
 */
@NullMarked
package org.huiling.engine.dictionary;

import org.jspecify.annotations.NullMarked;

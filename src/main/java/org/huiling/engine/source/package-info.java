/**
 * The files of a policy version as their authors write them: YAML with positions,
 * parameters with units, rule texts. Reads and judges text; compiles nothing.
 */
@NullMarked
package org.huiling.engine.source;

import org.jspecify.annotations.NullMarked;

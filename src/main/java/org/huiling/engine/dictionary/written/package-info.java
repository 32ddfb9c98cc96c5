/**
 * What a fact file says, as it stands there, before its names are looked up.
 */
@NullMarked
package org.huiling.engine.dictionary.written;

import org.jspecify.annotations.NullMarked;

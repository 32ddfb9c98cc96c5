/**
 * How events are chained, under which keys, and whether the chain still holds.
 */
@NullMarked
package org.huiling.audit.chain;

import org.jspecify.annotations.NullMarked;

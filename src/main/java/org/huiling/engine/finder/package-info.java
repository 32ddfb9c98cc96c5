/**
 * The finder: looks for flaws of a compiled version by trying applicants who stand at and
 * beside every boundary its conditions name. Says what it tried and with whom it failed.
 */
@NullMarked
package org.huiling.engine.finder;

import org.jspecify.annotations.NullMarked;

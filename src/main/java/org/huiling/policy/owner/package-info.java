/**
 * Jurisdictions and programs: read, proposed, corrected, recorded.
 */
@NullMarked
package org.huiling.policy.owner;

import org.jspecify.annotations.NullMarked;

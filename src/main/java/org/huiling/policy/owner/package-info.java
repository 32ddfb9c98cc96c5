/**
 * Jurisdictions and programs: read, proposed, corrected, recorded.
 */
@NamedInterface("owner")
@NullMarked
package org.huiling.policy.owner;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

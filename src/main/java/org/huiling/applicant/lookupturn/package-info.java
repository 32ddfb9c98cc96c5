/**
 * People found by another look-up key: their hashes made anew while no service runs.
 */
@NamedInterface("lookupturn")
@NullMarked
package org.huiling.applicant.lookupturn;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * What differs between two versions, part by part.
 */
@NamedInterface("comparison")
@NullMarked
package org.huiling.policy.comparison;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

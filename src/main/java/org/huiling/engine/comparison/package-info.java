/**
 * Two answers beside each other: a version and the one before it, other programs with and
 * without it, a parameter varied, periods in a row.
 */
@NamedInterface("comparison")
@NullMarked
package org.huiling.engine.comparison;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * What runs found: who changed and why, what it costs, who failed, and what could not be
 * decided.
 */
@NamedInterface("finding")
@NullMarked
package org.huiling.recalculation.finding;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

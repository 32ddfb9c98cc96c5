/**
 * One person's facts, compactly: a slot a fact, items of lists, claims.
 */
@NamedInterface("record")
@NullMarked
package org.huiling.facts.record;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

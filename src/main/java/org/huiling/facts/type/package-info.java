/**
 * What a fact can be: its type, its codes, its bounds, what it is called.
 */
@NamedInterface("type")
@NullMarked
package org.huiling.facts.type;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

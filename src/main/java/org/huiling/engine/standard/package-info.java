/**
 * Standards that several programs go by, such as a district's minimum living standard:
 * their files, and how they grow.
 */
@NamedInterface("standard")
@NullMarked
package org.huiling.engine.standard;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

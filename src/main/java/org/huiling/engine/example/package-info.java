/**
 * Worked examples of a version, and what they state of others.
 */
@NamedInterface("example")
@NullMarked
package org.huiling.engine.example;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

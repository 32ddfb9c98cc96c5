/**
 * What is wrong with a version: problems at their place, flaws that the finder tells,
 * faults and conflicts of its rules.
 */
@NamedInterface("problem")
@NullMarked
package org.huiling.engine.problem;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * 标准: numbers that policies share. What a change of them does to the versions that go by
 * them, and how it comes in force.
 */
@NamedInterface("standards")
@NullMarked
package org.huiling.policy.standards;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * Published versions and standards as they are kept, and which of them is in force when.
 */
@NamedInterface("published")
@NullMarked
package org.huiling.policy.published;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

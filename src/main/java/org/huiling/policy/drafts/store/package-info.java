/**
 * A draft as it is kept: its files, its state, what came of its check.
 */
@NamedInterface("draft")
@NullMarked
package org.huiling.policy.drafts.store;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * Changes of fact files: what a change does to versions, drafts and records that use the
 * facts, and how it comes in force.
 */
@NamedInterface("factfiles")
@NullMarked
package org.huiling.policy.factfiles;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

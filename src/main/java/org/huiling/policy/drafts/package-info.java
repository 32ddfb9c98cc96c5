/**
 * 政策草稿: policies on their way to being published. Who writes one, what its check finds,
 * who else approves it, and when it is put in force.
 * {@link org.huiling.policy.drafts.Drafts} is what pages see of it.
 */
@NamedInterface("drafts")
@NullMarked
package org.huiling.policy.drafts;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

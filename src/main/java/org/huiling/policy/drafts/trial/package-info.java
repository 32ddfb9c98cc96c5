/**
 * A draft tried before it is published: by test people, in trials and projections, with a
 * parameter varied.
 */
@NamedInterface("trial")
@NullMarked
package org.huiling.policy.drafts.trial;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * 政策草稿: policies on their way to being published. Who writes one, what its check finds,
 * who else approves it, and when it is put in force.
 */
@NullMarked
package org.huiling.policy.drafts;

import org.jspecify.annotations.NullMarked;

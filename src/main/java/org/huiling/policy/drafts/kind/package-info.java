/**
 * What differs between drafts of a policy, of a standard and of a fact file.
 */
@NullMarked
package org.huiling.policy.drafts.kind;

import org.jspecify.annotations.NullMarked;

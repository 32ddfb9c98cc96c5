/**
 * The policy staff's pages: what is in force when, what a version says, and the way of a
 * draft from a notice to being published.
 */
@NullMarked
package org.huiling.web.policy;

import org.jspecify.annotations.NullMarked;

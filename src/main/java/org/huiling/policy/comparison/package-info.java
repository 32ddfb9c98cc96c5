/**
 * What differs between two versions, part by part.
 */
@NullMarked
package org.huiling.policy.comparison;

import org.jspecify.annotations.NullMarked;

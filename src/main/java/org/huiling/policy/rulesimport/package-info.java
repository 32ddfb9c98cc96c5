/**
 * Brings the directory of rules into the database at the start.
 */
@NullMarked
package org.huiling.policy.rulesimport;

import org.jspecify.annotations.NullMarked;

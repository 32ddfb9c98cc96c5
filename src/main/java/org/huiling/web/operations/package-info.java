/**
 * The batch operator's and the paymaster's pages: runs with their progress and report,
 * rosters from being made to what the bank says.
 */
@NullMarked
package org.huiling.web.operations;

import org.jspecify.annotations.NullMarked;

/**
 * What banks report of transfers, taken as a whole or not at all, and taken back by
 * contra entries.
 */
@NullMarked
package org.huiling.payment.result;

import org.jspecify.annotations.NullMarked;

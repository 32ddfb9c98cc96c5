/**
 * How jurisdictions pay, from a month on.
 */
@NullMarked
package org.huiling.payment.rule;

import org.jspecify.annotations.NullMarked;

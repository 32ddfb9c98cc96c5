/**
 * What a roster pays to one person: decided against paid, given up and held back, with
 * what stays open.
 */
@NullMarked
package org.huiling.payment.calculation;

import org.jspecify.annotations.NullMarked;

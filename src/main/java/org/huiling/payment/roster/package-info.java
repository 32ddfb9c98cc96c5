/**
 * 发放名册: lists of what is paid in a month, made, frozen, checked and approved, in their
 * order.
 */
@NullMarked
package org.huiling.payment.roster;

import org.jspecify.annotations.NullMarked;

/**
 * 结清与核销: debts that no roster can set off, collected or given up, by hand or after a
 * death.
 */
@NamedInterface("settlement")
@NullMarked
package org.huiling.payment.settlement;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

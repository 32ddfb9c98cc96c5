/**
 * How jurisdictions pay, from a month on.
 */
@NamedInterface("rule")
@NullMarked
package org.huiling.payment.rule;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

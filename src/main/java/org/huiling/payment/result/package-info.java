/**
 * What banks report of transfers, taken as a whole or not at all.
 */
@NamedInterface("result")
@NullMarked
package org.huiling.payment.result;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * 冲销: what was taken or settled in error is taken back, proposed by one account and
 * confirmed by another.
 */
@NamedInterface("contra")
@NullMarked
package org.huiling.payment.contra;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * 停发与恢复: payments of a person that are held back, and their release.
 */
@NamedInterface("hold")
@NullMarked
package org.huiling.payment.hold;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

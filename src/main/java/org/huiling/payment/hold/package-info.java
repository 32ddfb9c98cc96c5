/**
 * 停发与恢复: payments held back, over HTTP.
 */
@NullMarked
package org.huiling.payment.hold;

import org.jspecify.annotations.NullMarked;

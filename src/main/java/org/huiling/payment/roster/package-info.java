/**
 * 发放名册: frozen lists of what is paid in a month, their order, checks, files and
 * transfers.
 */
@NullMarked
package org.huiling.payment.roster;

import org.jspecify.annotations.NullMarked;

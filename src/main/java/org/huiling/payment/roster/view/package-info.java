/**
 * 发放名册 as it is shown and handed out: its lines, transfers and flags, over HTTP and as
 * files.
 */
@NamedInterface("roster")
@NullMarked
package org.huiling.payment.roster.view;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

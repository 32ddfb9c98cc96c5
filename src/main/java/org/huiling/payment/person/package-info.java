/**
 * What one person is due and was paid, over all rosters.
 */
@NamedInterface("person")
@NullMarked
package org.huiling.payment.person;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * Keeping accounts: who has one, with which roles and regions, made, changed and looked
 * up.
 */
@NamedInterface("keeping")
@NullMarked
package org.huiling.account.keeping;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

/**
 * Where accounts are signed in to pages: since when, last seen when, from where; and
 * ending that.
 */
@NamedInterface("session")
@NullMarked
package org.huiling.account.session;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

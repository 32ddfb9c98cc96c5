/**
 * Which end point and which page is open to whom.
 */
@NullMarked
package org.huiling.account.access;

import org.jspecify.annotations.NullMarked;

/**
 * How people and programs sign in, and how long that lasts.
 */
@NullMarked
package org.huiling.account.signin;

import org.jspecify.annotations.NullMarked;

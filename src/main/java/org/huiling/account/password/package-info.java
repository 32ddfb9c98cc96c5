/**
 * What a password must be and what checking one costs; strangers cannot keep the service
 * busy with it.
 */
@NullMarked
package org.huiling.account.password;

import org.jspecify.annotations.NullMarked;

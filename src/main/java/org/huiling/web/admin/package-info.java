/**
 * The administrator's pages: accounts.
 */
@NullMarked
package org.huiling.web.admin;

import org.jspecify.annotations.NullMarked;

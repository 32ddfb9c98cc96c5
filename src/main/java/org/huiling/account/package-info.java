/**
 * Who may do what: accounts with roles and regions, how people and programs sign in, and
 * which end point is open to whom.
 */
@ApplicationModule(displayName = "Account", allowedDependencies = { "audit", "input", "limits", "paging", "problem" })
@NullMarked
package org.huiling.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

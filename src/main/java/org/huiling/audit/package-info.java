/**
 * Who did what and when: an append-only chain of events, each written in the transaction
 * of what it records. Holds no personal data.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "background", "paging", "problem" })
@NullMarked
package org.huiling.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Keeps what identifies a person unreadable outside of the service: texts are sealed with
 * a key of a ring that can be turned, and found again by keyed hashes.
 */
@ApplicationModule(displayName = "Protection", allowedDependencies = {})
@NullMarked
package org.huiling.protection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Where the service keeps what it knows: unless a PostgreSQL is configured, it runs one
 * of its own under the data directory. Everything else sees a data source and nothing
 * more.
 */
@ApplicationModule(displayName = "Storage", allowedDependencies = {})
@NullMarked
package org.huiling.storage;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

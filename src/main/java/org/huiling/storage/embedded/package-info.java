/**
 * The PostgreSQL that the service runs by itself where none is configured.
 */
@NullMarked
package org.huiling.storage.embedded;

import org.jspecify.annotations.NullMarked;

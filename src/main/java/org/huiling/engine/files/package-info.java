/**
 * Where versions, standards and fact files lie: as files in memory, and as directories.
 */
@NamedInterface("files")
@NullMarked
package org.huiling.engine.files;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;

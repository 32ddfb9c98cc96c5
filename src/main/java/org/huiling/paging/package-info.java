/**
 * Lists that are answered page by page: which page is asked for, and how one looks.
 */
@ApplicationModule(displayName = "Paging", allowedDependencies = "problem")
@NullMarked
package org.huiling.paging;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/** What spreadsheets need of the lists that people open in them. */
@ApplicationModule(displayName = "Spreadsheet", allowedDependencies = {})
@NullMarked
package org.huiling.spreadsheet;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * What every command says and how: output, progress, help, failures with their exit code.
 */
@NullMarked
package org.huiling.command.terminal;

import org.jspecify.annotations.NullMarked;

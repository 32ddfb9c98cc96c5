package org.huiling.command.terminal;

import java.io.PrintStream;

import org.jspecify.annotations.Nullable;

/**
 * Where a command writes.
 *
 * @param out takes what it comes to
 * @param err takes progress, and what is wrong
 * @param terminal whether a person looks at it
 */
public record Output(PrintStream out, PrintStream err, boolean terminal) {

	/**
	 * Progress of something long, where somebody looks.
	 * @param quiet whether nobody does, whatever it is that looks
	 */
	public ProgressBar progress(boolean quiet) {
		@Nullable PrintStream shown = (this.terminal && !quiet) ? this.err : null;
		return new ProgressBar(shown);
	}

}

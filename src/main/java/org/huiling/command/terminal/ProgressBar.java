package org.huiling.command.terminal;

import java.io.PrintStream;

import org.jspecify.annotations.Nullable;

/** A line that tells how far something is, written over on a terminal. */
public final class ProgressBar {

	private static final int WIDTH = 30;

	private static final int PERCENT = 100;

	private static final int MINUTE = 60;

	private final @Nullable PrintStream out;

	private int drawn;

	/**
	 * A bar.
	 * @param out the terminal; null where nobody looks
	 */
	ProgressBar(@Nullable PrintStream out) {
		this.out = out;
	}

	public void draw(long done, long total, String rest) {
		int filled = (total > 0) ? (int) (done * WIDTH / total) : 0;
		long percent = (total > 0) ? done * PERCENT / total : 0;
		line("[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + percent + " % " + rest);
	}

	private void line(String text) {
		if (this.out != null) {
			this.out.print("\r" + text + " ".repeat(Math.max(0, this.drawn - text.length())));
			this.out.flush();
			this.drawn = text.length();
		}
	}

	/** Ends the line. */
	public void end() {
		if (this.out != null && this.drawn > 0) {
			this.out.println();
			this.drawn = 0;
		}
	}

	/** Such as {@code 3:07}. */
	public static String minutes(long seconds) {
		return "%d:%02d".formatted(seconds / MINUTE, seconds % MINUTE);
	}

}

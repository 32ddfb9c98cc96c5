package org.huiling.engine.drools.language;

import org.huiling.engine.Bilingual;

/** A spelling outside of the admitted language, with the way to write it. */
public final class NotAdmitted extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int offset;

	private final String what;

	private final transient Bilingual instead;

	/**
	 * A refusal.
	 * @param offset where in the condition it stands
	 * @param what the words or signs
	 * @param zh what to write instead
	 * @param en the same in English
	 */
	public NotAdmitted(int offset, String what, String zh, String en) {
		super(what, null, false, false);
		this.offset = offset;
		this.what = what;
		this.instead = new Bilingual(zh, en);
	}

	public int offset() {
		return this.offset;
	}

	public String what() {
		return this.what;
	}

	public Bilingual instead() {
		return this.instead;
	}

}

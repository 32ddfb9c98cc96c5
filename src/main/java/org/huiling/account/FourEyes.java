package org.huiling.account;

import org.huiling.problem.Refusal;

/** 四眼原则 four eyes: nobody judges what they wrote, made or asked for themselves. */
public final class FourEyes {

	private static final int FORBIDDEN = 403;

	private FourEyes() {
	}

	/**
	 * Refuses whoever had a hand in it.
	 * @param own whether who is signed in is one of its makers
	 * @param code such as {@code OWN_DRAFT}
	 * @throws Refusal 403 with that code
	 */
	public static void refuse(boolean own, String code) {
		if (own) {
			throw new Refusal(FORBIDDEN, code);
		}
	}

}

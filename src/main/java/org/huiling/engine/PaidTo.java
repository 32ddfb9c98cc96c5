package org.huiling.engine;

import org.huiling.facts.Subject;

/**
 * Who receives the money: the person, or the scheme, insurer or provider on their behalf;
 * of a program about organisations the organisation itself.
 */
public enum PaidTo {

	PERSON, SCHEME, INSURER, PROVIDER, ORGANISATION;

	/**
	 * Who receives it where nothing is said.
	 * @param subject whom the program is about
	 * @return the person, or the organisation
	 */
	public static PaidTo of(Subject subject) {
		return (subject == Subject.ORGANISATION) ? ORGANISATION : PERSON;
	}

	/**
	 * Whether what a program grants can be paid so.
	 * @param subject whom the program is about
	 * @return whether both are an organisation, or neither
	 */
	public boolean isFor(Subject subject) {
		return (this == ORGANISATION) == (subject == Subject.ORGANISATION);
	}

	/**
	 * Whether it goes to the account on the file of whom it is decided for.
	 * @return false where somebody else receives it on their behalf
	 */
	public boolean isOwn() {
		return this == PERSON || this == ORGANISATION;
	}

}

package org.huiling.input;

/** A record whose components may contradict each other. */
public interface Checked {

	/**
	 * Notes what is wrong with it; asked once each component is right by itself.
	 * @param fields takes what is wrong, by the component's name
	 */
	void check(JsonFields fields);

}

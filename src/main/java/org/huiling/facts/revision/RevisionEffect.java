package org.huiling.facts.revision;

/** What a change of a fact does to those who use it. */
public enum RevisionEffect {

	/** Nobody can have used it before. */
	NEW,

	/** It is called or asked otherwise, or may have more values; what was, stays. */
	HARMLESS,

	/** It means something else: whoever uses it may answer otherwise. */
	MEANING,

	/** What was recorded or written by it may be wrong now. */
	BREAKING

}

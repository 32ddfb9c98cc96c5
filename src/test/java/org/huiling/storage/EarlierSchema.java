package org.huiling.storage;

/** Where schemas of earlier releases come from. */
public final class EarlierSchema {

	/** The migrations that were made before anything was released. */
	public static final String BEFORE_0_1_0 = "classpath:db/before-0.1.0";

	/** The last of them, of which the schema of 0.1.0 is the same. */
	public static final String LAST_BEFORE_0_1_0 = "217";

	private EarlierSchema() {
	}

}

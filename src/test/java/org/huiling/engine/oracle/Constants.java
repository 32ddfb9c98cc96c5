package org.huiling.engine.oracle;

/** Where fixed values come from: parameters in rules, numbers in fact files. */
interface Constants {

	/** An amount. */
	Formula money();

	/** An amount that is more than nothing. */
	Formula unit();

	/** What an amount may be multiplied by beside a number. */
	Formula share();

	/** A number of that unit. */
	Formula number(String unit);

	/** A day. */
	Formula date();

}

package org.huiling.paging;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which page of a list is asked for. A controller's method that takes one gets it from
 * the request's {@code page} and {@code size}; a wrong one never reaches the method.
 *
 * @param page from 0
 * @param size how many items a page holds, at most {@value #MAXIMUM_SIZE}
 */
@ParameterObject
public record Paging(
		@Parameter(description = "from 0", schema = @Schema(type = "integer", defaultValue = "0")) int page,
		@Parameter(description = "1 to 200", schema = @Schema(type = "integer", defaultValue = "50")) int size) {

	/** The largest page. */
	public static final int MAXIMUM_SIZE = 200;

	/** The size of a page if none is asked for. */
	public static final int DEFAULT_SIZE = 50;

	/**
	 * How many items come before the page.
	 * @return for {@code offset} in SQL
	 */
	public long offset() {
		return (long) this.page * this.size;
	}

}

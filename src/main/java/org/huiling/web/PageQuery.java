package org.huiling.web;

import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/** What a list is filtered by, for the links to its other pages. */
public final class PageQuery {

	private PageQuery() {
	}

	/**
	 * The filter as a query.
	 * @param filter values by name; blank ones are left out
	 * @return encoded, ending in {@code &} unless it is empty
	 */
	public static String of(Map<String, String> filter) {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		filter.forEach((name, value) -> {
			if (!value.isBlank()) {
				query.queryParam(name, "{" + name + "}");
			}
		});
		String built = query.encode().buildAndExpand(filter).toUriString();
		return built.isEmpty() ? "" : built.substring(1) + "&";
	}

}

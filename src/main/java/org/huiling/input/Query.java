package org.huiling.input;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/** The query of a request, read without its body. */
final class Query {

	private Query() {
	}

	/**
	 * The parameters of a query.
	 * @param request of which a body may follow that is not to be read yet
	 * @return the values by name
	 */
	static Map<String, String[]> of(HttpServletRequest request) {
		Map<String, List<String>> read = new LinkedHashMap<>();
		String query = request.getQueryString();
		if (query != null) {
			for (String each : query.split("&")) {
				int equal = each.indexOf('=');
				String name = (equal >= 0) ? each.substring(0, equal) : each;
				if (!each.isEmpty()) {
					read.computeIfAbsent(decoded(name), (key) -> new ArrayList<>())
						.add((equal >= 0) ? decoded(each.substring(equal + 1)) : "");
				}
			}
		}
		Map<String, String[]> values = new LinkedHashMap<>();
		read.forEach((name, list) -> values.put(name, list.toArray(String[]::new)));
		return values;
	}

	/** A text that is not encoded as it should be is refused before it comes here. */
	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}

package org.huiling.web.audit;

import java.util.LinkedHashMap;
import java.util.Map;

import org.huiling.web.PageQuery;

/**
 * What the reader of the trail asked for, as they typed it; blank asks for all.
 *
 * @param by an account, or how it is called
 * @param action a kind of event, or an area for all of its kinds
 * @param subject a file number, or the id of anything
 * @param from a day
 * @param to a day, included
 */
record AskedEvents(String by, String action, String subject, String from, String to) {

	AskedEvents {
		by = by.strip();
		action = action.strip();
		subject = subject.strip();
		from = from.strip();
		to = to.strip();
	}

	/** The values by the names that they have in the form. */
	public Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("by", this.by);
		values.put("action", this.action);
		values.put("subject", this.subject);
		values.put("from", this.from);
		values.put("to", this.to);
		return values;
	}

	/** The same as a query, ending in {@code &} unless it is empty. */
	public String query() {
		return PageQuery.of(values());
	}

	/** The same of other days. */
	AskedEvents between(String first, String last) {
		return new AskedEvents(this.by, this.action, this.subject, first, last);
	}

}

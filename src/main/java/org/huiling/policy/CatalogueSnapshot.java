package org.huiling.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Which versions of which programs of a jurisdiction were known at an instant: enough to
 * ask the same policies again, whatever is published or withdrawn later.
 *
 * @param jurisdiction the jurisdiction's id
 * @param dictionary the digest of the dictionary that was known, null in those from
 * before it was told
 * @param standards the digests of the standards that were known, by whose they are
 * @param pages its programs, in the order of evaluation
 */
public record CatalogueSnapshot(String jurisdiction, @Nullable String dictionary, Map<String, String> standards,
		List<Page> pages) {

	public CatalogueSnapshot {
		standards = Collections.unmodifiableSortedMap(new TreeMap<>(standards));
		pages = List.copyOf(pages);
	}

	/**
	 * The versions of one program.
	 *
	 * @param program its id
	 * @param owner the enclosing jurisdiction whose program it is, null for its own
	 * @param editions what was known, by effective day
	 */
	public record Page(String program, @Nullable String owner, List<Edition> editions) {

		public Page(String program, List<Edition> editions) {
			this(program, null, editions);
		}

		public Page {
			editions = List.copyOf(editions);
		}

	}

	/**
	 * A version.
	 *
	 * @param version its name
	 * @param digest of its files
	 */
	public record Edition(String version, String digest) {
	}

}

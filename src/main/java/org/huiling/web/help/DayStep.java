package org.huiling.web.help;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.account.Role;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A step of a desk's day. Its texts are {@code help.<desk>.<key>} and
 * {@code help.<desk>.<key>.how}, the latter a paragraph a line.
 *
 * @param key the last part of its texts' keys, and its place on the page
 * @param path the page where it begins
 * @param roles who may open that page, of those whose desk it is
 * @param pages the pages that it is about, as their controllers write them
 */
public record DayStep(String key, String path, Set<Role> roles, List<PathPattern> pages) {

	public DayStep {
		roles = Set.copyOf(roles);
		pages = List.copyOf(pages);
	}

	static DayStep of(String key, String path, Role role) {
		return new DayStep(key, path, EnumSet.of(role), List.of(pattern(path)));
	}

	/** The same step, of another role's day too. */
	DayStep with(Role... others) {
		EnumSet<Role> all = EnumSet.copyOf(this.roles);
		all.addAll(List.of(others));
		return new DayStep(this.key, this.path, all, this.pages);
	}

	/** The same step, about pages that have no entry in the menu. */
	DayStep alsoAbout(String... others) {
		return new DayStep(this.key, this.path, this.roles,
				Stream.concat(this.pages.stream(), Arrays.stream(others).map(DayStep::pattern)).toList());
	}

	/**
	 * Whether somebody may open the page where it begins.
	 * @param readers their roles
	 * @return true if a link to it leads somewhere
	 */
	public boolean isOpenTo(Collection<Role> readers) {
		return this.roles.stream().anyMatch(readers::contains);
	}

	/** Those of its pages that fit a path. */
	Stream<PathPattern> about(PathContainer page) {
		return this.pages.stream().filter((pattern) -> pattern.matches(page));
	}

	private static PathPattern pattern(String path) {
		return PathPatternParser.defaultInstance.parse(path);
	}

}

package org.huiling.web.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.policy.dictionary.FactView.UsingVersion;
import org.huiling.web.ProgramNames;

/**
 * A jurisdiction whose rules use a fact.
 *
 * @param name its name
 * @param versions those in force or scheduled
 */
record UsingDistrict(String name, List<Version> versions) {

	/**
	 * A version.
	 *
	 * @param program the program's name
	 * @param version the version's
	 * @param page where it is shown
	 */
	record Version(String program, String version, String page) {
	}

	static List<UsingDistrict> all(List<UsingVersion> users, ProgramNames.Names names) {
		Map<String, List<Version>> districts = new LinkedHashMap<>();
		for (UsingVersion user : users) {
			String page = "/policies/" + user.jurisdiction() + "/" + user.program() + "/" + user.version();
			districts.computeIfAbsent(names.district(user.jurisdiction()), (name) -> new ArrayList<>())
				.add(new Version(names.of(user.jurisdiction(), user.program()), user.version(), page));
		}
		return districts.entrySet()
			.stream()
			.map((district) -> new UsingDistrict(district.getKey(), district.getValue()))
			.toList();
	}

	/**
	 * How many programs these versions belong to.
	 * @return at least 1
	 */
	public long programs() {
		return this.versions.stream().map(Version::program).distinct().count();
	}

}

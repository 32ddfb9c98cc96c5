package org.huiling.engine.drools.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which methods of a version call which of its own; a circle is work without an end. */
final class CallGraph {

	private final Map<String, Set<String>> calls = new HashMap<>();

	void add(String caller, String called) {
		this.calls.computeIfAbsent(caller, (method) -> new HashSet<>()).add(called);
	}

	boolean hasCycle() {
		Set<String> clean = new HashSet<>();
		return this.calls.keySet().stream().anyMatch((method) -> reachesItself(method, new HashSet<>(), clean));
	}

	private boolean reachesItself(String method, Set<String> above, Set<String> clean) {
		if (clean.contains(method)) {
			return false;
		}
		if (!above.add(method)) {
			return true;
		}
		for (String called : this.calls.getOrDefault(method, Set.of())) {
			if (reachesItself(called, above, clean)) {
				return true;
			}
		}
		above.remove(method);
		clean.add(method);
		return false;
	}

}

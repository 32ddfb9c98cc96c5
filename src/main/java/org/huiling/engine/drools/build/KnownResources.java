package org.huiling.engine.drools.build;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Where the class path has what a build asks for, looked up once. The compiler asks for
 * the same some hundreds of names in every build, for packages that are no classes too,
 * and each time all jars were looked through: a fifth of what a build took.
 */
final class KnownResources extends ClassLoader {

	/** Some names come from what authors write: they may not fill the memory. */
	static final int MOST = 20_000;

	private final Map<String, Optional<URL>> known = new ConcurrentHashMap<>();

	KnownResources(@Nullable ClassLoader above) {
		super(above);
	}

	@Override
	public @Nullable URL getResource(String name) {
		Optional<URL> place = this.known.get(name);
		if (place == null) {
			place = Optional.ofNullable(super.getResource(name));
			if (this.known.size() >= MOST) {
				this.known.clear();
			}
			this.known.put(name, place);
		}
		return place.orElse(null);
	}

	/** How many names are known. */
	int size() {
		return this.known.size();
	}

}

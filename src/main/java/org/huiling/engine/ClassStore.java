package org.huiling.engine;

import org.jspecify.annotations.Nullable;

/** Keeps the compiled bytes of a version, so that a restart need not compile it again. */
public interface ClassStore {

	/** Keeps nothing. */
	ClassStore NONE = new ClassStore() {

		@Override
		public byte @Nullable [] find(String key) {
			return null;
		}

		@Override
		public void keep(String key, byte[] classes) {
		}

	};

	/**
	 * Bytes kept before.
	 * @param key the version's digest with the versions of everything that compiled it
	 * @return the bytes, or null
	 */
	byte @Nullable [] find(String key);

	/**
	 * Keeps bytes.
	 * @param key the version's digest with the versions of everything that compiled it
	 * @param classes what was compiled
	 */
	void keep(String key, byte[] classes);

}

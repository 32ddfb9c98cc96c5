package org.huiling.engine;

/**
 * 辖区: an owner of policies, as {@code jurisdiction.yaml} has it.
 *
 * @param id its directory's name
 * @param name in both languages
 * @param regionPrefix the region-code prefix it claims
 */
public record Jurisdiction(String id, Bilingual name, String regionPrefix) {

	/**
	 * Reads {@code jurisdiction.yaml}.
	 * @param id the directory's name
	 * @param yaml the file
	 * @return the jurisdiction
	 * @throws PolicyDefects naming every key that is missing, unknown or wrong
	 */
	public static Jurisdiction read(String id, byte[] yaml) {
		throw new UnsupportedOperationException();
	}

}

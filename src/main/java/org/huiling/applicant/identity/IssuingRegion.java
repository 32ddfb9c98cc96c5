package org.huiling.applicant.identity;

import java.util.Set;

/**
 * The first digits of a resident id as GB/T 2260 assigns them: two of a province, two of
 * a prefecture.
 */
public final class IssuingRegion {

	private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32",
			"33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62",
			"63", "64", "65");

	/** Taiwan, Hong Kong, Macao, and residence permits: no prefectures. */
	private static final Set<String> WITHOUT_PREFECTURES = Set.of("71", "81", "82", "83");

	private static final int LAST_PREFECTURE = 70;

	/** Counties directly below the province. */
	private static final int DIRECT_COUNTIES = 90;

	private IssuingRegion() {
	}

	public static boolean isKnown(ResidentId id) {
		String province = id.value().substring(0, 2);
		int prefecture = Integer.parseInt(id.value(), 2, 4, 10);
		if (WITHOUT_PREFECTURES.contains(province)) {
			return prefecture == 0;
		}
		return PROVINCES.contains(province)
				&& ((prefecture >= 1 && prefecture <= LAST_PREFECTURE) || prefecture == DIRECT_COUNTIES);
	}

}

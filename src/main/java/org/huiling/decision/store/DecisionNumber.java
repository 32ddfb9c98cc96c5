package org.huiling.decision.store;

import java.util.UUID;

import org.huiling.applicant.identity.FileNumber;

/**
 * 认定编号: what a decision is called in letters and on pages, such as
 * {@code M6XM7PXM-4KD29T}: the number of the person's file, by which the person is found,
 * and six characters that tell the person's decisions apart. They follow from the
 * decision's id, so that nothing is stored; among the decisions of one person no two are
 * alike but by a chance of one in {@value #MOST} for each two.
 */
public final class DecisionNumber {

	/** How many there can be: 23 to the sixth. */
	private static final long MOST = 148_035_889L;

	private DecisionNumber() {
	}

	/** What tells it from the person's other decisions. */
	public static String of(UUID decision) {
		return FileNumber.characters(Long.remainderUnsigned(decision.getLeastSignificantBits(), MOST), FileNumber.TAIL);
	}

	/** The whole number. */
	public static String of(String fileNumber, UUID decision) {
		return fileNumber + "-" + of(decision);
	}

}

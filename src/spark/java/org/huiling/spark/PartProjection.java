package org.huiling.spark;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Assessment;
import org.huiling.engine.comparison.AnswerChecksum;
import org.huiling.peoplelist.AssessedLine;
import org.huiling.problem.Incident;
import org.huiling.projection.ListProjection;
import org.huiling.projection.report.ListedSum;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a list comes to in a projection.
 *
 * @param tally of its lines, and of what they are answered before
 * @param after the checksum of what they are answered after
 * @param sums of it
 */
record PartProjection(PartTally tally, AnswerChecksum after, ArrayList<ListedSum> sums) implements Serializable {

	/**
	 * Projects a part.
	 * @param lines of the part
	 * @param before what is in force
	 * @param after what is tried, null for nothing
	 * @param touched the programs whose answers may differ, null for none
	 */
	static PartProjection of(Iterator<ListedLine> lines, Work.Ready before, Work.@Nullable Ready after,
			@Nullable Set<String> touched) {
		PartTally tally = new PartTally();
		AnswerChecksum checksum = AnswerChecksum.NONE;
		List<YearMonth> months = before.months();
		ListProjection projection = new ListProjection(months.get(0), months.get(months.size() - 1), touched);
		while (lines.hasNext()) {
			ListedLine listed = lines.next();
			try {
				AssessedLine old = before.assessor().assess(listed.line());
				AssessedLine now = (after != null && !old.isRefused()) ? after.assessor().assess(listed.line()) : old;
				tally.add(listed.file(), now.isRefused() ? now : old, before.words());
				if (!now.isRefused()) {
					checksum = checksum.plus(now.checksum());
					projection.add(old.answers().get(0).assessed().facts(), answers(old),
							(after != null) ? answers(now) : null);
				}
			}
			catch (RuntimeException ex) {
				throw new IllegalStateException(listed.file() + " line " + listed.line().number()
						+ " cannot be assessed: " + Incident.trace(ex));
			}
		}
		return new PartProjection(tally, checksum, new ArrayList<>(projection.sums()));
	}

	private static List<Assessment> answers(AssessedLine line) {
		return line.answers().stream().flatMap((one) -> one.assessed().assessments().assessments().stream()).toList();
	}

}

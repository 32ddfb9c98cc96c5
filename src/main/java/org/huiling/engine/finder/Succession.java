package org.huiling.engine.finder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.VersionSpan;
import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Setup;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * How the versions of a program follow each other: no period without one between two, and
 * none that two claim. Only periods count, not days between them.
 */
public final class Succession {

	private final Setup setup;

	private final VersionSpan own;

	private final List<VersionSpan> inOrder;

	/**
	 * The succession about one version.
	 * @param setup where its search takes place
	 * @param own the version
	 * @param inOrder every version of the program by date, corrected ones left out
	 */
	public Succession(Setup setup, VersionSpan own, List<VersionSpan> inOrder) {
		this.setup = setup;
		this.own = own;
		this.inOrder = inOrder;
	}

	/**
	 * Looks at the version before and the one after; the last one must not end, or nobody
	 * is answered from then on.
	 * @return what is wrong with their dates
	 */
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		LocalDate end = this.own.to();
		if (end != null && this.own.equals(this.inOrder.get(this.inOrder.size() - 1))) {
			findings.add(after(end));
		}
		for (int i = 1; i < this.inOrder.size(); i++) {
			VersionSpan before = this.inOrder.get(i - 1);
			VersionSpan after = this.inOrder.get(i);
			if (before.to() != null && (before.equals(this.own) || after.equals(this.own))) {
				Finding finding = between(before, before.to(), after);
				if (finding != null) {
					findings.add(finding);
				}
			}
		}
		return findings;
	}

	private Finding after(LocalDate end) {
		Period free = this.setup.around(end.plusDays(1));
		return finding(Kind.NO_VERSION, free,
				this.own.version() + " 到 " + end + " 为止，其后没有版本：从 " + free + " 起没有施行中的政策，所有人都停发",
				this.own.version() + " ends on " + end + " and no version follows: from " + free
						+ " on no policy is in force, and everybody's payments stop");
	}

	private @Nullable Finding between(VersionSpan before, LocalDate end, VersionSpan after) {
		Period free = this.setup.around(end.plusDays(1));
		if (free.firstDay().isBefore(after.from())) {
			return finding(Kind.NO_VERSION, free,
					before.version() + " 到 " + end + " 为止，" + after.version() + " 才施行：" + free + " 没有施行中的政策",
					before.version() + " ends on " + end + " and " + after.version()
							+ " follows later: no policy is in force for " + free);
		}
		Period claimed = this.setup.around(after.from());
		if (!claimed.firstDay().isAfter(end)) {
			return finding(Kind.TWO_VERSIONS, claimed,
					before.version() + " 写到 " + end + " 为止，" + after.version() + " 已经施行：" + claimed + " 有两个版本",
					before.version() + " claims to run until " + end + " while " + after.version()
							+ " is in force: two versions for " + claimed);
		}
		return null;
	}

	private Finding finding(Kind kind, Period period, String zh, String en) {
		Sample sample = Sample.unremarkable(this.setup).with(Dimension.PERIOD, period);
		return new Finding(kind, List.of(), new Bilingual(zh, en), sample.asked(), sample.claim(), sample.applicant(),
				null);
	}

}

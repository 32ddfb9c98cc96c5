package org.huiling.web.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Program;
import org.huiling.policy.published.PolicyView.VersionItem;
import org.huiling.policy.published.VersionState;

/**
 * A program with its versions, and the stretches of time that they govern.
 *
 * @param jurisdiction its jurisdiction's id
 * @param id its id
 * @param name in both languages
 * @param versions the newest first, drafts before all
 * @param stretches from the first to the last, of those that count
 */
record ProgramLine(String jurisdiction, String id, Bilingual name, List<VersionItem> versions,
		List<Stretch> stretches) {

	/** How wide the drawing is. */
	static final int WIDTH = 720;

	/**
	 * What one version governs, in the units of the drawing.
	 *
	 * @param version its name
	 * @param state how it stands today
	 * @param x where it begins
	 * @param width how far it goes
	 */
	record Stretch(String version, VersionState state, int x, int width) {
	}

	/**
	 * The years that a drawing shows.
	 *
	 * @param first the first of January of this year
	 * @param last to the end of this one
	 */
	record Years(int first, int last) {

		static Years of(List<VersionItem> versions, LocalDate today) {
			int first = versions.stream()
				.mapToInt((version) -> version.effectiveFrom().getYear())
				.min()
				.orElse(today.getYear());
			int last = versions.stream()
				.mapToInt((version) -> version.effectiveFrom().getYear())
				.max()
				.orElse(today.getYear());
			return new Years(first, Math.max(last, today.getYear()));
		}

		/** Where a day lies. */
		public int x(LocalDate day) {
			long all = LocalDate.of(this.last + 1, 1, 1).toEpochDay() - LocalDate.of(this.first, 1, 1).toEpochDay();
			long gone = day.toEpochDay() - LocalDate.of(this.first, 1, 1).toEpochDay();
			return (int) (Math.max(0, Math.min(gone, all)) * WIDTH / all);
		}

		/**
		 * The first day of a year.
		 *
		 * @param year the year
		 * @param x where it lies
		 */
		record Mark(int year, int x) {
		}

		/** The years with room for their names. */
		public List<Mark> marks() {
			int each = Math.max(1, (this.last - this.first) / 8 + 1);
			List<Mark> marks = new ArrayList<>();
			for (int year = this.first; year <= this.last; year += each) {
				marks.add(new Mark(year, x(LocalDate.of(year, 1, 1))));
			}
			return marks;
		}

	}

	static ProgramLine of(String jurisdiction, Program program, List<VersionItem> all, Years years) {
		List<VersionItem> own = all.stream().filter((version) -> version.program().equals(program.id())).toList();
		return new ProgramLine(jurisdiction, program.id(), program.name(),
				own.stream()
					.sorted(Comparator.comparing((VersionItem version) -> version.state() != VersionState.DRAFT)
						.thenComparing(VersionItem::effectiveFrom, Comparator.reverseOrder())
						.thenComparing(VersionItem::version, Comparator.reverseOrder()))
					.toList(),
				stretches(own, years));
	}

	private static List<Stretch> stretches(List<VersionItem> own, Years years) {
		List<VersionItem> counting = own.stream()
			.filter((version) -> version.state() != VersionState.WITHDRAWN && version.state() != VersionState.DRAFT)
			.sorted(Comparator.comparing(VersionItem::effectiveFrom).thenComparing(VersionItem::version))
			.toList();
		List<Stretch> stretches = new ArrayList<>();
		for (int i = 0; i < counting.size(); i++) {
			VersionItem version = counting.get(i);
			int from = years.x(version.effectiveFrom());
			LocalDate next = (i + 1 < counting.size()) ? counting.get(i + 1).effectiveFrom() : LocalDate.MAX;
			LocalDate end = (version.effectiveTo() != null && version.effectiveTo().isBefore(next))
					? version.effectiveTo() : next;
			int width = years.x(end.equals(LocalDate.MAX) ? LocalDate.of(years.last() + 1, 1, 1) : end) - from;
			if (width > 0) {
				stretches.add(new Stretch(version.version(), version.state(), from, width));
			}
		}
		return stretches;
	}

}

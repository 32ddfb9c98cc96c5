package org.huiling.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.review.Projected;
import org.huiling.projection.SliceStore.Slice;
import org.huiling.projection.report.Change;
import org.huiling.projection.report.Compared;
import org.huiling.projection.report.PersonCount;
import org.huiling.projection.report.ProjectionState;
import org.huiling.projection.report.Sums;
import org.huiling.storage.BinaryCopy;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assesses the next slice of a projection's people: sums, people and progress in one
 * transaction, so that whatever happens a slice is done once or not at all.
 */
@Component
class ProjectionSlices {

	private final ProjectionStore store;

	private final SliceStore slices;

	private final SumStore sums;

	private final DataSource dataSource;

	private final JsonMapper json;

	private final AuditTrail audit;

	ProjectionSlices(ProjectionStore store, SliceStore slices, SumStore sums, DataSource dataSource, JsonMapper json,
			AuditTrail audit) {
		this.store = store;
		this.slices = slices;
		this.sums = sums;
		this.dataSource = dataSource;
		this.json = json;
		this.audit = audit;
	}

	/** Finds whom a projection is about, unless somebody else has or does. */
	@Transactional
	public void begin(UUID id) {
		this.store.takeBeginning(id).ifPresent((projection) -> {
			if (projection.progress().total() == null) {
				this.slices.gather(projection);
			}
			this.store.move(id, ProjectionState.RUNNING, ProjectionState.STARTING);
		});
	}

	/**
	 * Assesses the next slice that nobody is at.
	 * @return false if there is none
	 */
	@Transactional
	public boolean next(Projection projection, ProjectionBooks.Open open) {
		Optional<Slice> next = this.slices.next(projection.id());
		if (next.isEmpty()) {
			return false;
		}
		Slice slice = next.get();
		List<Projected> projected = open.projector().project(slice.people());
		List<String> asked = projection.programs();
		PersonCount count = new PersonCount(projection.from(), projection.order().months(), open.variants(),
				(asked != null) ? asked : List.of(), open.touched());
		BinaryCopy rows = new BinaryCopy("projection_change (projection, applicant, change, before, after, because)",
				6);
		int failed = 0;
		boolean changed = false;
		for (Projected one : projected) {
			if (one.fault() != null) {
				failed++;
				continue;
			}
			Compared compared = count.add(one);
			if (compared.change() != Change.SAME) {
				changed = true;
				rows.row()
					.uuid(projection.id())
					.uuid(one.applicant())
					.text(compared.change().name())
					.numeric(Sums.yuan(compared.before()))
					.numeric(Sums.yuan(compared.after()))
					.jsonb(this.json.writeValueAsBytes(because(compared)));
			}
		}
		if (changed) {
			rows.send(this.dataSource);
		}
		if (projected.size() > failed) {
			this.sums.add(projection.id(), slice.first(), count.sums());
		}
		this.slices.done(projection.id(), slice, failed, slice.people().size() - projected.size());
		return true;
	}

	private static List<ProjectedPerson.Because> because(Compared compared) {
		List<ProjectedPerson.Because> because = new ArrayList<>();
		compared.programs().forEach((of) -> {
			if (of.change() != Change.SAME) {
				because.add(new ProjectedPerson.Because(of.program(), of.change(), of.since(), Sums.yuan(of.before()),
						Sums.yuan(of.after()), List.copyOf(of.missing())));
			}
		});
		because.sort(Comparator.comparing(ProjectedPerson.Because::program));
		return because;
	}

	/** Ends a projection of which nothing is left to be done. */
	@Transactional
	public void finish(UUID id) {
		if (!this.slices.isAnyLeft(id) && this.store.move(id, ProjectionState.COMPLETED, ProjectionState.RUNNING)) {
			this.sums.sumUp(id);
			this.slices.forget(id);
			Projection done = this.store.find(id).orElseThrow();
			this.audit.record(AuditAction.PROJECTION_COMPLETED, id.toString(),
					Map.of("done", done.progress().done(), "failed", done.progress().failed()));
		}
	}

}

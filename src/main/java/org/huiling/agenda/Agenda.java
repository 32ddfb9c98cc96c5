package org.huiling.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.storage.RecordedTime;
import org.huiling.task.OpenTasks;
import org.huiling.task.OpenTasks.Open;
import org.huiling.task.Tasks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks what is due, source by source: a task is opened once for each reason, and closed
 * when the reason is gone. Looking again changes nothing, so that two may do it at once
 * and whatever was left half done is done again. Each block of people is a transaction of
 * its own: nobody waits long for a task.
 */
@Component
class Agenda {

	/** How many people are looked at in one transaction. */
	static final int BLOCK = 500;

	private final List<TaskSource> sources;

	private final LookStore store;

	private final Tasks tasks;

	private final OpenTasks open;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Agenda(List<TaskSource> sources, LookStore store, Tasks tasks, OpenTasks open, PolicyCatalogue catalogue,
			RecordedTime time, TransactionTemplate transaction, Clock clock) {
		this.sources = List.copyOf(sources);
		this.store = store;
		this.tasks = tasks;
		this.open = open;
		this.catalogue = catalogue;
		this.time = time;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * What a look came to.
	 *
	 * @param opened how many tasks are new
	 * @param settled how many needed nothing any more
	 */
	record Came(int opened, int settled) {
	}

	/**
	 * Looks at every source whose turn it is, and at open tasks of people touched since.
	 */
	void turn() {
		LocalDate today = LocalDate.now(this.clock);
		for (Jurisdiction jurisdiction : this.catalogue.jurisdictions()) {
			Look look = new Look(jurisdiction.id(), jurisdiction.regionPrefix(), today, null);
			for (TaskSource source : this.sources) {
				if (this.store.take(source.name(), look.jurisdiction(), today)) {
					everything(source, look);
				}
				else {
					touched(source, look);
				}
			}
		}
	}

	/** Looks at all sources of a jurisdiction on a day. */
	Came everything(String jurisdiction, LocalDate day) {
		Look look = new Look(jurisdiction, this.catalogue.jurisdiction(jurisdiction).orElseThrow().regionPrefix(), day,
				null);
		List<Came> came = this.sources.stream().map((source) -> everything(source, look)).toList();
		return new Came(came.stream().mapToInt(Came::opened).sum(), came.stream().mapToInt(Came::settled).sum());
	}

	private Came everything(TaskSource source, Look look) {
		Instant at = this.time.settled();
		int opened = 0;
		Look since = look.since(this.store.looked(source.name(), look.jurisdiction()).orElse(null));
		for (List<UUID> block : blocks(List.copyOf(source.candidates(since)))) {
			opened += inTransaction(() -> opened(source, look, block));
		}
		int settled = settle(source, look, this.open.of(source.name(), look.jurisdiction()));
		Came came = new Came(opened, settled);
		this.store.looked(source.name(), look.jurisdiction(), look.day(), at, came);
		return came;
	}

	private int opened(TaskSource source, Look look, List<UUID> people) {
		return (int) source.findings(look, people)
			.stream()
			.filter(DueTask::fresh)
			.filter((finding) -> this.tasks.open(finding.task()))
			.count();
	}

	/**
	 * Takes off the list what needs nothing any more of people touched since the last
	 * time.
	 */
	int touched(TaskSource source, Look look) {
		return this.store.touched(source.name(), look.jurisdiction()).map((since) -> {
			Instant at = this.time.settled();
			int settled = settle(source, look,
					source.isHeldEachTime() ? this.open.of(source.name(), look.jurisdiction())
							: this.open.touched(source.name(), look.jurisdiction(), since));
			this.store.touched(source.name(), look.jurisdiction(), at);
			return settled;
		}).orElse(0);
	}

	private int settle(TaskSource source, Look look, List<Open> tasks) {
		int settled = 0;
		for (List<Open> block : blocks(tasks)) {
			settled += inTransaction(() -> settled(source, look, block));
		}
		return settled;
	}

	private int settled(TaskSource source, Look look, List<Open> tasks) {
		Set<String> due = source.findings(look, tasks.stream().map(Open::applicant).distinct().toList())
			.stream()
			.map((finding) -> finding.task().key())
			.collect(Collectors.toSet());
		List<UUID> gone = tasks.stream().filter((task) -> !due.contains(task.key())).map(Open::id).toList();
		return gone.isEmpty() ? 0 : this.open.settle(gone);
	}

	private int inTransaction(Supplier<Integer> work) {
		Integer done = this.transaction.execute((status) -> work.get());
		return (done != null) ? done : 0;
	}

	private static <T> List<List<T>> blocks(List<T> all) {
		List<List<T>> blocks = new ArrayList<>();
		for (int from = 0; from < all.size(); from += BLOCK) {
			blocks.add(all.subList(from, Math.min(all.size(), from + BLOCK)));
		}
		return blocks;
	}

}

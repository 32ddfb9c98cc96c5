package org.huiling.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.huiling.peoplelist.AssessedLine;
import org.huiling.problem.Incident;

/**
 * The answers about the lines of a part as rows, assessed when they are asked for. What
 * the part came to is told when all of them were.
 */
final class AnsweredRows implements Iterator<Row> {

	private final Work.Ready ready;

	private final Iterator<ListedLine> lines;

	private final AnswerFormat.Rows rows;

	private final Tallies tallies;

	private final PartTally tally;

	private final Deque<Row> next;

	private boolean told;

	AnsweredRows(Work.Ready ready, Iterator<ListedLine> lines, AnswerFormat.Rows rows, Tallies tallies) {
		this.ready = ready;
		this.lines = lines;
		this.rows = rows;
		this.tallies = tallies;
		this.tally = new PartTally();
		this.next = new ArrayDeque<>(rows.begin());
	}

	@Override
	public boolean hasNext() {
		while (this.next.isEmpty() && this.lines.hasNext()) {
			assess(this.lines.next());
		}
		if (this.next.isEmpty() && !this.told) {
			this.told = true;
			this.tallies.add(new Tallies.Of(TaskContext.getPartitionId(), this.tally));
		}
		return !this.next.isEmpty();
	}

	/** What an exception quotes may be somebody's: it is told by its place alone. */
	private void assess(ListedLine listed) {
		try {
			AssessedLine assessed = this.ready.assessor().assess(listed.line());
			this.tally.add(listed.file(), assessed, this.ready.words());
			if (!assessed.isRefused()) {
				this.next.addAll(this.rows.of(listed.file(), assessed));
			}
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(
					listed.file() + " line " + listed.line().number() + " cannot be assessed: " + Incident.trace(ex));
		}
	}

	@Override
	public Row next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return this.next.remove();
	}

}

package org.huiling.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.comparison.AnswerChecksum;
import org.huiling.peoplelist.AssessedLine;
import org.huiling.peoplelist.ServiceWords;
import org.huiling.problem.FieldError;

/** What a part of a list came to. */
final class PartTally implements Serializable {

	private static final long serialVersionUID = 1L;

	/** So many refused lines of a part are told, the others counted. */
	static final int MOST_TOLD = 20;

	private final ArrayList<String> told = new ArrayList<>();

	private long lines;

	private long refused;

	private long others;

	private AnswerChecksum checksum = AnswerChecksum.NONE;

	void add(String file, AssessedLine line, ServiceWords words) {
		if (line.isAboutNobody()) {
			this.others++;
		}
		else {
			this.lines++;
		}
		this.checksum = this.checksum.plus(line.checksum());
		if (line.isRefused()) {
			this.refused += line.isAboutNobody() ? 0 : 1;
			for (FieldError error : line.refusals()) {
				if (this.told.size() < MOST_TOLD) {
					this.told.add(file + words.said(" 第 " + line.number() + " 行：", " line " + line.number() + ": ")
							+ words.told(error));
				}
			}
		}
	}

	long lines() {
		return this.lines;
	}

	long refused() {
		return this.refused;
	}

	/** Sums and signatures below a list. */
	long others() {
		return this.others;
	}

	/** Lines that were refused, with their reasons: by file, number and column. */
	List<String> told() {
		return this.told;
	}

	AnswerChecksum checksum() {
		return this.checksum;
	}

}

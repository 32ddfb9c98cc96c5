package org.huiling.payment.roster;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that a roster takes for one person's. */
@Component
public class FilesOfPerson {

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	FilesOfPerson(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	/**
	 * A person's own file, and those merged into it, over others too.
	 * @throws org.huiling.problem.Refusal 404 if the person is not on file, or not the
	 * caller's
	 */
	public Set<UUID> of(UUID applicant) {
		Set<UUID> files = new LinkedHashSet<>(this.register.files(applicant));
		files.addAll(this.jdbc.sql("select m.id from applicant_merged_into m where m.survivor = ?")
			.param(applicant)
			.query(UUID.class)
			.list());
		return files;
	}

}

package org.huiling.policy.comparison;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.engine.Bilingual;
import org.huiling.engine.comparison.OthersComparison;
import org.huiling.engine.comparison.VersionComparison.ChangedAnswer;
import org.huiling.engine.example.Example;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a program. What cannot be told while a draft has
 * defects is null.
 *
 * @param from the earlier one, null if there is none
 * @param to the later one
 * @param parameters those that differ
 * @param rules those that differ
 * @param files those that differ
 * @param behaviour people whose answer changes, the first of them
 * @param peopleAsked how many people were put to both versions
 * @param peopleChanged for how many of them the answer changes
 * @param others the other programs of the jurisdiction whose answers a draft changes,
 * null between two published versions
 */
public record VersionDiff(@Nullable Side from, Side to, @Nullable List<ParameterDiff> parameters,
		@Nullable RuleDiff rules, List<FileDiff> files, @Nullable List<ChangedPerson> behaviour,
		@Nullable Integer peopleAsked, @Nullable Integer peopleChanged,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ChangedProgram> others) {

	/**
	 * Another program whose answers change, though its own version stays.
	 *
	 * @param program its id
	 * @param name its name in both languages
	 * @param behaviour people whose answer changes, the first of them
	 * @param peopleAsked how many people were asked
	 * @param peopleChanged for how many of them its answer changes
	 */
	public record ChangedProgram(String program, Bilingual name, List<ChangedPerson> behaviour, int peopleAsked,
			int peopleChanged) {

		/**
		 * Another program whose answers change.
		 * @param changed what was found
		 * @param most so many people are shown
		 * @return as the API shows it
		 */
		public static ChangedProgram of(OthersComparison.Changed changed, int most) {
			return new ChangedProgram(changed.program().id(), changed.program().name(),
					changed.changed().stream().limit(most).map(ChangedPerson::of).toList(), changed.asked(),
					changed.differing());
		}

	}

	/**
	 * One of the two versions.
	 *
	 * @param version its name
	 * @param digest of its files
	 */
	public record Side(String version, String digest) {

		/**
		 * A version by its files.
		 * @param files the version's files
		 * @return its name and digest
		 */
		public static Side of(PolicyFiles files) {
			return new Side(files.version(), files.digest());
		}

	}

	/**
	 * A person whose answer changes.
	 *
	 * @param name what their example shows
	 * @param period the period asked for
	 * @param claim the claim, for CLAIM programs
	 * @param awards the programs that award something, where stacking is asked without a
	 * person
	 * @param applicant the person, null where stacking is asked
	 * @param before the answer of the earlier version, null if two of its rules
	 * contradict each other
	 * @param after likewise of the later one
	 */
	public record ChangedPerson(String name, String period, @Nullable String claim,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> awards,
			@Nullable ApplicantDocument applicant, Example.@Nullable Expected before,
			Example.@Nullable Expected after) {

		/**
		 * A person whose answer changes.
		 * @param answer both answers, with the example they were asked of
		 * @return as the API shows it
		 */
		public static ChangedPerson of(ChangedAnswer answer) {
			Example example = answer.example();
			FactRecord person = example.applicant();
			return new ChangedPerson(example.name(), example.period(), example.claim(),
					(person == null) ? List.copyOf(example.awards().keySet()) : null,
					(person != null) ? new ApplicantDocument(RecordJson.of(person)) : null, answer.before(),
					answer.after());
		}

	}

}

package org.huiling.policy.factfiles;

import java.util.List;

import org.huiling.facts.revision.Aspect;
import org.huiling.facts.revision.FactChange;
import org.huiling.facts.revision.RevisionEffect;
import org.huiling.policy.comparison.VersionDiff.ChangedPerson;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a draft of a fact file and the dictionary in force. What cannot be
 * told while the draft has defects is null.
 *
 * @param facts what changes, null while the file cannot be read
 * @param versions the published versions that may answer otherwise by it
 */
public record FactFileDiff(@Nullable List<ChangedFact> facts, @Nullable List<ChangedVersion> versions) {

	/**
	 * A fact that changes.
	 *
	 * @param path of the entry or derived fact
	 * @param aspect what of it
	 * @param effect what that does to those who use it
	 */
	public record ChangedFact(String path, Aspect aspect, RevisionEffect effect) {

		static ChangedFact of(FactChange change) {
			return new ChangedFact(change.path(), change.aspect(), change.effect());
		}

	}

	/**
	 * A version that may answer otherwise.
	 *
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version its name
	 * @param peopleAsked how many people were put to it by both dictionaries
	 * @param peopleChanged for how many of them the answer changes
	 * @param behaviour some of those
	 */
	public record ChangedVersion(String jurisdiction, String program, String version, int peopleAsked,
			int peopleChanged, List<ChangedPerson> behaviour) {
	}

}

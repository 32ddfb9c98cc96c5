package org.huiling.applicant;

import java.time.LocalDate;
import java.util.List;

import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Status;
import org.huiling.facts.DibaoType;
import org.huiling.facts.StatusKind;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Tekun and dibao exclude each other by law; that both are recorded for one time is odd,
 * but which of them is wrong is for the case worker to find out.
 */
final class TekunAndDibao {

	private TekunAndDibao() {
	}

	static void warn(JsonFields person, @Nullable List<Status> statuses, @Nullable Household household,
			Warnings warnings) {
		Dibao dibao = (household != null) ? household.dibao() : null;
		if (statuses == null || dibao == null || dibao.type() == null || dibao.type() == DibaoType.NONE) {
			return;
		}
		for (Status status : statuses) {
			if (status.kind() == StatusKind.TEKUN && !ended(status.to(), dibao.since())
					&& !ended(dibao.to(), status.from())) {
				warnings.add(RecordWarning.Kind.TEKUN_AND_DIBAO, person.path("statuses"),
						person.path("household.dibao"));
				return;
			}
		}
	}

	private static boolean ended(@Nullable LocalDate end, @Nullable LocalDate start) {
		return end != null && start != null && end.isBefore(start);
	}

}

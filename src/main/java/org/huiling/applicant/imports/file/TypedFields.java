package org.huiling.applicant.imports.file;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.huiling.applicant.TypedApplicant;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.record.RecordedFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** Fields typed one by one, as the columns of a table that they could stand in. */
@Component
class TypedFields implements TypedApplicant {

	private final ColumnsInForce columns;

	private final ApplicantReaderInForce reader;

	TypedFields(ColumnsInForce columns, ApplicantReaderInForce reader) {
		this.reader = reader;
		this.columns = columns;
	}

	@Override
	public ObjectNode read(Map<String, String> typed) {
		Subject subject = Objects.requireNonNullElse(Subject.of(typed.get(Subject.FIELD)), Subject.PERSON);
		CsvColumns columns = Objects.requireNonNullElse(this.columns.of(subject), this.columns.current());
		ObjectNode applicant = JsonNodeFactory.instance.objectNode();
		if (subject != Subject.PERSON) {
			applicant.put(Subject.FIELD, subject.word());
		}
		// whether a list is empty is put last, beside the items that may contradict it
		put(columns, typed, applicant, false);
		put(columns, typed, applicant, true);
		return applicant;
	}

	@Override
	public RecordedFacts soFar(JsonNode applicant) {
		return this.reader.soFar(applicant);
	}

	private static void put(CsvColumns columns, Map<String, String> typed, ObjectNode applicant, boolean lists) {
		new TreeMap<>(typed).forEach((path, cell) -> {
			CsvColumn column = columns.find(path);
			if (column != null && column.path().equals(path) && !ListRow.ABOUT_THE_LINE.contains(path)
					&& !cell.isBlank() && (column.kind() == CsvKind.LIST) == lists) {
				column.put(applicant, cell.strip());
			}
		});
	}

}

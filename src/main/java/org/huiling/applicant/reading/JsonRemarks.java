package org.huiling.applicant.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.huiling.applicant.identity.RecordFault;
import org.huiling.facts.reading.Remark;
import org.huiling.facts.reading.Remarks;
import org.huiling.input.Fault;
import org.huiling.input.JsonFields;
import org.huiling.input.ShapeFault;

/**
 * Notes what is wrong or odd about a person among the errors and warnings of an input.
 */
final class JsonRemarks implements Remarks {

	private final JsonFields person;

	private final Warnings warnings;

	private final Predicate<String> stands;

	private final int before;

	JsonRemarks(JsonFields person, Warnings warnings, Predicate<String> stands) {
		this.person = person;
		this.warnings = warnings;
		this.stands = stands;
		this.before = person.errorCount();
	}

	/** Whether anything of the person was refused. */
	boolean areErrors() {
		return this.person.errorCount() > this.before;
	}

	@Override
	public void missing(String path) {
		this.person.refuse(path, ShapeFault.REQUIRED);
	}

	@Override
	public void twice(String path, String first) {
		RecordFault fault = path.startsWith("claims[") ? RecordFault.DUPLICATE_CLAIM : RecordFault.DUPLICATE_ITEM;
		this.person.refuse(path, fault, this.person.path(first));
	}

	@Override
	public void refused(String path, Remark remark) {
		if (!this.stands.test(path)) {
			this.person.refuse(path, new Declared(remark.code()), arguments(remark));
		}
	}

	@Override
	public void odd(String path, Remark remark) {
		this.warnings.add(remark.code(), this.person.path(path), arguments(remark));
	}

	/** What is said in both languages, then the full paths it mentions. */
	private Object[] arguments(Remark remark) {
		List<Object> arguments = new ArrayList<>();
		arguments.add(remark.message().zh());
		arguments.add(remark.message().en());
		remark.mentions().forEach((path) -> arguments.add(this.person.path(path)));
		return arguments.toArray();
	}

	/** A fault that a fact file declares: facts that cannot be together. */
	private record Declared(String name) implements Fault {

		@Override
		public int status() {
			return 422;
		}

	}

}

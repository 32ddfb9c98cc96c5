package org.huiling.peoplelist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.huiling.decision.assessment.AssessmentWriter;

/**
 * Answers as {@code POST /assessments} gives them, a line for each person and period,
 * with the number of the person's line before them.
 */
public final class JsonAnswers implements AnswerFile<byte[]> {

	private final OutputStream out;

	private final AssessmentWriter writer;

	private final Locale locale;

	/**
	 * Begins.
	 * @param out takes the file
	 * @param messages words of whoever reads it
	 */
	public JsonAnswers(OutputStream out, ServiceWords messages) {
		this.out = out;
		this.writer = messages.answers();
		this.locale = messages.locale();
	}

	@Override
	public byte[] rendered(AssessedLine line) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		String person = "{\"line\":" + line.number()
				+ ((line.fileNumber() != null) ? ",\"fileNumber\":\"" + line.fileNumber() + "\"" : "") + ",";
		for (AssessedLine.Answer answer : line.answers()) {
			bytes.writeBytes(person.getBytes(StandardCharsets.UTF_8));
			byte[] object = this.writer.write(answer.asked(), answer.assessed(), this.locale);
			// goes on in the object that begins with the person
			bytes.write(object, 1, object.length - 1);
			bytes.write('\n');
		}
		return bytes.toByteArray();
	}

	@Override
	public void write(byte[] rendered) throws IOException {
		this.out.write(rendered);
	}

	@Override
	public void end() throws IOException {
		this.out.flush();
	}

}

package org.huiling.command.assess;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;

import org.huiling.command.terminal.CommandFailure;
import org.huiling.peoplelist.AnswerFile;
import org.huiling.peoplelist.CsvAnswers;
import org.huiling.peoplelist.JsonAnswers;
import org.huiling.peoplelist.ServiceWords;
import org.jspecify.annotations.Nullable;

/** How a file of answers is written. */
enum AnswerForm {

	/** A row for each answer. */
	CSV {

		@Override
		AnswerFile<?> begin(OutputStream out, ServiceWords messages) throws IOException {
			return new CsvAnswers(out, messages.locale());
		}

	},

	/** The whole answer about a person and a period on each line. */
	JSONL {

		@Override
		AnswerFile<?> begin(OutputStream out, ServiceWords messages) {
			return new JsonAnswers(out, messages);
		}

	},

	/** The rows of csv in a workbook. */
	XLSX {

		@Override
		AnswerFile<?> begin(OutputStream out, ServiceWords messages) {
			return new WorkbookAnswers(out, messages.locale());
		}

	};

	/** The form that the name of a file asks for; csv where there is none. */
	static AnswerForm of(@Nullable String file) {
		if (file == null) {
			return CSV;
		}
		String name = file.toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((form) -> name.endsWith("." + form.name().toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> CommandFailure.wrongCall("-o is a file .csv, .jsonl or .xlsx"));
	}

	/** Begins a file. */
	abstract AnswerFile<?> begin(OutputStream out, ServiceWords messages) throws IOException;

}

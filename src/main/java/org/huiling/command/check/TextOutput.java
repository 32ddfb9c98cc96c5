package org.huiling.command.check;

import java.io.PrintStream;
import java.util.Locale;

import org.huiling.applicant.RecordJson;
import org.huiling.command.terminal.Unreadable;
import org.huiling.engine.Bilingual;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.peoplelist.ServiceWords;

/** For people: a line for each problem, in the language of the terminal. */
public final class TextOutput implements CheckOutput {

	private static final Bilingual ACCEPTED = new Bilingual("已接受：", "accepted: ");

	private final PrintStream out;

	private final boolean colours;

	private final Locale locale = Locale.getDefault();

	TextOutput(PrintStream out, boolean colours) {
		this.out = out;
		this.colours = colours;
	}

	@Override
	public void report(String directory, CheckReport report) {
		for (Problem problem : report.problems()) {
			String code = (problem.severity() == Severity.ERROR) ? colour("31", problem.code())
					: colour("33", problem.code());
			this.out.println(plain(directory + "/" + problem.file()) + ":" + problem.line() + ":" + problem.column()
					+ cell(problem) + " " + code + " " + plain(problem.message().in(this.locale))
					+ ((problem.hint() != null) ? " — " + plain(problem.hint().in(this.locale)) : ""));
			if (problem.excerpt() != null) {
				this.out.println("    " + plain(problem.excerpt()));
			}
		}
		report.findings().forEach((finding) -> finding(directory, finding));
		long passed = report.examples().stream().filter((one) -> one.passed()).count();
		this.out.println(plain(directory) + ": " + (report.ok() ? colour("32", "ok") : colour("31", "not ok")) + ", "
				+ report.coverage().size() + " rules, " + passed + " of " + report.examples().size()
				+ " examples pass");
	}

	private void finding(String directory, Finding finding) {
		String kind = colour(finding.stands() ? "31" : "33", finding.kind().name());
		this.out.println(plain(directory) + ": " + kind + " " + plain(finding.message().in(this.locale)));
		if (finding.accepted() != null) {
			this.out.println("    " + ACCEPTED.in(this.locale) + finding.accepted().in(this.locale));
		}
		else if (finding.counterexample() != null) {
			this.out.println("    " + finding.period() + " " + RecordJson.of(finding.counterexample()));
		}
	}

	private static String cell(Problem problem) {
		return (problem.cell() != null) ? " [" + problem.cell() + "]" : "";
	}

	@Override
	public void unreadable(String directory, Exception reason) {
		this.out
			.println(plain(directory) + ": " + colour("31", "cannot be read") + ": " + plain(Unreadable.says(reason)));
	}

	/** What a file or a name holds says nothing to the terminal. */
	public static String plain(String text) {
		return ServiceWords.plain(text);
	}

	private String colour(String code, String text) {
		return this.colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
	}

}

package org.huiling.web.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.payment.result.ResultFiles;
import org.huiling.payment.result.ResultsTaken;
import org.huiling.payment.roster.view.LineFilter;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.StreamedBody;
import org.huiling.web.Identifiers;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 银行结果: the bank's file is first only looked at, with what it would come to and every row
 * that disagrees; then it is taken as it was shown, whole. The page's script sends it as
 * it is. What became of a single line is typed beside it.
 */
@Controller
class ResultPages {

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	/** The columns of a file of one row. */
	private static final String HEADER = "line,result,reason,day\n";

	private final ResultFiles files;

	ResultPages(ResultFiles files) {
		this.files = files;
	}

	@StreamedBody
	@PostMapping(path = "/rosters/{id}/results", consumes = { CSV, XLSX }, params = "dryRun=true")
	String look(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) throws IOException {
		model.addAttribute("id", id);
		model.addAttribute("result", this.files.look(Identifiers.roster(id), request.getInputStream(), locale));
		return "web/operations/results :: result";
	}

	@StreamedBody
	@PostMapping(path = "/rosters/{id}/results", consumes = { CSV, XLSX })
	String take(@PathVariable String id, @RequestParam String digest, HttpServletRequest request,
			RedirectAttributes next, Locale locale) throws IOException {
		ResultsTaken taken = this.files.take(Identifiers.roster(id), request.getInputStream(), digest, locale);
		next.addFlashAttribute("taken", Map.of("accepted", taken.accepted(), "known", taken.known()));
		return "redirect:/rosters/{id}";
	}

	/** What the bank says of one line on the telephone, as a file of one row. */
	@PostMapping("/rosters/{id}/lines/{line}/result")
	String one(@PathVariable String id, @PathVariable String line, @RequestParam Map<String, String> form,
			RedirectAttributes next, Locale locale) {
		UUID roster = Identifiers.roster(id);
		String result = form.getOrDefault("result", "").strip();
		if (result.isEmpty()) {
			throw new InvalidInput(400, List.of(FieldError.of("result", "REQUIRED")));
		}
		String row = Stream.of(line, result, form.getOrDefault("reason", ""), form.getOrDefault("day", ""))
			.map(ResultPages::cell)
			.collect(Collectors.joining(","));
		InputStream file = new ByteArrayInputStream((HEADER + row + "\n").getBytes(StandardCharsets.UTF_8));
		try {
			ResultsTaken taken = this.files.take(roster, file, null, locale);
			next.addFlashAttribute("taken", Map.of("accepted", taken.accepted(), "known", taken.known()));
		}
		catch (InvalidInput wrong) {
			throw new InvalidInput(wrong.status(), wrong.errors().stream().map(ResultPages::ofForm).toList());
		}
		LineFilter shown = LineFilter.typed(form.get("shown"), form.get("looked"));
		next.addFlashAttribute(RosterPages.LOOKED, shown.looked());
		// without a place on the page: a browser that is there already would not load it
		// anew
		return "redirect:/rosters/" + roster + "?" + ((shown.result() != null) ? "result=" + shown.result() + "&" : "")
				+ "page=" + page(form.getOrDefault("page", ""));
	}

	private static String cell(String text) {
		return '"' + text.replaceAll("\\p{Cntrl}", " ").strip().replace("\"", "\"\"") + '"';
	}

	/** Nobody sent a file with rows. */
	private static FieldError ofForm(FieldError error) {
		return new FieldError(error.field().replaceFirst("^rows\\[\\d+]\\.?", ""), error.code(), error.arguments());
	}

	private static String page(String typed) {
		return typed.matches("\\d{1,6}") ? typed : "0";
	}

	@StreamedBody
	@PostMapping(path = "/rosters/{id}/results/refused", consumes = { CSV, XLSX })
	void refused(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Locale locale)
			throws IOException {
		this.files.refused(Identifiers.roster(id), request.getInputStream(), () -> {
			response.setContentType(CSV);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\"");
			return response.getOutputStream();
		}, locale);
	}

}

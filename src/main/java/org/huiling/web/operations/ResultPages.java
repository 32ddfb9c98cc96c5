package org.huiling.web.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.payment.result.ResultFiles;
import org.huiling.payment.result.ResultsTaken;
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
 * it is.
 */
@Controller
class ResultPages {

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

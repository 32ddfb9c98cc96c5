package org.huiling.web.casework;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.applicant.ImportMode;
import org.huiling.applicant.PeopleImport;
import org.huiling.facts.Subject;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.problem.StreamedBody;
import org.huiling.web.FieldNames;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 批量导入: a file is first only looked at, with what would be refused and why; then what is
 * right is taken. Of people on file it shows what would change. The page's script sends
 * the file as it is and shows how far it came.
 */
@Controller
class ImportPage {

	private static final int BAD_REQUEST = 400;

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final String NDJSON = "application/x-ndjson";

	private final PeopleImport imports;

	private final FieldNames names;

	private final ChangeWords words;

	ImportPage(PeopleImport imports, FieldNames names, ChangeWords words) {
		this.imports = imports;
		this.names = names;
		this.words = words;
	}

	@GetMapping("/people/import")
	String begin() {
		return "web/casework/import";
	}

	@StreamedBody
	@PostMapping(path = "/people/import", consumes = { CSV, XLSX, NDJSON })
	String run(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
			@RequestParam(defaultValue = "true") boolean dryRun, @RequestParam(defaultValue = "ADD") ImportMode mode,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate validFrom, HttpServletRequest request,
			Model model, Locale locale) throws IOException {
		if (mode.updates() && validFrom == null) {
			// from birth on would rewrite what was true for years
			throw new InvalidInput(BAD_REQUEST, List.of(FieldError.of("validFrom", "REQUIRED")));
		}
		boolean table = !NDJSON.equals(type.getType() + "/" + type.getSubtype());
		model.addAttribute("result",
				this.imports.run(table, type.getCharset(), mode, validFrom, dryRun, request.getInputStream(), locale));
		model.addAttribute("names", this.names);
		model.addAttribute("words", this.words);
		model.addAttribute("locale", locale);
		return "web/casework/import :: result";
	}

	@GetMapping("/people/import/template")
	ResponseEntity<byte[]> template(@RequestParam(defaultValue = "person") String subject, Locale locale) {
		Subject about = Objects.requireNonNullElse(Subject.of(subject), Subject.PERSON);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + ((about == Subject.PERSON) ? "applicants" : "organisations") + ".csv\"")
			.contentType(MediaType.parseMediaType(CSV + ";charset=UTF-8"))
			.body(this.imports.template(about, locale));
	}

	@GetMapping("/people/import/{id}/refused")
	void refused(@PathVariable String id, HttpServletResponse response, Locale locale) throws IOException {
		this.imports.refused(run(id), (table) -> {
			response.setContentType(table ? CSV : "application/x-ndjson");
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"refused." + (table ? "csv" : "ndjson") + "\"");
			return response.getOutputStream();
		}, locale);
	}

	private static UUID run(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound("IMPORT_NOT_FOUND");
		}
	}

}

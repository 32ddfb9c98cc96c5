package org.huiling.decision.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices over HTTP, for the printer. */
@Tag(name = "decisions")
@RestController
class NoticeController {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private static final Map<String, Locale> LANGUAGES = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

	private final NoticeWriter writer;

	private final ITemplateEngine templates;

	NoticeController(NoticeWriter writer, ITemplateEngine templates) {
		this.writer = writer;
		this.templates = templates;
	}

	@Operation(operationId = "getNotice", summary = "通知书 · the notice of a decision as a page of A4",
			description = "lang is zh or en; absent, as Accept-Language says, Chinese by default")
	@ApiResponse(responseCode = "200", description = "a page of A4",
			content = @Content(schema = @Schema(type = "string")))
	@GetMapping(path = "/api/v1/decisions/{id}/notice", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<byte[]> notice(@PathVariable String id, @RequestParam @Nullable String lang, Locale accepted,
			@Parameter(hidden = true) HttpServletRequest request) {
		Locale locale = (lang != null) ? LANGUAGES.get(lang) : accepted;
		if (locale == null) {
			throw new InvalidInput(400, List.of(FieldError.of("lang", "UNKNOWN_CODE", "zh, en")));
		}
		Notice notice = this.writer.notice(DecisionQueries.id(id), locale);
		Context context = new Context(locale,
				Map.of("notice", notice, "stylesheet", request.getContextPath() + "/css/notice.css"));
		return ResponseEntity.ok()
			.contentType(HTML)
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
			.cacheControl(CacheControl.noStore())
			.body(this.templates.process("notice", context).getBytes(StandardCharsets.UTF_8));
	}

}

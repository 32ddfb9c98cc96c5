package org.huiling.web.policy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import org.huiling.policy.drafts.Drafts;
import org.huiling.problem.Refusal;
import org.huiling.web.Identifiers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/**
 * 决策表: the tables of a draft, changed cell by cell, or taken home as a workbook and
 * brought back.
 */
@Controller
class TablePages {

	private final Drafts drafts;

	private final FileText texts;

	private final JsonMapper json;

	TablePages(Drafts drafts, FileText texts, JsonMapper json) {
		this.drafts = drafts;
		this.texts = texts;
		this.json = json;
	}

	@PostMapping("/drafts/{id}/grid")
	String write(@PathVariable String id, @RequestParam int revision, @RequestParam String path,
			@RequestParam String rows) {
		UUID draft = Identifiers.draft(id);
		this.drafts.put(draft, revision, path, changed(draft, path, rows));
		return to(path);
	}

	/** While somebody types: what is wrong with it now; nothing is kept. */
	@PostMapping("/drafts/{id}/grid/look")
	String look(@PathVariable String id, @RequestParam String path, @RequestParam String rows, Model model,
			Locale locale) {
		UUID draft = Identifiers.draft(id);
		model.addAttribute("report", CheckView.of(this.drafts.look(draft, path, changed(draft, path, rows)), locale));
		model.addAttribute("draft", this.drafts.view(draft));
		return "web/policy/parts :: problems";
	}

	private byte[] changed(UUID draft, String path, String rows) {
		CellTable table = this.texts.table(path, content(draft, path));
		return SentRows.write(table, rows, this.json).getBytes(StandardCharsets.UTF_8);
	}

	private byte[] content(UUID draft, String path) {
		byte[] content = this.drafts.files(draft).get(path);
		if (content == null) {
			throw Refusal.notFound("DRAFT_FILE_NOT_FOUND", path);
		}
		return content;
	}

	/** A file as it is. */
	@GetMapping("/drafts/{id}/files/content")
	ResponseEntity<byte[]> content(@PathVariable String id, @RequestParam String path) {
		byte[] content = content(Identifiers.draft(id), path);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(content);
	}

	/** A file as it comes from somebody's computer. */
	@PostMapping("/drafts/{id}/files/content")
	String bring(@PathVariable String id, @RequestParam int revision, @RequestParam String path,
			@RequestBody(required = false) byte @Nullable [] content) {
		this.drafts.put(Identifiers.draft(id), revision, path, (content != null) ? content : new byte[0]);
		return to(path);
	}

	private static String to(String path) {
		return "redirect:/drafts/{id}/files?path=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8);
	}

}

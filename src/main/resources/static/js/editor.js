/* The editor of policy files over the plain text field, which stays what is sent. */
(() => {
	"use strict";

	const field = document.getElementById("source");
	if (!field || !window.ace) {
		return;
	}
	const place = document.createElement("div");
	place.className = "ace-place";
	field.before(place);
	field.hidden = true;
	const ace = window.ace;
	ace.config.set("useStrictCSP", true);
	ace.config.set("loadWorkerFromBlob", false);
	const editor = ace.edit(place, {
		value: field.value,
		readOnly: field.readOnly,
		theme: "ace/theme/textmate",
		mode: "ace/mode/" + field.dataset.mode,
		useWorker: false,
		useSoftTabs: true,
		tabSize: 4,
		minLines: 16,
		maxLines: 40,
		fontSize: 15,
		showPrintMargin: false,
		enableKeyboardAccessibility: true,
	});
	editor.session.setNewLineMode("unix");
	editor.textInput.getElement().setAttribute("aria-label", field.dataset.file);

	const beside = () => {
		const lines = document.querySelectorAll("#problems [data-line]");
		editor.session.setAnnotations(Array.from(lines).filter((line) => line.dataset.file === field.dataset.file).map((line) => ({
			row: Number(line.dataset.line) - 1,
			column: Number(line.dataset.column) - 1,
			text: line.textContent.replace(/\s+/g, " ").trim(),
			type: line.dataset.error === "true" ? "error" : "warning",
		})));
	};

	let waiting = 0;
	editor.session.on("change", () => {
		field.value = editor.getValue();
		clearTimeout(waiting);
		waiting = setTimeout(() => window.htmx.trigger(field, "look"), 700);
	});
	/* From a problem in the list to its line, also from another page. */
	const toLine = () => {
		const line = /^#line-(\d+)$/.exec(window.location.hash);
		if (line) {
			editor.gotoLine(Number(line[1]), 0, false);
			editor.focus();
			place.scrollIntoView({ block: "nearest" });
		}
	};

	document.addEventListener("click", (event) => {
		const problem = event.target.closest("#problems [data-line] a") && event.target.closest("[data-line]");
		if (problem && problem.dataset.file === field.dataset.file) {
			event.preventDefault();
			window.history.replaceState(null, "", "#line-" + problem.dataset.line);
			toLine();
		}
	});
	window.addEventListener("hashchange", toLine);
	document.addEventListener("htmx:afterSwap", beside);
	beside();
	toLine();
})();

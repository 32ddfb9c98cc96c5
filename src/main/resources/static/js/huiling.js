/* What the pages need beyond htmx: no session is lost with what was typed, and errors are seen. */
(() => {
	"use strict";

	let waiting = null;

	/* A page that stayed open while its reader signed in elsewhere finds the new token in the cookie. */
	const token = () => {
		const found = document.cookie.match(/(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/);
		return found ? decodeURIComponent(found[1]) : "";
	};

	const signInAgain = (retry) => {
		waiting = retry;
		document.getElementById("session-ended").showModal();
	};

	document.addEventListener("htmx:configRequest", (event) => {
		if (event.detail.verb !== "get") {
			event.detail.headers["X-XSRF-TOKEN"] = token();
			delete event.detail.parameters._csrf;
		}
	});

	document.addEventListener("htmx:responseError", (event) => {
		if (event.detail.xhr.status === 401) {
			const source = event.detail.elt;
			const trigger = event.detail.requestConfig.triggeringEvent;
			signInAgain(() => window.htmx.trigger(source, trigger ? trigger.type : "submit"));
		}
	});

	document.addEventListener("htmx:sendError", () => {
		const place = document.getElementById("problem");
		place.replaceChildren(document.getElementById("no-connection").content.cloneNode(true));
		place.scrollIntoView({ block: "nearest" });
	});

	document.addEventListener("htmx:beforeRequest", () => {
		document.getElementById("problem").replaceChildren();
	});

	document.addEventListener("htmx:afterSwap", (event) => {
		const target = event.detail.target;
		if (target && target.id === "problem" && target.firstElementChild) {
			target.scrollIntoView({ block: "nearest" });
			target.firstElementChild.focus();
		}
		const marked = target && target.querySelector("[data-focus]");
		if (marked) {
			marked.focus();
		}
	});

	/* On a phone the rows of a wide table stand one below the other, each cell with its column's name. */
	const label = () => {
		document.querySelectorAll(".wide > table:not(.grid)").forEach((table) => {
			const head = table.tHead && table.tHead.rows.length === 1 ? Array.from(table.tHead.rows[0].cells) : [];
			if (!head.length || head.some((cell) => cell.colSpan > 1)) {
				return;
			}
			table.classList.add("stacked");
			Array.from(table.tBodies).flatMap((body) => Array.from(body.rows)).forEach((row) => {
				Array.from(row.cells).forEach((cell, at) => {
					const named = head[at] && row.cells.length === head.length && !head[at].querySelector(".hidden-label");
					if (named && (cell.textContent.trim() || cell.querySelector("input, select, button, img, svg"))) {
						cell.dataset.label = head[at].textContent.trim();
					}
				});
			});
		});
	};

	document.addEventListener("htmx:afterSwap", label);
	label();

	document.addEventListener("click", (event) => {
		const clicked = event.target.closest("[data-do]");
		if (!clicked) {
			return;
		}
		if (clicked.dataset.do === "print") {
			window.print();
		}
		else if (clicked.dataset.do === "retry") {
			document.getElementById("session-ended").close();
			const retry = waiting;
			waiting = null;
			if (retry) {
				retry();
			}
		}
		else if (clicked.dataset.do === "take") {
			send(clicked.dataset.digest ? "?digest=" + encodeURIComponent(clicked.dataset.digest) : "?dryRun=false" + looked.asked);
		}
		else if (clicked.dataset.do === "refused") {
			send("/refused", (request) => save(request.response, "refused.csv"));
		}
		else if (clicked.dataset.do === "close") {
			clicked.closest("dialog").close();
		}
	});

	/* What the form says about the file: what it is for, and from when on it holds. */
	const asked = (form) => {
		const mode = form.querySelector("[name='mode']:checked");
		const from = form.querySelector("[name='validFrom']");
		return (mode ? "&mode=" + mode.value : "") + (from && from.value ? "&validFrom=" + from.value : "");
	};

	/* A list that is sent at once, with all that the form says. */
	const said = (form) => {
		const fields = new URLSearchParams(new FormData(form));
		fields.delete("_csrf");
		return "?" + fields;
	};

	/* The file that was looked at last, and what the form said about it: that, and nothing chosen since, is taken. */
	let looked = null;

	const save = (content, name) => {
		const link = document.createElement("a");
		link.href = URL.createObjectURL(content);
		link.download = name;
		link.click();
		URL.revokeObjectURL(link.href);
	};

	const tell = (template) => {
		document.getElementById("problem").replaceChildren(document.getElementById(template).content.cloneNode(true));
		document.getElementById("problem").scrollIntoView({ block: "nearest" });
	};

	/* A file that was saved again since it was chosen cannot be read any more, and the browser sends nothing. */
	const unsent = (file) => {
		file.slice(0, 1).arrayBuffer().then(() => tell("no-connection"), () => tell("file-changed"));
	};

	const put = (place, html) => {
		place.innerHTML = html;
		const banner = place.querySelector("[tabindex='-1']");
		if (banner) {
			banner.focus();
			banner.scrollIntoView({ block: "nearest" });
		}
	};

	const answered = (request, again) => {
		const next = request.getResponseHeader("HX-Redirect");
		if (request.status === 401) {
			signInAgain(again);
		}
		else if (request.status === 0) {
			unsent(looked.file);
		}
		else if (next) {
			window.location.assign(next);
		}
		else if (request.status < 400) {
			put(document.getElementById("uploaded"), request.responseText);
		}
		else {
			put(document.getElementById("problem"), request.responseText);
		}
	};

	/* A file is sent as it is; the service reads it as it comes, so what is sent is nearly what is done. */
	const send = (what, download) => {
		const progress = document.getElementById("upload-progress");
		const percent = document.getElementById("upload-percent");
		const buttons = document.querySelectorAll("[data-upload] button, #uploaded button");
		const show = (share) => {
			progress.querySelector("progress").value = share;
			percent.textContent = share + " %";
		};
		const request = new XMLHttpRequest();
		request.open("POST", looked.action + what);
		request.responseType = download ? "blob" : "";
		request.setRequestHeader("Content-Type", /\.(ndjson|jsonl)$/i.test(looked.file.name) ? "application/x-ndjson" : "text/csv");
		request.setRequestHeader("X-XSRF-TOKEN", token());
		request.setRequestHeader("HX-Request", "true");
		request.upload.addEventListener("progress", (event) => show(Math.floor((100 * event.loaded) / Math.max(event.total, 1))));
		request.addEventListener("loadend", () => {
			progress.hidden = true;
			buttons.forEach((button) => {
				button.disabled = false;
			});
			if (!download) {
				answered(request, () => send(what));
			}
			else if (request.status === 200) {
				download(request);
			}
			else if (request.status === 401) {
				signInAgain(() => send(what, download));
			}
			else if (request.status === 0) {
				unsent(looked.file);
			}
			else {
				request.response.text().then((html) => put(document.getElementById("problem"), html));
			}
		});
		document.getElementById("problem").replaceChildren();
		buttons.forEach((button) => {
			button.disabled = true;
		});
		show(0);
		progress.hidden = false;
		request.send(looked.file);
	};

	document.addEventListener("submit", (event) => {
		if (event.target.matches("[data-upload]")) {
			event.preventDefault();
			const file = event.target.querySelector("input[type=file]").files[0];
			if (file) {
				looked = { file, action: event.target.getAttribute("action"), asked: asked(event.target) };
				document.getElementById("uploaded").replaceChildren();
				send(event.target.dataset.upload === "once" ? said(event.target) : "?dryRun=true" + looked.asked);
			}
		}
	});

	/* What was shown is of another file now, or was asked for otherwise. */
	document.addEventListener("change", (event) => {
		const form = event.target.closest("[data-upload]");
		if (form) {
			document.getElementById("uploaded").replaceChildren();
			const mode = form.querySelector("[name='mode']:checked");
			if (mode) {
				form.querySelector("[name='validFrom']").required = mode.value !== "ADD";
			}
		}
	});

	window.huiling = { token, signInAgain };
})();

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
		else if (clicked.dataset.do === "import") {
			send(document.getElementById("import"), false);
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

	/* A file is sent as it is; the service reads it as it comes, so what is sent is nearly what is done. */
	const send = (form, dryRun) => {
		const file = form.querySelector("input[type=file]").files[0];
		if (!file) {
			return;
		}
		const progress = document.getElementById("import-progress");
		const bar = progress.querySelector("progress");
		const percent = document.getElementById("import-percent");
		const buttons = document.querySelectorAll("#import button, #imported button");
		const show = (share) => {
			bar.value = share;
			percent.textContent = share + " %";
		};
		const request = new XMLHttpRequest();
		request.open("POST", form.getAttribute("action") + "?dryRun=" + dryRun + asked(form));
		request.setRequestHeader("Content-Type", /\.(ndjson|jsonl)$/i.test(file.name) ? "application/x-ndjson" : "text/csv");
		request.setRequestHeader("X-XSRF-TOKEN", token());
		request.setRequestHeader("HX-Request", "true");
		request.upload.addEventListener("progress", (event) => show(Math.floor((100 * event.loaded) / Math.max(event.total, 1))));
		request.addEventListener("loadend", () => {
			progress.hidden = true;
			buttons.forEach((button) => {
				button.disabled = false;
			});
			const problem = document.getElementById("problem");
			if (request.status === 401) {
				signInAgain(() => send(form, dryRun));
			}
			else if (request.status === 0) {
				problem.replaceChildren(document.getElementById("no-connection").content.cloneNode(true));
			}
			else {
				const place = request.status < 400 ? document.getElementById("imported") : problem;
				place.innerHTML = request.responseText;
				const banner = place.querySelector("[tabindex='-1']");
				if (banner) {
					banner.focus();
				}
			}
		});
		document.getElementById("problem").replaceChildren();
		document.getElementById("imported").replaceChildren();
		buttons.forEach((button) => {
			button.disabled = true;
		});
		show(0);
		progress.hidden = false;
		request.send(file);
	};

	document.addEventListener("submit", (event) => {
		if (event.target.matches("[data-import]")) {
			event.preventDefault();
			send(event.target, true);
		}
	});

	window.huiling = { token, signInAgain };
})();

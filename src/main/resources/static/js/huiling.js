/* What the pages need beyond htmx: no session is lost with what was typed, and errors are seen. */
(() => {
	"use strict";

	let waiting = null;

	/* A page that stayed open while its reader signed in elsewhere finds the new token in the cookie. */
	const token = () => {
		const found = document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
		return found ? decodeURIComponent(found.slice("XSRF-TOKEN=".length)) : "";
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
		else if (clicked.dataset.do === "close") {
			clicked.closest("dialog").close();
		}
	});

	window.huiling = { token, signInAgain };
})();

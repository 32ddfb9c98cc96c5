/* Forms ask only for what applies to the other answers, as the fact files say. What a field held when it went is not sent, and told; it comes back with the answer. */
(() => {
	"use strict";

	const NOTHING = Symbol("there is no such value");

	const inputs = (form, fact) => Array.from(form.querySelectorAll("[name='" + CSS.escape(fact) + "']"));

	/* What was answered; undefined if nothing was. */
	const answer = (form, fact) => {
		const given = inputs(form, fact).filter((input) => !["radio", "checkbox"].includes(input.type) || input.checked);
		return given.map((input) => input.value.trim()).find((value) => value !== "");
	};

	const isGone = (form, fact) => {
		const place = form.querySelector("[data-fact='" + CSS.escape(fact) + "']");
		return place !== null && place.dataset.gone === "true";
	};

	const order = (as, value) => {
		if (as === "number") {
			const number = Number(value.replace(/[,，]/g, ""));
			return Number.isNaN(number) ? undefined : number;
		}
		return as === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : value;
	};

	const compared = (form, when) => {
		const given = isGone(form, when.fact) ? NOTHING : answer(form, when.fact);
		if (given === NOTHING || (given === undefined && when.none)) {
			return when.is === "!=";
		}
		const left = given === undefined ? undefined : order(when.as, given);
		const right = order(when.as, when.than);
		if (left === undefined || right === undefined) {
			return null;
		}
		return { "==": left === right, "!=": left !== right, "<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right }[when.is];
	};

	/* true, false, or null for unknown. */
	const holds = (form, when) => {
		if (when === null || typeof when === "boolean") {
			return when;
		}
		if (when.fact) {
			return compared(form, when);
		}
		if ("not" in when) {
			const inner = holds(form, when.not);
			return inner === null ? null : !inner;
		}
		const settles = "any" in when;
		const parts = (when.any || when.all).map((part) => holds(form, part));
		return parts.includes(settles) ? settles : parts.includes(null) ? null : !settles;
	};

	const show = (place, gone) => {
		const field = place.querySelector(".field");
		const question = place.closest(".question");
		const held = answer(place.closest("form"), place.dataset.fact) !== undefined;
		place.dataset.gone = gone;
		(question || field).hidden = gone;
		field.querySelectorAll("input, select, textarea").forEach((input) => {
			input.disabled = gone;
		});
		const lapsed = gone && held && question === null;
		place.querySelector("[data-lapsed]").hidden = !lapsed;
		const more = place.closest("details");
		if (more && lapsed) {
			more.open = true;
		}
	};

	/* What is on file out of place stays, so that it can be put right. */
	const settle = (form, opening) => {
		const places = Array.from(form.querySelectorAll("[data-asked-when]"));
		const before = () => places.map((place) => place.dataset.gone).join();
		for (let round = 0, last = null; round <= places.length && last !== before(); round++) {
			last = before();
			places.forEach((place) => {
				const fails = holds(form, JSON.parse(place.dataset.askedWhen)) === false;
				place.classList.remove("unasked");
				if (opening && fails && answer(form, place.dataset.fact) !== undefined) {
					place.dataset.kept = "true";
				}
				else if (!fails) {
					delete place.dataset.kept;
				}
				const gone = fails && place.dataset.kept !== "true";
				if (gone !== (place.dataset.gone === "true")) {
					show(place, gone);
				}
			});
		}
	};

	const forms = () => new Set(Array.from(document.querySelectorAll("form [data-asked-when]"), (place) => place.closest("form")));

	/* "None of these" and any of these exclude each other. */
	const alone = (box) => {
		if (box.type === "checkbox" && box.checked) {
			inputs(box.form, box.name).forEach((other) => {
				if (other !== box && (box.hasAttribute("data-none") || other.hasAttribute("data-none"))) {
					other.checked = false;
				}
			});
		}
	};

	document.addEventListener("change", (event) => {
		if (event.target.form && event.target.name) {
			alone(event.target);
			settle(event.target.form, false);
		}
	}, true);

	document.addEventListener("htmx:afterSettle", () => forms().forEach((form) => settle(form, false)));

	forms().forEach((form) => settle(form, true));
})();

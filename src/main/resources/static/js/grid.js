/* A decision table as a grid: rows come and go here, and what was changed is said in one field; the service writes the file. */
(() => {
	"use strict";

	/* A workbook is sent as it is. */
	document.addEventListener("submit", (event) => {
		const form = event.target;
		if (!form.dataset.bring) {
			return;
		}
		event.preventDefault();
		const file = form.querySelector("input[type=file]").files[0];
		const button = form.querySelector("button");
		const problem = document.getElementById("problem");
		const send = () => {
			const request = new XMLHttpRequest();
			request.open("POST", form.dataset.bring);
			request.setRequestHeader("Content-Type", "application/octet-stream");
			request.setRequestHeader("X-XSRF-TOKEN", window.huiling.token());
			request.setRequestHeader("HX-Request", "true");
			request.setRequestHeader("Accept", "text/html");
			request.addEventListener("loadend", () => {
				button.disabled = false;
				if (request.status === 401) {
					window.huiling.signInAgain(send);
				}
				else if (request.status === 0) {
					problem.replaceChildren(document.getElementById("no-connection").content.cloneNode(true));
				}
				else if (request.status < 400) {
					window.location.assign(request.getResponseHeader("HX-Redirect") || window.location.href);
				}
				else {
					problem.innerHTML = request.responseText;
					problem.firstElementChild.focus();
				}
			});
			problem.replaceChildren();
			button.disabled = true;
			request.send(file);
		};
		send();
	});

	const form = document.getElementById("grid-form");
	if (!form) {
		return;
	}
	const rows = document.getElementById("grid").tBodies[0].rows;
	const said = document.getElementById("grid-said");

	/* Which row of the file each was, and the cells that are no longer as there. */
	const tell = () => {
		form.elements.rows.value = JSON.stringify(Array.from(rows).map((row) => {
			const cells = {};
			row.querySelectorAll("input").forEach((input) => {
				if (input.value !== input.defaultValue) {
					cells[input.parentElement.dataset.column] = input.value;
				}
			});
			return row.dataset.from ? { from: Number(row.dataset.from), cells } : { cells };
		}));
	};

	const number = () => {
		Array.from(rows).forEach((row, at) => {
			row.cells[0].textContent = at + 1;
			row.querySelectorAll("[data-number]").forEach((label) => {
				label.textContent = at + 1;
			});
			row.querySelectorAll("input").forEach((input) => {
				input.setAttribute("aria-label", (at + 1) + " · " + input.dataset.title);
			});
		});
	};

	const unmark = (place) => {
		place.querySelectorAll(".wrong-because").forEach((note) => note.remove());
		place.querySelectorAll("[aria-invalid]").forEach((input) => {
			input.removeAttribute("aria-invalid");
			input.removeAttribute("aria-describedby");
		});
		place.querySelectorAll(".at-fault").forEach((cell) => cell.classList.remove("at-fault"));
	};

	const cellOf = (problem) => {
		const row = rows[Number(problem.dataset.line) - 1];
		return row && row.querySelector("[data-column='" + (Number(problem.dataset.column) - 1) + "']");
	};

	/* Each problem at its cell. */
	const beside = () => {
		unmark(form);
		document.querySelectorAll("#problems [data-line]").forEach((problem, at) => {
			const cell = problem.dataset.file === form.dataset.file && cellOf(problem);
			if (!cell) {
				return;
			}
			const note = document.createElement("span");
			note.className = "wrong-because";
			note.id = "grid-problem-" + at;
			note.textContent = problem.querySelector(".said").textContent;
			cell.append(note);
			cell.classList.add("at-fault");
			const input = cell.querySelector("input");
			if (input) {
				input.setAttribute("aria-describedby", note.id);
				if (problem.dataset.error === "true") {
					input.setAttribute("aria-invalid", "true");
				}
			}
		});
	};

	let waiting = 0;
	const changed = () => {
		tell();
		clearTimeout(waiting);
		waiting = setTimeout(() => window.htmx.trigger("#grid-look", "look"), 700);
	};

	const first = (row) => row && row.querySelector("input");

	const add = (row, after) => {
		unmark(row);
		after.after(row);
		number();
		said.textContent = said.dataset.added;
		first(row).focus();
		changed();
	};

	form.addEventListener("click", (event) => {
		const button = event.target.closest("[data-row]");
		if (!button) {
			return;
		}
		const row = button.closest("tr");
		if (button.dataset.row === "add") {
			add(document.getElementById("grid-row").content.querySelector("tr").cloneNode(true), rows[rows.length - 1]);
		}
		else if (button.dataset.row === "copy") {
			const copy = row.cloneNode(true);
			const typed = row.querySelectorAll("input");
			copy.querySelectorAll("input").forEach((input, at) => {
				input.value = typed[at].value;
			});
			add(copy, row);
		}
		else {
			const next = first(row.nextElementSibling) || first(row.previousElementSibling) || form.querySelector("[data-row='add']");
			row.remove();
			number();
			said.textContent = said.dataset.removed;
			next.focus();
			changed();
		}
	});

	form.addEventListener("input", changed);

	form.addEventListener("keydown", (event) => {
		const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
		if (!step || !event.target.matches("#grid input") || event.isComposing) {
			return;
		}
		event.preventDefault();
		const row = rows[event.target.closest("tr").sectionRowIndex + step];
		const input = row && row.querySelector("[data-column='" + event.target.parentElement.dataset.column + "'] input");
		if (input) {
			input.focus();
		}
	});

	/* From a problem in the list to its cell. */
	document.addEventListener("click", (event) => {
		const problem = event.target.closest("#problems [data-line] a") && event.target.closest("[data-line]");
		const input = problem && problem.dataset.file === form.dataset.file && cellOf(problem) && cellOf(problem).querySelector("input");
		if (input) {
			event.preventDefault();
			input.focus();
		}
	});

	document.addEventListener("htmx:afterSwap", beside);
	tell();
	form.querySelector("[data-save]").hidden = false;
	beside();
})();

"use strict";
// Nothing here is needed: every page works without it. It lets staff pick words with the mouse or the arrow keys,
// where the form would ask for their numbers, puts the cursor on what went wrong, rolls to where one is, and says when something new came.
(function () {
  const problem = document.querySelector(".problem");
  if (problem) problem.focus();

  // Where somebody is stands in sight, also in a row that rolls sideways and in a list that is longer than the screen.
  for (const here of document.querySelectorAll(".menu [aria-current], .tabs [aria-current], .list-beside [aria-current]")) {
    const row = here.closest(".menu, .tabs, .list-beside");
    const [inner, outer] = [here.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += inner.left - outer.left - 16;
    row.scrollTop += inner.top - outer.top - 16;
  }

  try {
    onePress();
  } catch {
    // A browser that keeps nothing for a page. The server holds it all the same.
  }

  // A double click is one press. The server holds that too; here the form is not even sent again, and the page that
  // comes does not take the second click for one on whatever stands there now.
  function onePress() {
    const place = "sayso-pressed";
    const before = (sessionStorage.getItem(place) || "").split(",").map(Number);
    let sent = null;
    let sentAt = 0;
    let at = [0, 0];

    document.addEventListener("click", (event) => {
      at = [Math.round(event.screenX), Math.round(event.screenY)];
      const isNear = Math.abs(at[0] - before[1]) < 5 && Math.abs(at[1] - before[2]) < 5;
      if (event.detail && isNear && Date.now() - before[0] < 700) {
        event.preventDefault();
        event.stopPropagation();
      }
    }, true);
    document.addEventListener("submit", (event) => {
      if (event.defaultPrevented || event.target.method !== "post") return;
      if (event.target === sent && Date.now() - sentAt < 3000) {
        event.preventDefault();
        return;
      }
      sent = event.target;
      sentAt = Date.now();
      sessionStorage.setItem(place, [sentAt, ...at].join(","));
    });
  }

  for (const field of document.querySelectorAll("textarea[data-kept]")) draft(field);

  // An answer is kept while it is written; where that fails, the browser asks before it leaves the words.
  function draft(field) {
    const button = field.form.querySelector("button[formaction]");
    const told = document.createElement("span");
    let kept = field.value;
    let isSent = false;
    let pause = 0;
    told.setAttribute("role", "status");
    told.className = "soft";
    button.after(told);
    field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(keep, 2000);
    });
    field.form.addEventListener("submit", () => {
      isSent = true;
      clearTimeout(pause);
    });
    window.addEventListener("beforeunload", (event) => {
      if (!isSent && field.value !== kept) event.preventDefault();
    });

    async function keep() {
      const words = field.value;
      const csrf = field.form.querySelector("input[name=csrf]").value;
      const body = new URLSearchParams({ csrf, words });
      const answer = await fetch(button.formAction, { method: "POST", body, redirect: "manual" }).catch(() => null);
      if (!answer || answer.type !== "opaqueredirect") return;
      kept = words;
      told.textContent = "Kept as a draft.";
    }
  }

  for (const coder of document.querySelectorAll("details.coder")) pickable(coder);

  for (const form of document.querySelectorAll("form.passkey")) if (window.PublicKeyCredential) keyed(form);

  const news = document.querySelector(".news");
  if (news) setInterval(look, 30000);

  // Somebody new waits: say so, and count it in the title. Nothing on the page moves, and nobody is kept signed in by it.
  async function look() {
    if (document.hidden) return;
    const answer = await fetch(document.body.dataset.news, { redirect: "manual" }).catch(() => null);
    if (!answer || !answer.ok) return;
    const now = await answer.json();
    const title = document.title.replace(/^\([^)]*\) /, "");
    document.title = now.waits ? "(" + (now.waits > 1000 ? "over 1,000" : now.waits) + ") " + title : title;
    if (now.latest <= Number(document.body.dataset.latest) || news.firstChild) return;
    const link = document.createElement("a");
    link.href = document.body.dataset.news.replace(/now\.json$/, "");
    link.textContent = "Something new came. Look at what waits now.";
    news.append(link);
  }

  for (const form of document.querySelectorAll("form.keys")) workKeys(form);

  // Keys of the page to work through. Whoever speaks to their computer can switch them off (WCAG 2.1.4).
  function workKeys(form) {
    const sheet = document.querySelector(".key-sheet");
    const turn = document.createElement("button");
    const isOff = () => window.localStorage.getItem("keys") === "off";
    const name = () => (turn.textContent = isOff() ? "Switch the keys on" : "Switch the keys off");

    turn.type = "button";
    turn.addEventListener("click", () => {
      window.localStorage.setItem("keys", isOff() ? "on" : "off");
      name();
    });
    name();
    sheet.append(turn);

    document.addEventListener("keydown", (event) => {
      if (isOff() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const isPicking = event.target.matches("input[type=checkbox]");
      if (event.target.closest("textarea, select, input") && !isPicking) return;
      if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
        event.preventDefault();
        press(form.querySelector("[data-key=s]"));
        return;
      }
      if (event.key === "h") hide(form);
      const target = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
      if (!target) return;
      event.preventDefault();
      press(target);
    });

    function press(target) {
      if (form.dataset.sent) return;
      if (target.matches("button, a")) form.dataset.sent = "yes";
      if (target.matches("summary")) target.parentElement.open = target.dataset.key === "m" || !target.parentElement.open;
      else target.click();
      if (target.dataset.key === "m") form.querySelector("#memo").focus();
      if (target.name === "theme" && target.checked) onlyOne(target);
    }

    function onlyOne(target) {
      const isNone = target.dataset.key === "0";
      for (const other of form.querySelectorAll("input[name=theme]:checked")) {
        if (other !== target && isNone !== (other.dataset.key === "0")) other.checked = false;
      }
    }

    form.addEventListener("change", (event) => {
      if (event.target.name === "theme" && event.target.checked) onlyOne(event.target);
    });
  }

  function hide(form) {
    const more = form.querySelector("#more");
    const picked = String(window.getSelection()).trim();
    if (!more || !picked) return;
    more.closest("details").open = true;
    more.value = [more.value.trim(), picked].filter(Boolean).join("\n");
  }

  function keyed(form) {
    const asked = JSON.parse(form.dataset.options);
    const isNew = form.dataset.does === "create";
    const told = document.createElement("p");
    told.setAttribute("role", "status");
    form.append(told);
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      const answer = form.querySelector("input[name=answer]");
      if (answer.value) return;
      event.preventDefault();
      try {
        const key = isNew
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
        answer.value = JSON.stringify(key.toJSON());
      } catch {
        told.textContent = isNew ? "No passkey was added. You can try again." : "No passkey was used. Try again, or use a code.";
        return;
      }
      form.submit();
    });
  }

  function pickable(coder) {
    const line = coder.querySelector(".numbered");
    const words = [...line.querySelectorAll(".word")];
    const from = coder.querySelector("input[name=from]");
    const to = coder.querySelector("input[name=to]");
    const told = document.createElement("p");
    let anchor = 0;
    let head = 0;

    if (!words.length) return;
    told.setAttribute("role", "status");
    told.className = "soft";
    line.after(told);
    line.tabIndex = 0;
    line.setAttribute("role", "application");
    line.setAttribute("aria-label", "Words. Arrow keys move, with Shift they pick more, Escape picks nothing.");

    function show() {
      const first = Math.min(anchor, head);
      const last = Math.max(anchor, head);
      words.forEach((word, place) => word.classList.toggle("picked", place + 1 >= first && place + 1 <= last));
      from.value = first || "";
      to.value = last || "";
      const picked = words.slice(Math.max(first - 1, 0), last).map((word) => word.firstChild.textContent);
      told.textContent = first ? picked.length + (picked.length === 1 ? " word: " : " words: ") + picked.join(" ") : "";
    }

    function move(step, isMore) {
      head = Math.min(Math.max((head || (step > 0 ? 0 : words.length + 1)) + step, 1), words.length);
      if (!isMore || !anchor) anchor = head;
      show();
    }

    function place(event) {
      const word = event.target.closest(".word");
      return word ? Number(word.dataset.n) : 0;
    }

    line.addEventListener("keydown", (event) => {
      const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 };
      if (event.key in steps) {
        event.preventDefault();
        move(steps[event.key], event.shiftKey);
      } else if (event.key === "Escape") {
        anchor = head = 0;
        show();
      }
    });
    line.addEventListener("pointerdown", (event) => {
      const number = place(event);
      if (!number) return;
      event.preventDefault();
      line.focus();
      head = number;
      if (!event.shiftKey || !anchor) anchor = number;
      show();
    });
    line.addEventListener("pointermove", (event) => {
      if (event.buttons !== 1 || !anchor || !place(event)) return;
      head = place(event);
      show();
    });
  }
})();

"use strict";
// Nothing here is needed: every page works without it. It keeps what is typed or picked but not stored yet, in this tab
// alone, so that a reload, Back, a lost line or Help now takes no words away. Old phones: nothing newer than ECMAScript 5.
(function () {
  var PREFIX = "sayso:";
  var main = document.getElementById("main");
  var form = document.getElementById("answer");
  var talk = form && form.getAttribute("data-talk");
  var key = talk && PREFIX + talk + ":" + form.elements.about.value;
  var problem = document.querySelector(".problem");
  var store;

  try {
    store = window.sessionStorage;
  } catch (refused) {
    store = null;
  }

  function drop(isDropped) {
    if (!store) return;
    Object.keys(store).forEach(function (name) {
      if (name.indexOf(PREFIX) === 0 && isDropped(name)) store.removeItem(name);
    });
  }

  function dropAll() {
    drop(function () { return true; });
  }

  function read(name) {
    try {
      return JSON.parse(store.getItem(name));
    } catch (unreadable) {
      return null;
    }
  }

  function fields() {
    return Array.prototype.slice.call(form.elements).filter(function (field) {
      return field.type === "radio" || field.type === "checkbox" || field.id === "text";
    });
  }

  function now() {
    var draft = { form: form.elements.form.value, text: "", picked: [] };
    fields().forEach(function (field) {
      if (field.id === "text") draft.text = field.value;
      else if (field.checked) draft.picked.push(field.value);
    });
    return draft;
  }

  function isSame(one, other) {
    return one.text === other.text && one.picked.join("\n") === other.picked.join("\n");
  }

  function show(draft) {
    fields().forEach(function (field) {
      if (field.id === "text") field.value = draft.text;
      else field.checked = draft.picked.indexOf(field.value) >= 0;
    });
  }

  function tell(id) {
    var line = document.getElementById(id);
    if (line) line.hidden = false;
    return line;
  }

  function keep(known) {
    var draft = now();
    try {
      if (isSame(draft, known)) store.removeItem(key);
      else store.setItem(key, JSON.stringify(draft));
    } catch (full) {
      return;
    }
  }

  function look() {
    var stored = /[?&]kept=([\w-]{43})/.exec(location.search);
    var here = main && main.getAttribute("data-here");
    var isEnd = !main || main.getAttribute("data-draft") === "end";
    drop(function (name) {
      var draft = read(name);
      if (!draft || (stored && draft.form === stored[1])) return true;
      if (isEnd) return name !== key;
      return Boolean(talk) && name.indexOf(PREFIX + talk + ":") !== 0;
    });
    // A page that came as the answer to a form gets the address of its question: Back then never asks to send it again.
    if (here && history.replaceState) history.replaceState(null, "", here);
  }

  function watch() {
    var isTyped = form.getAttribute("data-typed") !== null;
    var known = isTyped ? { text: "", picked: [] } : now();
    var draft = read(key);
    if (isTyped) keep(known);
    else if (draft && !isSame(draft, known)) {
      show(draft);
      tell("draft");
    }
    ["input", "change"].forEach(function (event) {
      form.addEventListener(event, function () { keep(known); });
    });
    form.addEventListener("submit", function (event) {
      keep(known);
      if (navigator.onLine === false && document.activeElement.value !== "help") {
        event.preventDefault();
        tell("offline").focus();
      }
    });
  }

  look();
  if (problem) problem.focus();
  if (store && key) watch();

  document.addEventListener("click", function (event) {
    if (event.target.className === "leave") dropAll();
  });
  document.addEventListener("submit", function (event) {
    if (event.target.getAttribute("action") === "/leave") dropAll();
  });
  // A page that the browser kept whole may be older than what is stored.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && form) location.reload();
  });
})();

"use strict";
// Nothing here is needed: every page works without it.
(function () {
  const problem = document.querySelector(".problem");
  if (problem) problem.focus();
})();

"use strict";
/* What every page of ours shares. Text reaches a page through textContent only. */
const feed = JSON.parse(document.getElementById("feed").textContent);

function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

function button(name, text, act) {
  const made = make("button", name, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function spaced(text) { return text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase(); }

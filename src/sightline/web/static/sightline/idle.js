// When nobody has touched the page for a while, cover it and ask for the password. What was typed stays in
// the page. Everything works without this file: the server locks the session by its own clock.
(function () {
  "use strict";
  var body = document.body;
  var limit = Number(body.dataset.idleMinutes) * 60000;
  if (!limit) return;
  var last = Date.now();
  var told = Date.now();
  var veil = null;

  function send(address, fields) {
    return fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-Requested-With": "sightline" },
      body: fields
    });
  }
  function form(pairs) {
    var fields = new FormData();
    fields.append("csrfmiddlewaretoken", body.dataset.token);
    Object.keys(pairs).forEach(function (name) { fields.append(name, pairs[name]); });
    return fields;
  }
  function touched() {
    if (veil) return;
    last = Date.now();
    if (last - told > 60000) {
      told = last;
      send(body.dataset.stillHere, form({}));
    }
  }
  function cover() {
    veil = document.createElement("div");
    veil.className = "lock-veil";
    veil.setAttribute("role", "dialog");
    veil.setAttribute("aria-modal", "true");
    veil.setAttribute("aria-labelledby", "veil-head");
    veil.innerHTML =
      '<form class="veil-in"><h1 id="veil-head">Locked, because nobody has used this page for a while</h1>' +
      '<p>What you typed is still here. Enter your password to go on.</p>' +
      '<p id="veil-said" role="status"></p>' +
      '<label class="nhsuk-label" for="veil-password">Password</label>' +
      '<p><input class="nhsuk-input" id="veil-password" type="password" autocomplete="current-password"></p>' +
      '<p><button class="button-first">Go on</button></p></form>';
    Array.prototype.forEach.call(body.children, function (part) { part.inert = true; });
    body.appendChild(veil);
    veil.querySelector("form").addEventListener("submit", open);
    veil.querySelector("input").focus();
    send(body.dataset.stillHere, form({ lock: "1" }));
  }
  function open(event) {
    event.preventDefault();
    send(body.dataset.locked, form({ password: veil.querySelector("input").value })).then(function (answer) {
      if (answer.status === 204) {
        veil.remove();
        veil = null;
        Array.prototype.forEach.call(body.children, function (part) { part.inert = false; });
        last = Date.now();
      } else if (answer.redirected || answer.status === 403) {
        location.reload();
      } else {
        veil.querySelector("#veil-said").textContent = "That is not your password. Try again.";
        veil.querySelector("input").focus();
      }
    });
  }
  ["keydown", "pointerdown", "scroll"].forEach(function (name) {
    document.addEventListener(name, touched, { passive: true });
  });
  setInterval(function () {
    if (!veil && Date.now() - last > limit) cover();
  }, 5000);
})();

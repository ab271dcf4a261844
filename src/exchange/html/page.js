(function () {
'use strict';
var all = function (what, within) { return Array.prototype.slice.call((within || document).querySelectorAll(what)); };
var byId = function (id) { return document.getElementById(id); };
var body = document.body;
body.classList.add('js');

/* Views: one at a time; the address says which. */
var views = all('.view'), started = false;
function open(name) {
  views.forEach(function (view) { view.classList.toggle('open', view.id === name); });
  all('nav a[data-view]').forEach(function (tab) {
    tab.setAttribute('aria-current', tab.dataset.view === name ? 'true' : 'false');
  });
  body.dataset.view = name;
  if (name === 'map' && picture && !started) { started = true; start(); }
}

/* The map: pan and zoom move the window that the picture is seen through. */
var picture = byId('picture');
var whole = picture && { w: +picture.dataset.width, h: +picture.dataset.height };
var seen = whole && { x: 0, y: 0, w: whole.w, h: whole.h };
var overview = byId('overview'), frame;
function look() {
  picture.setAttribute('viewBox', [seen.x, seen.y, seen.w, seen.h].join(' '));
  if (!frame) { return; }
  ['x', 'y', 'width', 'height'].forEach(function (name) { frame.setAttribute(name, seen[name[0]]); });
  picture.parentNode.classList.toggle('part', seen.w < whole.w * .95);
}
function fit() { seen = { x: 0, y: 0, w: whole.w, h: whole.h }; look(); }
function point(event) {
  var at = picture.createSVGPoint();
  at.x = event.clientX; at.y = event.clientY;
  return at.matrixTransform(picture.getScreenCTM().inverse());
}
function zoom(by, at) {
  var w = Math.min(whole.w * 2, Math.max(whole.w / 40, seen.w * by));
  by = w / seen.w;
  at = at || { x: seen.x + seen.w / 2, y: seen.y + seen.h / 2 };
  seen = { x: at.x - (at.x - seen.x) * by, y: at.y - (at.y - seen.y) * by, w: w, h: seen.h * by };
  look();
}
/* How large a letter is on the screen, in dots, where the picture is seen through a window of that width. */
function letters(w) { return 15 * Math.min(picture.clientWidth / w, picture.clientHeight / (w * whole.h / whole.w)); }
/* At first the whole map; where nobody could read that, the part round the card with the most links. */
function start() {
  fit();
  if (!picture.clientWidth || letters(whole.w) >= 8) { return; }
  var card = picture.querySelector('[data-card="' + picture.dataset.start + '"]');
  if (!card) { return; }
  zoom(letters(whole.w) / 9);
  centre(card);
  seen.x = Math.max(0, Math.min(seen.x, whole.w - seen.w));
  seen.y = Math.max(0, Math.min(seen.y, whole.h - seen.h));
  look();
}
function centre(card) {
  var box = card.getBBox();
  seen.x = box.x + box.width / 2 - seen.w / 2;
  seen.y = box.y + box.height / 2 - seen.h / 2;
  look();
}
function pan(x, y) { seen.x += x; seen.y += y; look(); }
function moveTo(card) {
  var box = card.getBBox();
  if (seen.w > box.width * 9) { zoom(box.width * 9 / seen.w); }
  centre(card);
}

/* A card and its links. */
function choose(name, bring) {
  var card = picture && picture.querySelector('[data-card="' + name + '"]');
  var text = byId(name);
  if (!card || !text) { return; }
  all('.self,.near', picture).forEach(function (g) { g.classList.remove('self', 'near'); });
  all('#chosen path', picture).forEach(function (path) {
    var on = path.dataset.from === name || path.dataset.to === name;
    path.classList.toggle('on', on);
    if (on) {
      [path.dataset.from, path.dataset.to].forEach(function (end) {
        var other = picture.querySelector('[data-card="' + end + '"]');
        if (other && other !== card) { other.classList.add('near'); }
      });
    }
  });
  card.classList.add('self');
  picture.classList.add('picked');
  var detail = byId('detail');
  detail.textContent = '';
  Array.prototype.forEach.call(text.childNodes, function (node) { detail.appendChild(node.cloneNode(true)); });
  detail.dataset.card = name;
  detail.parentNode.classList.add('with');
  if (bring) { moveTo(card); }
}
function leave() {
  if (!picture) { return; }
  picture.classList.remove('picked');
  all('.self,.near,.on', picture).forEach(function (g) { g.classList.remove('self', 'near', 'on'); });
  var detail = byId('detail');
  detail.textContent = '';
  delete detail.dataset.card;
  detail.parentNode.classList.remove('with');
}

if (picture) {
  var down = {}, moved = 0;
  var count = function () { return Object.keys(down).length; };
  picture.addEventListener('wheel', function (event) {
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, point(event));
  }, { passive: false });
  picture.addEventListener('pointerdown', function (event) {
    down[event.pointerId] = { x: event.clientX, y: event.clientY };
    moved = 0;
  });
  picture.addEventListener('pointermove', function (event) {
    var before = down[event.pointerId];
    if (!before) { return; }
    var scale = 1 / picture.getScreenCTM().a;
    var dx = event.clientX - before.x, dy = event.clientY - before.y;
    moved += Math.abs(dx) + Math.abs(dy);
    if (count() === 1 && moved > 4) { pan(-dx * scale, -dy * scale); }
    if (count() === 2) {
      var other = down[Object.keys(down).filter(function (id) { return +id !== event.pointerId; })[0]];
      var apart = function (a) { return Math.hypot(a.x - other.x, a.y - other.y) || 1; };
      zoom(apart(before) / apart({ x: event.clientX, y: event.clientY }));
    }
    down[event.pointerId] = { x: event.clientX, y: event.clientY };
  });
  ['pointerup', 'pointercancel', 'pointerleave'].forEach(function (name) {
    picture.addEventListener(name, function (event) { delete down[event.pointerId]; });
  });
  picture.addEventListener('click', function (event) {
    if (moved > 4) { return; }
    var card = event.target.closest('[data-card]');
    if (card) { choose(card.dataset.card); } else { leave(); }
  });
  var shape = 'http://www.w3.org/2000/svg';
  all('[data-card]', picture).forEach(function (card) {
    card.setAttribute('tabindex', '0');
    card.setAttribute('role', 'button');
    var own = card.querySelector('rect');
    if (own) { overview.appendChild(own.cloneNode(false)); }
  });
}

if (picture) {
  frame = document.createElementNS(shape, 'rect');
  frame.setAttribute('class', 'seen');
  overview.appendChild(frame);
  overview.addEventListener('click', function (event) {
    var box = overview.getBoundingClientRect();
    seen.x = (event.clientX - box.left) / box.width * whole.w - seen.w / 2;
    seen.y = (event.clientY - box.top) / box.height * whole.h - seen.h / 2;
    look();
  });
}

/* Journeys: one at a time, one step at a time. */
var journeys = all('.journey');
var at = 0, step = 0;
function steps() { return journeys.length ? all('.step', journeys[at]) : []; }
function show(journey, number) {
  at = journey;
  step = Math.max(0, Math.min(steps().length - 1, number));
  journeys.forEach(function (one, place) { one.classList.toggle('open', place === at); });
  all('.step').forEach(function (one) { one.classList.remove('open'); });
  var now = steps()[step];
  if (!now) { return; }
  now.classList.add('open');
  journeys[at].querySelector('output').textContent = (step + 1) + ' / ' + steps().length;
  all('.picks button').forEach(function (one, place) { one.setAttribute('aria-pressed', place === at ? 'true' : 'false'); });
}
if (journeys.length) {
  var picks = document.createElement('div');
  picks.className = 'picks';
  journeys.forEach(function (one, place) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = one.querySelector('h3').textContent;
    button.addEventListener('click', function () { show(place, 0); });
    picks.appendChild(button);
  });
  journeys[0].parentNode.insertBefore(picks, journeys[0]);
  show(0, 0);
}

document.addEventListener('click', function (event) {
  var button = event.target.closest('[data-do]');
  if (!button) { return; }
  var what = button.dataset.do;
  if (what === 'in') { zoom(1 / 1.4); }
  if (what === 'out') { zoom(1.4); }
  if (what === 'fit') { fit(); }
  if (what === 'back') { show(at, step - 1); }
  if (what === 'next') { show(at, step + 1); }
});
document.addEventListener('keydown', function (event) {
  if (event.ctrlKey || event.metaKey || event.altKey) { return; }
  var key = event.key, view = body.dataset.view;
  if (view === 'journeys' && (key === 'ArrowRight' || key === 'PageDown')) { show(at, step + 1); event.preventDefault(); }
  if (view === 'journeys' && (key === 'ArrowLeft' || key === 'PageUp')) { show(at, step - 1); event.preventDefault(); }
  if (view !== 'map' || !picture) { return; }
  if (key === 'Escape') { leave(); }
  if (key === '+') { zoom(1 / 1.4); }
  if (key === '-') { zoom(1.4); }
  if (key === '0') { fit(); }
  var card = event.target.closest && event.target.closest('[data-card]');
  if (card && (key === 'Enter' || key === ' ')) { choose(card.dataset.card); event.preventDefault(); }
  var way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (way && picture.contains(event.target)) { pan(way[0] * seen.w / 10, way[1] * seen.h / 10); event.preventDefault(); }
});

/* The address: a view, a card, a step. */
function go() {
  var name = decodeURIComponent(location.hash.slice(1));
  var target = name && byId(name);
  if (target && target.classList.contains('view')) { open(name); window.scrollTo(0, 0); return; }
  if (target && target.classList.contains('card-text')) {
    if (picture && body.dataset.view !== 'outline') { open('map'); choose(name, true); window.scrollTo(0, 0); } else { open('outline'); target.scrollIntoView(); }
    return;
  }
  if (target && target.classList.contains('step')) {
    open('journeys');
    var own = journeys.indexOf(target.parentNode.parentNode);
    at = own;
    show(own, steps().indexOf(target));
    window.scrollTo(0, 0);
    return;
  }
  open(views[0].id);
}
window.addEventListener('hashchange', go);
go();
})();

// Moving in the picture: by pointer, wheel, touch and keys. What is chosen is told to `select`.

const canvas = document.getElementById("picture");
const tip = document.getElementById("tip");
const picture = new Picture(canvas);
const REST = 120;
let waits = false;
let resting = 0;

// Draws before the next frame, once; and sharply, when the picture has come to rest.
function redraw() {
  if (waits) return;
  waits = true;
  clearTimeout(resting);
  requestAnimationFrame(() => {
    waits = false;
    picture.draw();
    if (picture.isBlurred()) resting = setTimeout(sharpen, REST);
  });
}

function sharpen() {
  picture.outdate();
  redraw();
}

new ResizeObserver(() => {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0 || height === 0) return;
  const isFirst = picture.width === 1;
  const [dx, dy] = [(width - picture.width) / 2, (height - picture.height) / 2];
  picture.resize(width, height, devicePixelRatio || 1);
  if (isFirst) picture.fit();
  else [picture.left, picture.top] = [picture.left + dx, picture.top + dy];
  // At once: a canvas is empty after it was resized.
  picture.draw();
}).observe(canvas);

// What lies under the pointer is lit while nothing is chosen.
let under = { node: -1, edge: -1 };
const pointers = new Map();
let drag = null;

const point = (event) => {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  const [x, y] = point(event);
  pointers.set(event.pointerId, [x, y]);
  const node = picture.nodeAt(x, y);
  drag = { x, y, node, edge: node < 0 ? picture.edgeAt(x, y) : -1, moved: pointers.size > 1 };
});

canvas.addEventListener("pointermove", (event) => {
  const [x, y] = point(event);
  const before = pointers.get(event.pointerId);
  if (!before) return hover(x, y);
  pointers.set(event.pointerId, [x, y]);
  if (pointers.size === 2) return pinch(event.pointerId, before, x, y);
  if (!drag.moved && Math.hypot(x - drag.x, y - drag.y) < 4) return;
  const [dx, dy] = drag.moved ? [x - before[0], y - before[1]] : [x - drag.x, y - drag.y];
  drag.moved = true;
  tip.hidden = true;
  if (drag.node >= 0) {
    nodes[drag.node].x += dx / picture.scale;
    nodes[drag.node].y += dy / picture.scale;
  } else {
    picture.left += dx;
    picture.top += dy;
  }
  redraw();
});

function pinch(id, before, x, y) {
  const other = [...pointers].find(([own]) => own !== id)[1];
  const [was, is] = [Math.hypot(before[0] - other[0], before[1] - other[1]), Math.hypot(x - other[0], y - other[1])];
  picture.zoom(is / (was || 1), (x + other[0]) / 2, (y + other[1]) / 2);
  picture.left += (x - before[0]) / 2;
  picture.top += (y - before[1]) / 2;
  redraw();
}

canvas.addEventListener("pointerup", (event) => {
  pointers.delete(event.pointerId);
  if (drag?.moved && drag.node >= 0) sharpen();
  if (!drag || drag.moved) return;
  if (drag.node >= 0) select({ node: drag.node });
  else if (drag.edge >= 0) select({ edge: drag.edge });
  else select(null);
});
canvas.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
canvas.addEventListener("pointerleave", () => setUnder(-1, -1));
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const [x, y] = point(event);
  picture.zoom(2 ** (-event.deltaY * (event.deltaMode === 1 ? 0.06 : 0.002)), x, y);
  redraw();
}, { passive: false });

function hover(x, y) {
  const node = picture.nodeAt(x, y);
  const edge = node < 0 ? picture.edgeAt(x, y) : -1;
  setUnder(node, edge);
  if (tip.hidden) return;
  const { offsetWidth: width, offsetHeight: height } = tip;
  const left = x + 14 + width > picture.width ? x - width - 10 : x + 14;
  const top = y + 14 + height > picture.height ? y - height - 10 : y + 14;
  tip.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, top)}px)`;
}

function setUnder(node, edge) {
  if (node === under.node && edge === under.edge) return;
  under = { node, edge };
  canvas.classList.toggle("over", node >= 0 || edge >= 0);
  tip.hidden = node < 0 && edge < 0;
  if (node >= 0) {
    const { name, kind } = nodes[node];
    tip.replaceChildren(make("b", {}, name), make("p", {}, `${kind}, named ${times(counts.nodes[node])}`));
  } else if (edge >= 0) {
    const quote = edges[edge].passages.length > 0 ? quoteOf(edges[edge].passages[0]).text : edges[edge].fact.says;
    const short = quote.length > 160 ? `${quote.slice(0, 160)}…` : quote;
    tip.replaceChildren(make("b", {}, edgeName(edges[edge])), make("p", {}, short));
  }
  light();
}

const times = (count) => (count === 1 ? "once" : `${count} times`);

// Lights what is chosen or lies under the pointer, with what it is related to.
function light() {
  const [node, edge] = selected ? [selected.node ?? -1, selected.edge ?? -1] : [under.node, under.edge];
  picture.litNodes.fill(0);
  picture.litEdges.fill(0);
  picture.isLit = node >= 0 || edge >= 0;
  picture.chosen = selected?.node ?? -1;
  const add = ({ number, source, target }) => {
    if (!shown.edges[number]) return;
    picture.litEdges[number] = picture.litNodes[source] = picture.litNodes[target] = 1;
  };
  if (node >= 0) {
    picture.litNodes[node] = 1;
    nodes[node].edges.forEach(add);
  }
  if (edge >= 0) add(edges[edge]);
  redraw();
}

// Brings a node into the picture, if it is not there.
function reveal(number) {
  const x = nodes[number].x * picture.scale + picture.left;
  const y = nodes[number].y * picture.scale + picture.top;
  const room = 40;
  if (x > room && y > room && x < picture.width - room && y < picture.height - room) return;
  picture.left += picture.width / 2 - x;
  picture.top += picture.height / 2 - y;
  redraw();
}

// The nearest node in a direction: what lies straight ahead counts as nearer than what lies aside.
function ahead(from, dx, dy) {
  let [best, least] = [-1, Infinity];
  nodes.forEach((node, number) => {
    if (!shown.nodes[number] || number === from) return;
    const [x, y] = [node.x - nodes[from].x, node.y - nodes[from].y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (along > 0 && along + 2 * aside < least) [best, least] = [number, along + 2 * aside];
  });
  return best;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Does what a key asks for; returns whether it asked for anything.
function pressed(key, shift) {
  const middle = [picture.width / 2, picture.height / 2];
  if (key in ARROWS && shift) {
    picture.left -= ARROWS[key][0] * 60;
    picture.top -= ARROWS[key][1] * 60;
  } else if (key in ARROWS) {
    const next = selected?.node >= 0 ? ahead(selected.node, ...ARROWS[key])
      : selected?.edge >= 0 ? edges[selected.edge].target
      : picture.byWeight.find((number) => shown.nodes[number]) ?? -1;
    if (next >= 0) select({ node: next });
  } else if (key === "+" || key === "=") picture.zoom(1.25, ...middle);
  else if (key === "-") picture.zoom(0.8, ...middle);
  else if (key === "0") picture.fit();
  else if (key === "Enter" && selected) document.getElementById("details").focus();
  else return false;
  redraw();
  return true;
}

canvas.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (pressed(event.key, event.shiftKey)) event.preventDefault();
});
for (const button of document.querySelectorAll("#zoom button")) {
  button.addEventListener("click", () => pressed(button.dataset.key, false));
}

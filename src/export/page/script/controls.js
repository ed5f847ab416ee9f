// Search, filters and the slider of time.

const byId = (id) => document.getElementById(id);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const search = byId("search");
const found = byId("found");
const haystack = [
  ...nodes.map((node, number) => ({ words: plain(`${node.name} ${node.id}`), name: node.name, kind: node.kind, node: number })),
  ...articles.map((article, number) => ({ words: plain(article.name), name: article.name, kind: "article", article: number })),
];
let hits = [];
let marked = -1;

function lookUp() {
  const wanted = plain(search.value.trim());
  const weight = ({ node }) => (node === undefined ? 0 : nodes[node].mentions.length);
  const rank = (hit) => (hit.words.startsWith(wanted) ? 1e9 : hit.words.includes(` ${wanted}`) ? 1e6 : 0) + weight(hit);
  hits = wanted ? haystack.filter(({ words }) => words.includes(wanted)) : [];
  hits.sort((a, b) => rank(b) - rank(a));
  hits.length = Math.min(hits.length, 12);
  found.replaceChildren(...hits.map((hit, at) => {
    const item = make("li", { id: `found-${at}`, role: "option", onmousedown: (event) => { event.preventDefault(); take(at); } },
      hit.name, make("span", { className: "soft" }, hit.kind));
    return item;
  }));
  if (wanted && hits.length === 0) found.append(make("li", { className: "soft" }, "nothing found"));
  found.hidden = !wanted;
  search.ariaExpanded = String(!found.hidden);
  mark(hits.length > 0 ? 0 : -1);
}

function mark(at) {
  marked = at;
  hits.forEach((_, number) => (found.children[number].ariaSelected = String(number === at)));
  if (at < 0) return search.removeAttribute("aria-activedescendant");
  search.setAttribute("aria-activedescendant", `found-${at}`);
  found.children[at].scrollIntoView({ block: "nearest" });
}

function take(at) {
  const hit = hits[at];
  closeFound();
  if (hit.article !== undefined) {
    showArticle(hit.article);
    return reader.focus();
  }
  // What is searched for is shown, whatever the filters say.
  if (!shown.nodes[hit.node]) {
    everything();
    filter.lonely ||= nodes[hit.node].edges.length === 0;
    showFilters();
    changed();
  }
  select({ node: hit.node });
  reveal(hit.node);
  canvas.focus();
}

function closeFound() {
  found.hidden = true;
  search.ariaExpanded = "false";
}

search.addEventListener("input", lookUp);
search.addEventListener("focus", lookUp);
search.addEventListener("blur", closeFound);
search.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length > 0) mark((marked + step + hits.length) % hits.length);
  else if (event.key === "Enter" && marked >= 0 && !found.hidden) take(marked);
  else if (event.key === "Escape" && !found.hidden) closeFound();
  else return;
  event.preventDefault();
  event.stopPropagation();
});

// A small picture of how nodes or edges of a sort are drawn.
function swatch(draw) {
  const ratio = devicePixelRatio || 1;
  const small = make("canvas", { className: "swatch", width: 18 * ratio, height: 12 * ratio, ariaHidden: "true" });
  const c = small.getContext("2d");
  c.scale(ratio, ratio);
  draw(c);
  return small;
}

const kindSwatch = (kind) => swatch((c) => {
  const number = KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length;
  c.beginPath();
  shape(c, number, 9, number === 2 ? 7 : 6, 5);
  c.fillStyle = picture.kindColours[number];
  c.fill();
});
const signSwatch = (sign) => swatch((c) => {
  const line = (colour, y, dash = []) => {
    c.beginPath();
    c.moveTo(0, y);
    c.lineTo(18, y);
    c.setLineDash(dash);
    [c.strokeStyle, c.lineWidth] = [colour, 2];
    c.stroke();
  };
  const number = LOOKS.indexOf(sign);
  line(picture.lineColours[number], number < 2 ? 6 : 3.5, sign === "fact" ? [4, 3] : []);
  if (number >= 2) line(picture.lineColours[number + 1], 8.5);
});

// One box for each value; `set` of the filter holds those that are on.
function boxes(into, values, set, { name = (value) => value, picture: drawn = () => "", count }) {
  byId(into).replaceChildren(...values.map((value) => {
    const box = make("input", { type: "checkbox", checked: filter[set].has(value), value });
    box.onchange = () => {
      if (box.checked) filter[set].add(value);
      else filter[set].delete(value);
      changed();
    };
    return make("label", {}, box, drawn(value), name(value), make("span", { className: "number" }, `${count(value)}`));
  }));
}

const SIGN_NAMES = { cooperation: "cooperation", conflict: "conflict", together: "named together", fact: "facts of the day" };

function showFilters() {
  const kinds = [...new Set(nodes.map((node) => node.kind))];
  const order = (kind) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  kinds.sort((a, b) => order(a) - order(b));
  const types = [...new Set(edges.map((edge) => edge.type))].filter((type) => type !== "co_occurrence");
  const number = (all, of) => all.filter(of).length;
  boxes("kinds", kinds, "kinds", { picture: kindSwatch, count: (kind) => number(nodes, (node) => node.kind === kind) });
  const bySign = (sign) => number(edges, (edge) => edge.sign === sign);
  const signs = SIGNS.filter((sign) => bySign(sign) > 0);
  boxes("signs", signs, "signs", { name: (sign) => SIGN_NAMES[sign], picture: signSwatch, count: bySign });
  boxes("types", types, "types", { name: typeName, count: (type) => number(edges, (edge) => edge.type === type) });
  byId("lonely").checked = filter.lonely;
  for (const kind of ["told", "together"]) {
    const own = edges.filter((edge) => edge.kind === (kind === "told" ? "event" : kind));
    const most = own.reduce((most, edge) => Math.max(most, edge.passages.length), 1);
    byId(`${kind}-label`).hidden = most < 2;
    Object.assign(byId(kind), { max: most, value: filter[kind] });
  }
  Object.assign(byId("from"), { max: period.count - 1, value: filter.from });
  Object.assign(byId("until"), { max: period.count - 1, value: filter.until });
  showNumbers();
}

function showNumbers() {
  for (const kind of ["told", "together"]) byId(`${kind}-label`).querySelector("output").value = `${filter[kind]}×`;
  if (period.count < 2) return;
  const [from, until] = [period.name(filter.from), period.name(filter.until)];
  byId("span").value = from === until ? from : `${from} – ${until}`;
  byId("from").ariaValueText = from;
  byId("until").ariaValueText = until;
  const bars = byId("histogram").children;
  for (let bar = 0; bar < bars.length; bar++) {
    const [first, last] = [bar, bar + 1].map((at) => Math.floor((at * period.count) / bars.length));
    bars[bar].classList.toggle("in", last > filter.from && first <= filter.until);
  }
}

function showTime() {
  byId("time").hidden = period.count < 2;
  if (period.count < 2) return;
  const bars = new Uint32Array(Math.min(period.count, 62));
  for (const { step } of articles) if (step !== null) bars[Math.floor((step * bars.length) / period.count)]++;
  const most = bars.reduce((a, b) => Math.max(a, b));
  for (const bar of bars) {
    const element = byId("histogram").appendChild(make("i"));
    element.style.height = `${(100 * bar) / most}%`;
  }
  const undated = articles.filter(({ step }) => step === null).length;
  byId("undated").hidden = undated === 0;
  byId("undated").textContent = `Undated articles (${undated}) count while all time is chosen.`;
}

for (const kind of ["told", "together"]) {
  byId(kind).addEventListener("input", () => {
    filter[kind] = Number(byId(kind).value);
    changed();
  });
}
byId("lonely").addEventListener("change", () => {
  filter.lonely = byId("lonely").checked;
  changed();
});
// The two ends of time push each other.
for (const [own, other, further] of [["from", "until", Math.max], ["until", "from", Math.min]]) {
  byId(own).addEventListener("input", () => {
    filter[own] = Number(byId(own).value);
    filter[other] = further(filter[other], filter[own]);
    byId(other).value = filter[other];
    changed();
  });
}
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("reset", (event) => {
  event.preventDefault();
  everything();
  showFilters();
  changed();
});

// What is chosen, what follows when it or the filters change, and the page on paper.

let selected = null;

const say = (text) => (byId("said").textContent = text);

// Chooses an entity (`{node}`), a relation (`{edge}`) or nothing.
function select(what, { mention = null } = {}) {
  const wasInside = details.contains(document.activeElement);
  selected = what;
  light();
  if (!what) {
    showWhole();
    say("");
  } else if (what.edge !== undefined) {
    showEdge(what.edge);
    say(edgeName(edges[what.edge]));
  } else {
    showNode(what.node);
    reveal(what.node);
    const node = nodes[what.node];
    const visible = node.edges.filter((edge) => shown.edges[edge.number]).length;
    say(`${node.name}, ${node.kind}, ${visible} ${visible === 1 ? "relation" : "relations"}`);
    const isOpen = open >= 0 && node.mentions.some(({ article }) => article === open);
    if (isOpen) showArticle(open, { node: what.node, mention: mention === null ? null : [mention] });
  }
  if (open < 0) showArticles();
  // Whoever reads here by keys reads on here.
  if (wasInside) details.focus();
  if (what) details.scrollTop = 0;
}

function letGo() {
  select(null);
  canvas.focus();
}

function showCounts() {
  const sum = (flags) => flags.reduce((sum, flag) => sum + flag, 0);
  const of = (some, all, one, many) => `${some === all ? all : `${some} of ${all}`} ${all === 1 ? one : many}`;
  byId("counts").textContent = [
    of(sum(shown.nodes), nodes.length, "entity", "entities"),
    of(sum(shown.edges), edges.length, "relation", "relations"),
    of(shown.articles, articles.length, "article", "articles"),
  ].join(" · ");
}

// Whatever the filters say is now so.
function changed() {
  sift();
  picture.arrange();
  showNumbers();
  showCounts();
  const isGone = selected && !(selected.node >= 0 ? shown.nodes[selected.node] : shown.edges[selected.edge]);
  if (isGone) selected = null;
  light();
  if (!selected) showWhole();
  else if (selected.node >= 0) showNode(selected.node);
  if (open < 0) showArticles();
}

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input[type=search]");
  if (event.key === "/" && !isTyping) {
    search.focus();
    event.preventDefault();
  } else if (event.key === "Escape") letGo();
});

function restyle() {
  picture.readColours();
  showFilters();
  redraw();
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);

// On paper: what the picture shows, in the colours of paper, and the relations in it as a table.
const MOST_ROWS = 400;

function toPaper() {
  document.documentElement.classList.add("paper");
  picture.readColours();
  const sheet = new Picture(document.createElement("canvas"));
  sheet.arrange();
  sheet.resize(1100, 760, 2);
  sheet.fit();
  sheet.draw();
  const [kinds, signs] = [nodes.map(({ kind }) => kind), SIGNS].map((words) => [...new Set(words)]);
  const legend = [...kinds.map((kind) => [kindSwatch(kind), kind]), ...signs.map((sign) => [signSwatch(sign), SIGN_NAMES[sign]])];
  byId("print").replaceChildren(sheet.canvas, make("p", {}, ...legend.map(([drawn, word]) => make("span", {}, drawn, ` ${word}`))));
  const rows = edges.filter((edge) => shown.edges[edge.number]);
  rows.sort((a, b) => look(b) - look(a) || counts.edges[b.number] - counts.edges[a.number] || a.number - b.number);
  const cells = (tag, ...texts) => make("tr", {}, ...texts.map((text) => make(tag, {}, text)));
  const row = (edge) => cells("td", nodes[edge.source].name, typeName(edge.type), nodes[edge.target].name,
    `${counts.edges[edge.number]}`, edge.passages.length > 0 ? quoteOf(edge.passages[0]).text : edge.fact.says);
  const head = make("thead", {}, cells("th", "Source", "Relation", "Target", "Count", "First evidence"));
  const note = rows.length > MOST_ROWS ? [make("p", {}, `The first ${MOST_ROWS} of ${rows.length} relations.`)] : [];
  byId("table").replaceChildren(...note, make("table", {}, head, make("tbody", {}, ...rows.slice(0, MOST_ROWS).map(row))));
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", () => {
  document.documentElement.classList.remove("paper");
  picture.readColours();
  byId("print").replaceChildren();
  byId("table").replaceChildren();
});

everything();
sift();
picture.arrange();
showTime();
showFilters();
showCounts();
select(null);
canvas.ariaLabel = `Graph of ${nodes.length} entities and ${edges.length} relations`;
if (articles.length === 1) showArticle(0);
else showArticles();

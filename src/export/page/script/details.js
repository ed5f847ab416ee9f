// What is known of the chosen entity or relation; of the whole while nothing is chosen.

const details = document.getElementById("details");
const FIRST = 60;

const toneOf = (edge) => ({ cooperation: "cooperation", conflict: "conflict", fact: "fact" })[edge.sign] ?? "";
const closing = () => make("button", { type: "button", ariaLabel: "Let go (Escape)", onclick: letGo }, "✕");

// A list of buttons; the rest of a long one comes when it is asked for.
function list(items, button) {
  const ul = make("ul", { className: "list" });
  const add = (from, to) => ul.append(...items.slice(from, to).map((item, at) => make("li", {}, button(item, from + at))));
  add(0, FIRST);
  if (items.length > FIRST) {
    const more = make("button", { type: "button" }, `${items.length - FIRST} more …`);
    const last = make("li", {}, more);
    more.onclick = () => {
      last.remove();
      add(FIRST, items.length);
      ul.children[FIRST].firstChild.focus();
    };
    ul.append(last);
  }
  return ul;
}

function entityButton(number) {
  const { name, kind } = nodes[number];
  const count = make("span", { className: "soft" }, ` ${kind}, ${times(counts.nodes[number])}`);
  return make("button", { type: "button", onclick: () => select({ node: number }) }, name, count);
}

// A relation as it is seen from one of its ends.
function relationButton(edge, from) {
  const away = edge.source === from;
  const other = nodes[away ? edge.target : edge.source].name;
  const tag = make("span", { className: `tag ${toneOf(edge)}` }, typeName(edge.type));
  const way = edge.kind === "together" ? "— " : away ? "→ " : "← ";
  const count = counts.edges[edge.number] > 1 ? make("span", { className: "soft" }, ` ×${counts.edges[edge.number]}`) : "";
  const button = make("button", { type: "button", onclick: () => select({ edge: edge.number }) }, way, tag, ` ${other}`, count);
  button.dataset.edge = edge.number;
  return button;
}

function showNode(number) {
  const node = nodes[number];
  const visible = node.edges.filter((edge) => shown.edges[edge.number]);
  const rank = (edge) => look(edge) * 1e6 + counts.edges[edge.number];
  visible.sort((a, b) => rank(b) - rank(a) || a.number - b.number);
  const mentions = node.mentions.filter(isOfTime);
  const hidden = node.edges.length - visible.length;
  details.replaceChildren(
    make("div", { className: "head" }, make("h2", {}, node.name), closing()),
    make("p", { className: "soft" }, `${node.kind} · ${node.id} · named ${times(counts.nodes[number])}`),
    make("h3", {}, `Relations (${visible.length}${hidden > 0 ? `, and ${hidden} filtered out` : ""})`),
    list(visible, (edge) => relationButton(edge, number)),
    make("h3", {}, `Mentions (${mentions.length})`),
    list(mentions, ({ article, place }) => {
      const { text, date } = articles[article];
      const [before, after] = [Math.max(0, place[0] - 40), place[1] + 40];
      const onclick = () => showArticle(article, { node: number, mention: place });
      return make("button", { type: "button", onclick }, make("span", { className: "date" }, date ?? ""),
        ` …${text.slice(before, place[0])}`, make("b", {}, text.slice(...place)), `${text.slice(place[1], after)}…`);
    }),
  );
}

function toldAs({ modality, goldstein, cameo, by }) {
  const said = by ? `, said by ${by}` : "";
  return `${modality}${said} · CAMEO ${cameo} · Goldstein ${goldstein > 0 ? "+" : ""}${goldstein}`;
}

function showEdge(number) {
  const edge = edges[number];
  const [source, target] = [edge.source, edge.target].map((end) =>
    make("button", { type: "button", onclick: () => select({ node: end }) }, nodes[end].name));
  const tag = make("span", { className: `tag ${toneOf(edge)}` }, typeName(edge.type));
  const passages = edge.passages.filter(isOfTime);
  const buttons = list(passages, (passage, at) => {
    const told = passage.told ? make("div", { className: "note" }, toldAs(passage.told)) : "";
    const { date, name } = articles[passage.article];
    const where = articles.length > 1 ? make("div", { className: "date" }, `${date ?? "undated"} ${name}`) : "";
    const button = make("button", { type: "button" }, where, ...quoteElements(passage), told);
    button.onclick = () => {
      for (const other of buttons.querySelectorAll("button")) other.ariaCurrent = String(other === button);
      showArticle(passage.article, { passage });
    };
    button.ariaCurrent = String(at === 0);
    return button;
  });
  const heading = make("h2", {}, source, ` ${arrow(edge)} `, tag, ` ${arrow(edge)} `, target);
  const count = `${edge.class ?? (edge.fact ? "fact" : `within ${unit}`)} · ${times(counts.edges[number])}`;
  const key = ["source", "target", ...(edge.kind === "event" ? ["trigger"] : [])].map((name) =>
    make("span", { className: name }, name));
  const fact = edge.fact ? [make("p", {}, edge.fact.says.replaceAll("_", " "), "; so the gazetteer says.")] : [];
  details.replaceChildren(make("div", { className: "head" }, heading, closing()),
    make("p", { className: "soft" }, count), ...fact,
    ...(passages.length > 0 ? [make("p", { className: "note key" }, ...key), buttons] : []));
  if (passages.length > 0) showArticle(passages[0].article, { passage: passages[0] });
}

function showWhole() {
  const weightiest = picture.byWeight.filter((number) => shown.nodes[number]).slice(0, 12);
  details.replaceChildren(make("h2", {}, "Most named"), list(weightiest, entityButton));
}

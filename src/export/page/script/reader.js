// The articles: a list of them, or one with its mentions marked and a passage shown in it.

const reader = document.getElementById("reader");
let open = -1;

const articleLabel = ({ date, name }) => [make("span", { className: "date" }, date ?? "undated"), ` ${name}`];

// The words of a passage, and where its source, target and trigger stand in them.
function quoteOf({ article, quoted: [begin, end], source, target, told }) {
  const marks = [["source", source], ["target", target], ...(told ? [["trigger", told.trigger]] : [])];
  return { text: articles[article].text.slice(begin, end), begin, marks };
}

// Cuts a stretch of a text where marks begin or end; each piece is wrapped by `wrap(classes, mention, text)`.
function pieces(text, begin, end, marks, wrap) {
  const inside = marks.filter(({ place }) => place[0] < end && place[1] > begin);
  const cuts = new Set([begin, end]);
  for (const { place } of inside) place.forEach((cut) => cuts.add(Math.min(end, Math.max(begin, cut))));
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((to, number) => {
    const from = sorted[number];
    const over = inside.filter(({ place }) => place[0] <= from && to <= place[1]);
    const piece = text.slice(from, to);
    return over.length === 0 ? piece : wrap(over, piece);
  });
}

function quoteElements(passage) {
  const { begin, text, marks } = quoteOf(passage);
  const placed = marks.map(([name, place]) => ({ name, place }));
  const whole = articles[passage.article].text;
  return pieces(whole, begin, begin + text.length, placed, (over, piece) =>
    make("span", { className: over.map(({ name }) => name).join(" ") }, piece));
}

// The list of articles; while an entity is chosen, of those that name it.
function showArticles() {
  open = -1;
  const named = selected?.node >= 0 ? new Set(nodes[selected.node].mentions.map(({ article }) => article)) : null;
  const listed = articles.map((article, number) => [article, number])
    .filter(([{ step }, number]) => isInTime(step) && (!named || named.has(number)));
  const heading = named ? `Articles that name ${nodes[selected.node].name}` : "Articles";
  const buttons = listed.map(([article, number]) => {
    const button = make("button", { type: "button", onclick: () => showArticle(number, { node: selected?.node ?? -1 }) }, ...articleLabel(article));
    return make("li", {}, button);
  });
  reader.replaceChildren(make("h2", {}, `${heading} (${listed.length})`), make("ul", { className: "list" }, ...buttons));
}

// Opens an article; shows a passage in it, or the first mention of a node.
function showArticle(number, { passage = null, node = -1, mention = null } = {}) {
  const article = articles[number];
  open = number;
  const marks = article.mentions.map(([place, of]) => ({ place, node: of }));
  if (passage) {
    marks.push({ place: passage.quoted, name: "quoted" });
    for (const [name, place] of quoteOf(passage).marks) marks.push({ place, name });
  }
  const wrap = (over, piece) => {
    const named = over.find((mark) => mark.node !== undefined);
    const classes = over.map(({ name }) => name ?? "");
    if (!named) return make("span", { className: classes.join(" ") }, piece);
    const { name, kind } = nodes[named.node];
    const chosen = named.node === node ? "chosen" : "";
    const mark = make("mark", { className: [...classes, `kind-${kind}`, chosen].join(" "), title: `${name} (${kind})` }, piece);
    mark.dataset.node = named.node;
    mark.dataset.begin = named.place[0];
    return mark;
  };
  const ends = [...article.blocks.slice(1).map(([begin]) => begin), article.text.length];
  const blocks = article.blocks.map(([begin, level], at) => {
    const length = article.text.slice(begin, ends[at]).trimEnd().length;
    const tag = level === 1 ? "h2" : level > 1 && level < 7 ? "h3" : "p";
    return make(tag, { className: level === 7 ? "item" : "" }, ...pieces(article.text, begin, begin + length, marks, wrap));
  });
  const hasHeading = article.blocks[0]?.[1] === 1;
  const date = make("p", { className: "soft" }, [article.date ?? "undated", article.id].join(" · "));
  const back = make("button", { type: "button", onclick: () => { showArticles(); reader.focus(); } }, "← Articles");
  const text = make("article", { className: "text" }, ...(hasHeading ? [] : [make("h2", {}, article.name)]), ...blocks);
  const wasInside = reader.contains(document.activeElement);
  reader.replaceChildren(...(articles.length > 1 ? [make("p", {}, back)] : []), date, text);
  if (wasInside) reader.focus();
  const wanted = mention ? `mark[data-begin="${mention[0]}"]` : passage ? ".quoted" : ".chosen";
  const at = reader.querySelector(wanted);
  if (at) at.scrollIntoView({ block: "center" });
  else reader.scrollTop = 0;
}

// A mention leads to its entity; under the pointer, all of the same entity are shown.
reader.addEventListener("click", ({ target }) => {
  const mark = target.closest("mark");
  if (mark) select({ node: Number(mark.dataset.node) }, { mention: Number(mark.dataset.begin) });
});
reader.addEventListener("mouseover", ({ target }) => {
  const node = target.closest("mark")?.dataset.node;
  for (const mark of reader.querySelectorAll("mark")) mark.classList.toggle("same", mark.dataset.node === node);
});

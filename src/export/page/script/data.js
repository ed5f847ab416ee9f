"use strict";
// What the page knows: nodes, edges and articles as they were written, and what follows from them.

const { nodes, edges, articles, window: unit } = JSON.parse(document.getElementById("data").textContent);

for (const node of nodes) Object.assign(node, { edges: [], mentions: [] });
articles.forEach((article, number) => {
  // Of a date known to the year or month, its first day.
  article.day = article.date ? Math.floor(Date.parse(article.date) / 864e5) : null;
  article.name = article.title || article.id;
  for (const [place, node] of article.mentions) nodes[node].mentions.push({ article: number, place });
});
edges.forEach((edge, number) => {
  edge.number = number;
  edge.sign = edge.class ? edge.class.split(" ")[1] : edge.kind;
  edge.isDeed = edge.class ? edge.class.startsWith("material") : false;
  nodes[edge.source].edges.push(edge);
  nodes[edge.target].edges.push(edge);
});

const KINDS = ["state", "bloc", "leader", "territory"];
const SIGNS = ["cooperation", "conflict", "together", "fact"];

// The words for a relation, and how they are joined between its two ends.
const typeName = (type) => (type === "co_occurrence" ? "named together" : type.replaceAll("_", " "));
const arrow = (edge) => (edge.kind === "together" ? "—" : "→");
const edgeName = (edge) =>
  `${nodes[edge.source].name} ${arrow(edge)} ${nodes[edge.target].name}: ${typeName(edge.type)}`;

// The periods of the time slider: days, months or years, as long as the articles reach.
const period = (() => {
  const days = articles.map((article) => article.day).filter((day) => day !== null);
  if (days.length === 0) return { count: 0, of: () => null, name: () => "" };
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  const length = last - first > 60 * 366 ? 4 : last - first > 120 ? 7 : 10;
  const number = (day) => {
    const date = new Date(day * 864e5);
    if (length === 10) return day;
    return length === 7 ? date.getUTCFullYear() * 12 + date.getUTCMonth() : date.getUTCFullYear();
  };
  const begin = number(first);
  const name = (step) => {
    const at = begin + step;
    if (length === 10) return new Date(at * 864e5).toISOString().slice(0, 10);
    return length === 4 ? `${at}` : `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  };
  return { count: number(last) - begin + 1, of: (day) => (day === null ? null : number(day) - begin), name };
})();
for (const article of articles) article.step = period.of(article.day);
for (const { fact } of edges) {
  if (!fact) continue;
  fact.steps = fact.days.map(([date, count]) =>
    [period.of(date ? Math.floor(Date.parse(date) / 864e5) : null), count]);
}

// Makes an element; children are elements or text, which is never read as markup.
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

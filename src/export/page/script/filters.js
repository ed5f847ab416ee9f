// What is shown: which nodes and edges pass the filters, and how often each is counted within the chosen time.

const filter = {};

function everything() {
  Object.assign(filter, {
    kinds: new Set(nodes.map((node) => node.kind)),
    signs: new Set(SIGNS),
    types: new Set(edges.map((edge) => edge.type)),
    told: 1,
    together: 1,
    from: 0,
    until: period.count - 1,
    lonely: edges.length === 0,
  });
}

const shown = { nodes: new Uint8Array(nodes.length), edges: new Uint8Array(edges.length), articles: 0 };
// How often each is counted.
const counts = { nodes: new Uint32Array(nodes.length), edges: new Uint32Array(edges.length) };

const isAllTime = () => filter.from === 0 && filter.until === period.count - 1;
// What has no date belongs to all time only.
const isInTime = (step) => (step === null ? isAllTime() : filter.from <= step && step <= filter.until);

// What an article only recalls is not of its time.
const isOfTime = ({ article, told }) => isInTime(articles[article].step) && (told?.modality !== "past" || isAllTime());

function countOf({ fact, passages }) {
  if (!fact) return passages.filter(isOfTime).length;
  return fact.steps.reduce((sum, [step, count]) => sum + (isInTime(step) ? count : 0), 0);
}

function passes(edge) {
  const least = { event: filter.told, together: filter.together, fact: 1 }[edge.kind];
  return filter.signs.has(edge.sign) && filter.types.has(edge.type) && counts.edges[edge.number] >= least &&
    counts.nodes[edge.source] > 0 && counts.nodes[edge.target] > 0 &&
    filter.kinds.has(nodes[edge.source].kind) && filter.kinds.has(nodes[edge.target].kind);
}

function sift() {
  nodes.forEach((node, number) => {
    counts.nodes[number] = node.mentions.filter(({ article }) => isInTime(articles[article].step)).length;
  });
  for (const edge of edges) counts.edges[edge.number] = countOf(edge);
  for (const edge of edges) shown.edges[edge.number] = passes(edge) ? 1 : 0;
  nodes.forEach((node, number) => {
    const isRelated = filter.lonely || node.edges.some((edge) => shown.edges[edge.number]);
    shown.nodes[number] = filter.kinds.has(node.kind) && counts.nodes[number] > 0 && isRelated ? 1 : 0;
  });
  shown.articles = articles.filter((article) => isInTime(article.step)).length;
}

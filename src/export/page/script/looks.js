// How edges and nodes look, wherever they are drawn.

// The looks of edges, in the order in which they are drawn, one over the other.
const LOOKS = ["together", "fact", "cooperation", "cooperation-deed", "conflict", "conflict-deed"];
for (const edge of edges) edge.look = LOOKS.indexOf(edge.isDeed ? `${edge.sign}-deed` : edge.sign);
const look = (edge) => edge.look;

// How far each edge bends to its side, so that those between the same two lie beside each other.
const bends = new Float32Array(edges.length);
{
  const pairs = new Map();
  for (const edge of edges) {
    const pair = [edge.source, edge.target].sort((a, b) => a - b).join();
    if (!pairs.has(pair)) pairs.set(pair, []);
    pairs.get(pair).push(edge);
  }
  for (const parallel of pairs.values()) {
    parallel.sort((a, b) => look(a) - look(b));
    parallel.forEach((edge, rank) => {
      const side = (rank % 2 ? 1 : -1) * Math.ceil(rank / 2) * 0.14;
      bends[edge.number] = edge.source < edge.target ? side : -side;
    });
  }
}

const kindNumbers = nodes.map(({ kind }) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length));

// Each kind has a shape, so that colours are not needed to tell them: circle, square, triangle, diamond, hexagon.
function shape(c, kind, x, y, r) {
  if (kind === 0) {
    c.moveTo(x + r, y);
    c.arc(x, y, r, 0, 2 * Math.PI);
  } else if (kind === 1) {
    c.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  } else {
    const [corners, start] = kind === 2 ? [3, -Math.PI / 2] : kind === 3 ? [4, 0] : [6, 0];
    for (let i = 0; i < corners; i++) {
      const angle = start + (i * 2 * Math.PI) / corners;
      const [px, py] = [x + r * 1.12 * Math.cos(angle), y + r * 1.12 * Math.sin(angle)];
      if (i === 0) c.moveTo(px, py);
      else c.lineTo(px, py);
    }
    c.closePath();
  }
}

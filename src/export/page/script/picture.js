// The drawing: from places in the plane to lines, shapes and names on a canvas. What a frame needs is allocated before.

// With more relations than this, a still is shown while the picture moves.
const HEAVY = 1200;
// How much wider and higher than the canvas the still is, on each side.
const MARGIN = 0.25;
// Of how much strength is what is not lit, while something is.
const DIM = { edges: 0.12, nodes: 0.25, still: 0.16 };
// Which nodes and edges to draw: those not lit, those lit, all.
const [UNLIT, LIT, ALL] = [0, 1, 2];
const LABEL_HEIGHT = 14;
const MOST_LABELS = 220;
// A node drawn smaller has no name beside it, unless it is lit.
const LEAST_NAMED = 4;
const MOST_TYPES = 40;

class Picture {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.scale = 1;
    this.left = 0;
    this.top = 0;
    this.width = this.height = this.ratio = 1;
    this.order = new Uint32Array(edges.length);
    this.count = 0;
    this.widths = new Uint8Array(edges.length);
    this.byWeight = nodes.map((_, number) => number);
    this.litNodes = new Uint8Array(nodes.length);
    this.litEdges = new Uint8Array(edges.length);
    this.isLit = false;
    this.chosen = -1;
    this.x = new Float32Array(nodes.length);
    this.y = new Float32Array(nodes.length);
    this.boxes = new Float32Array((MOST_LABELS + MOST_TYPES) * 4);
    this.line = new Float32Array(6);
    this.readColours();
    this.context.font = Picture.NAMES;
    this.labels = nodes.map((node) => this.context.measureText(node.short).width);
    this.context.font = Picture.TYPES;
    this.types = new Map(edges.map(({ type }) => [type, this.context.measureText(typeName(type)).width]));
  }

  readColours() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    this.lineColours = LOOKS.map(colour);
    this.kindColours = [...KINDS, "other"].map(colour);
    this.ground = colour("ground");
    this.ink = colour("ink");
    this.outdate();
  }

  // After the filters: which edges are drawn, how wide, in which order.
  arrange() {
    const visible = edges.filter((edge) => shown.edges[edge.number]);
    for (const { number } of visible) this.widths[number] = Math.min(3, Math.floor(Math.log2(counts.edges[number])));
    const key = (edge) => look(edge) * 4 + this.widths[edge.number];
    visible.sort((a, b) => key(a) - key(b)).forEach((edge, at) => (this.order[at] = edge.number));
    this.count = visible.length;
    this.byWeight.sort((a, b) => counts.nodes[b] - counts.nodes[a] || a - b);
    this.outdate();
  }

  resize(width, height, ratio) {
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.outdate();
  }

  // Chooses scale and place so that all that is shown, or all that is given, can be seen.
  fit(among = nodes.keys()) {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const number of among) {
      if (!shown.nodes[number]) continue;
      const { x, y, radius } = nodes[number];
      [x0, y0] = [Math.min(x0, x - radius), Math.min(y0, y - radius)];
      [x1, y1] = [Math.max(x1, x + radius), Math.max(y1, y + radius)];
    }
    if (x0 > x1) return;
    // Beside the outermost there is room for their names.
    const room = Math.min(70, this.width / 8);
    this.scale = Math.min((this.width - 2 * room) / (x1 - x0), (this.height - 70) / (y1 - y0), 2.2);
    this.scale = Math.max(this.scale, 0.02);
    this.left = this.width / 2 - ((x0 + x1) / 2) * this.scale;
    this.top = this.height / 2 - ((y0 + y1) / 2) * this.scale;
  }

  zoom(times, x, y) {
    const scale = Math.min(12, Math.max(0.02, this.scale * times));
    this.left = x - ((x - this.left) * scale) / this.scale;
    this.top = y - ((y - this.top) * scale) / this.scale;
    this.scale = scale;
  }

  // How large a node is drawn: less than proportional to the scale, so that near ones do not cover everything.
  radius(number) {
    return Math.max(2, nodes[number].radius * Math.min(1.4, Math.sqrt(this.scale) * 0.95));
  }

  // Where an edge runs on the canvas, into `line`: start, point that it bends to, end, at the rims of its nodes.
  run(number) {
    const { source, target } = edges[number];
    const [x0, y0, x1, y1] = [this.x[source], this.y[source], this.x[target], this.y[target]];
    const [dx, dy, line] = [x1 - x0, y1 - y0, this.line];
    line[0] = x0;
    line[1] = y0;
    line[2] = (x0 + x1) / 2 - dy * bends[number];
    line[3] = (y0 + y1) / 2 + dx * bends[number];
    const back = Math.hypot(x1 - line[2], y1 - line[3]) || 1;
    const rim = Math.min(this.radius(target) + 1, back);
    line[4] = x1 - ((x1 - line[2]) / back) * rim;
    line[5] = y1 - ((y1 - line[3]) / back) * rim;
    return line;
  }

  // Whether an edge surely lies outside the canvas.
  isAway(line) {
    return Math.max(line[0], line[2], line[4]) < 0 || Math.min(line[0], line[2], line[4]) > this.width ||
      Math.max(line[1], line[3], line[5]) < 0 || Math.min(line[1], line[3], line[5]) > this.height;
  }

  place() {
    for (let i = 0; i < nodes.length; i++) {
      this.x[i] = nodes[i].x * this.scale + this.left;
      this.y[i] = nodes[i].y * this.scale + this.top;
    }
  }

  draw() {
    const c = this.context;
    this.place();
    this.clear();
    const isStill = this.count > HEAVY;
    if (isStill) this.drawStill(this.isLit ? DIM.still : 1);
    else {
      this.drawEdges(UNLIT, this.isLit ? DIM.edges : 1);
      this.drawNodes(UNLIT, this.isLit ? DIM.nodes : 1);
    }
    if (this.isLit) {
      this.drawEdges(LIT, 1);
      this.drawNodes(LIT, 1);
    }
    c.globalAlpha = 1;
    if (this.isLit || !isStill) this.drawLabels();
  }

  clear() {
    const c = this.context;
    c.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    c.globalAlpha = 1;
    c.fillStyle = this.ground;
    c.fillRect(0, 0, this.width, this.height);
  }

  // The still, moved and scaled to where the picture is now.
  drawStill(alpha) {
    if (!this.still || this.still.isStale) this.takeStill();
    const { still, context: c } = this;
    const times = this.scale / still.scale;
    c.globalAlpha = alpha;
    c.drawImage(still.canvas, this.left - still.left * times, this.top - still.top * times,
      still.width * times, still.height * times);
  }

  takeStill() {
    const { context, width, height, left, top, isLit, chosen } = this;
    const still = this.still ?? { canvas: document.createElement("canvas") };
    still.width = width * (1 + 2 * MARGIN);
    still.height = height * (1 + 2 * MARGIN);
    [still.left, still.top, still.scale] = [left + width * MARGIN, top + height * MARGIN, this.scale];
    still.canvas.width = Math.round(still.width * this.ratio);
    still.canvas.height = Math.round(still.height * this.ratio);
    still.isStale = false;
    Object.assign(this, still, { context: still.canvas.getContext("2d"), canvas: this.canvas, isLit: false, chosen: -1 });
    this.place();
    this.clear();
    this.drawEdges(ALL, 1);
    this.drawNodes(ALL, 1);
    this.context.globalAlpha = 1;
    this.drawLabels();
    Object.assign(this, { context, width, height, left, top, isLit, chosen, still });
    this.place();
  }

  // Whether the still shows another place or scale than the picture has: then it is to be taken anew.
  isBlurred() {
    const { still } = this;
    return this.count > HEAVY && (still.scale !== this.scale ||
      still.left !== this.left + this.width * MARGIN || still.top !== this.top + this.height * MARGIN);
  }

  // What was drawn is no longer so.
  outdate() {
    if (this.still) this.still.isStale = true;
  }

  // Draws edges, each as a path of its own: one path of many, crossing each other, takes many times as long to fill.
  drawEdges(lit, alpha) {
    const c = this.context;
    let key = -1;
    // The more there are, the fainter they are, and most of all those that are no events.
    const crowd = lit === LIT ? 1 : Math.min(1, Math.max(0.4, Math.sqrt(500 / this.count)));
    for (let at = 0; at < this.count; at++) {
      const number = this.order[at];
      if (lit !== ALL && this.litEdges[number] !== lit) continue;
      const line = this.run(number);
      if (this.isAway(line)) continue;
      const style = look(edges[number]);
      const width = this.widths[number];
      if (style * 4 + width !== key) {
        key = style * 4 + width;
        c.strokeStyle = this.lineColours[style];
        c.globalAlpha = alpha * (style === 0 ? (0.35 + 0.15 * width) * crowd : style === 1 ? 0.55 * crowd : 0.9 * Math.sqrt(crowd));
        c.lineWidth = style < 2 ? 0.6 + 0.5 * width : 1.2 + 0.7 * width;
        c.setLineDash(style === 1 ? Picture.DASHED : Picture.SOLID);
      }
      c.beginPath();
      c.moveTo(line[0], line[1]);
      if (bends[number] === 0) c.lineTo(line[4], line[5]);
      else c.quadraticCurveTo(line[2], line[3], line[4], line[5]);
      c.stroke();
    }
    c.setLineDash(Picture.SOLID);
    this.drawArrows(lit, alpha);
  }

  drawArrows(lit, alpha) {
    const c = this.context;
    const size = Math.min(9, 4 + 3 * this.scale);
    let style = -1;
    for (let at = 0; at < this.count; at++) {
      const number = this.order[at];
      // Those of facts would crowd around blocs.
      const own = look(edges[number]);
      if (own === 0 || (own === 1 && lit !== LIT) || (lit !== ALL && this.litEdges[number] !== lit)) continue;
      const line = this.run(number);
      if (this.isAway(line)) continue;
      if (own !== style) {
        if (style >= 0) c.fill();
        style = own;
        c.beginPath();
        c.fillStyle = this.lineColours[style];
        c.globalAlpha = alpha;
      }
      const back = Math.hypot(line[4] - line[2], line[5] - line[3]) || 1;
      const dx = ((line[4] - line[2]) / back) * size;
      const dy = ((line[5] - line[3]) / back) * size;
      c.moveTo(line[4], line[5]);
      c.lineTo(line[4] - dx - dy * 0.42, line[5] - dy + dx * 0.42);
      c.lineTo(line[4] - dx + dy * 0.42, line[5] - dy - dx * 0.42);
      c.closePath();
    }
    if (style >= 0) c.fill();
  }

  drawNodes(lit, alpha) {
    const c = this.context;
    c.lineWidth = 1.2;
    c.strokeStyle = this.ground;
    c.globalAlpha = alpha;
    for (let kind = 0; kind < this.kindColours.length; kind++) {
      c.beginPath();
      for (let i = 0; i < nodes.length; i++) {
        if (shown.nodes[i] && kindNumbers[i] === kind && (lit === ALL || this.litNodes[i] === lit)) {
          shape(c, kind, this.x[i], this.y[i], this.radius(i));
        }
      }
      c.fillStyle = this.kindColours[kind];
      c.fill();
      c.stroke();
    }
    if (this.chosen >= 0 && lit === LIT) {
      c.beginPath();
      c.arc(this.x[this.chosen], this.y[this.chosen], this.radius(this.chosen) + 4, 0, 2 * Math.PI);
      c.lineWidth = 2;
      c.strokeStyle = this.ink;
      c.stroke();
    }
  }

  // Names, the weightiest first; one that would cover another is left out until there is room.
  drawLabels() {
    const c = this.context;
    c.font = Picture.NAMES;
    c.textAlign = "center";
    c.textBaseline = "top";
    c.lineJoin = "round";
    c.lineWidth = 3;
    c.strokeStyle = this.ground;
    c.fillStyle = this.ink;
    let count = 0;
    if (this.chosen >= 0 && shown.nodes[this.chosen]) count = this.drawLabel(this.chosen, count);
    for (let at = 0; at < this.byWeight.length && count < MOST_LABELS; at++) {
      const number = this.byWeight[at];
      if (!shown.nodes[number] || number === this.chosen || (this.isLit && !this.litNodes[number])) continue;
      if (!this.isLit && this.radius(number) < LEAST_NAMED) continue;
      count = this.drawLabel(number, count);
    }
    if (this.isLit) this.drawTypes(count);
  }

  drawLabel(number, count) {
    const y = this.y[number] + this.radius(number) + 1;
    return this.write(nodes[number].short, this.labels[number], this.x[number], y, count);
  }

  // The types of lit events, in the middle of each.
  drawTypes(count) {
    const c = this.context;
    const most = count + MOST_TYPES;
    c.font = Picture.TYPES;
    for (let at = this.count - 1; at >= 0 && count < most; at--) {
      const edge = edges[this.order[at]];
      if (!this.litEdges[edge.number] || edge.kind === "together") continue;
      const line = this.run(edge.number);
      const [x, y] = [(line[0] + 2 * line[2] + line[4]) / 4, (line[1] + 2 * line[3] + line[5]) / 4];
      // In the darker of a sign's two colours, which can be read.
      c.fillStyle = this.lineColours[look(edge) | 1];
      count = this.write(typeName(edge.type), this.types.get(edge.type), x, y - LABEL_HEIGHT / 2, count);
    }
  }

  // Writes a text unless it would cover one that stands there; returns how many now stand there.
  write(text, wide, x, y0, count) {
    const [x0, x1] = [x - wide / 2 - 2, x + wide / 2 + 2];
    const y1 = y0 + LABEL_HEIGHT;
    if (x1 < 0 || x0 > this.width || y1 < 0 || y0 > this.height) return count;
    const { boxes, context: c } = this;
    for (let i = 0; i < count * 4; i += 4) {
      if (x0 < boxes[i + 2] && boxes[i] < x1 && y0 < boxes[i + 3] && boxes[i + 1] < y1) return count;
    }
    boxes[count * 4] = x0;
    boxes[count * 4 + 1] = y0;
    boxes[count * 4 + 2] = x1;
    boxes[count * 4 + 3] = y1;
    c.strokeText(text, x, y0);
    c.fillText(text, x, y0);
    return count + 1;
  }

  // The node at a point of the canvas, or -1.
  nodeAt(x, y) {
    let [best, least] = [-1, Infinity];
    for (let i = 0; i < nodes.length; i++) {
      if (!shown.nodes[i]) continue;
      const distance = Math.hypot(this.x[i] - x, this.y[i] - y) - this.radius(i);
      if (distance < 4 && distance < least) [best, least] = [i, distance];
    }
    return best;
  }

  // The edge at a point of the canvas, or -1. Looking at all is fast enough: 5,000 take a fraction of a millisecond.
  edgeAt(x, y) {
    let [best, least] = [-1, 5];
    for (let at = 0; at < this.count; at++) {
      const number = this.order[at];
      if (this.isLit && !this.litEdges[number]) continue;
      const distance = this.distance(this.run(number), x, y, least);
      // Of two as near, the one drawn above.
      if (distance <= least) [best, least] = [number, distance];
    }
    return best;
  }

  distance(line, x, y, least) {
    if (x < Math.min(line[0], line[2], line[4]) - least || x > Math.max(line[0], line[2], line[4]) + least ||
        y < Math.min(line[1], line[3], line[5]) - least || y > Math.max(line[1], line[3], line[5]) + least) {
      return Infinity;
    }
    let [px, py, nearest] = [line[0], line[1], Infinity];
    for (let step = 1; step <= 10; step++) {
      const t = step / 10;
      const [a, b, d] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      const qx = a * line[0] + b * line[2] + d * line[4];
      const qy = a * line[1] + b * line[3] + d * line[5];
      const length = (qx - px) ** 2 + (qy - py) ** 2 || 1;
      const along = Math.min(1, Math.max(0, ((x - px) * (qx - px) + (y - py) * (qy - py)) / length));
      nearest = Math.min(nearest, Math.hypot(px + along * (qx - px) - x, py + along * (qy - py) - y));
      [px, py] = [qx, qy];
    }
    return nearest;
  }
}
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
Picture.NAMES = `12px ${FAMILY}`;
Picture.TYPES = `10px ${FAMILY}`;
Picture.SOLID = [];
Picture.DASHED = [4, 4];

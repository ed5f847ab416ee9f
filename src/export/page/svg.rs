//! The page's picture by itself, as SVG: the same layout and looks, in light and dark, with nothing that acts.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::data::{Data, Edge, Node};
use super::escape;
use crate::export::clean::clean;
use crate::graph::RelationGraph;
use crate::vocabulary::Kind;

/// The colours of paper, and those of the night in their place.
const STYLE: &str = include_str!("svg.css");
/// What a picture leaves free at its rims, and beside the outermost nodes for their names.
const ROOM: [f64; 2] = [64.0, 28.0];
/// How much farther from each other nodes stand than in the layout, so that names have room.
const SPREAD: f64 = 1.4;
/// With more events than this their types are not written on them.
const MOST_TYPES: usize = 60;

impl RelationGraph {
    /// Returns the picture of a [page](Self::to_html) as SVG: circles for states, squares for blocs, triangles for
    /// people, diamonds for territories; cooperation blue and conflict orange, deeds darker than words; facts dashed,
    /// and what is only named together grey.
    ///
    /// The same graph gives the same picture, to the byte, on every platform. All names are written: it suits graphs of
    /// some dozens of nodes, such as a [filter](crate::Filter) leaves.
    ///
    /// ```
    /// let picture = detente::Extractor::bundled().extract("Chile met Peru.").into_graph().to_svg();
    /// assert!(picture.starts_with("<svg ") && picture.contains("CONSULT"));
    /// ```
    pub fn to_svg(&self) -> String {
        let Data { mut nodes, edges, .. } = Data::new(self);
        for node in &mut nodes {
            (node.x, node.y) = (node.x * SPREAD, node.y * SPREAD);
        }
        // As on the page: what is related to nothing is left out, unless nothing is related.
        let mut is_drawn = vec![edges.is_empty(); nodes.len()];
        for edge in &edges {
            is_drawn[edge.source] = true;
            is_drawn[edge.target] = true;
        }
        let drawn: Vec<&Node<'_>> =
            nodes.iter().zip(is_drawn).filter_map(|(node, drawn)| drawn.then_some(node)).collect();
        let mut svg = String::new();
        let [left, top, right, bottom] = bounds(&drawn);
        let (width, height) = (right - left, bottom - top);
        // Writing into memory cannot fail.
        let _ = writeln!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
             viewBox=\"{left:.0} {top:.0} {width:.0} {height:.0}\">\n<title>{}</title>\n<style>{STYLE}</style>\n\
             <rect class=\"ground\" x=\"{left:.0}\" y=\"{top:.0}\" width=\"{width:.0}\" height=\"{height:.0}\"/>",
            text(&super::title(self))
        );
        let bends = bends(&edges);
        let mut order: Vec<usize> = (0..edges.len()).collect();
        order.sort_by_key(|&number| (edges[number].layer(), number));
        let types = edges.iter().filter(|edge| edge.kind == "event").count() <= MOST_TYPES;
        for &number in &order {
            line(&mut svg, &edges[number], &nodes, bends[number], types);
        }
        for node in &drawn {
            let _ = writeln!(
                svg,
                "<g class=\"{}\"><title>{}</title>{}</g>",
                look(&node.kind),
                text(node.name),
                shape(node)
            );
        }
        for node in &drawn {
            let y = node.y + node.radius + 12.0;
            let _ = writeln!(svg, "<text x=\"{:.1}\" y=\"{y:.1}\">{}</text>", node.x, text(node.short));
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// A text as XML can hold it.
fn text(text: &str) -> String {
    escape(&clean(text))
}

fn bounds(nodes: &[&Node<'_>]) -> [f64; 4] {
    let nothing = if nodes.is_empty() { [0.0; 4] } else { [f64::MAX, f64::MAX, f64::MIN, f64::MIN] };
    let [left, top, right, bottom] = nodes.iter().fold(nothing, |[left, top, right, bottom], node| {
        let (x, y, radius) = (node.x, node.y, node.radius);
        [left.min(x - radius), top.min(y - radius), right.max(x + radius), bottom.max(y + radius)]
    });
    [left - ROOM[0], top - ROOM[1], right + ROOM[0], bottom + ROOM[1]].map(f64::round)
}

/// How far each edge bends to its side, so that those between the same two lie beside each other.
fn bends(edges: &[Edge]) -> Vec<f64> {
    let mut pairs: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (number, edge) in edges.iter().enumerate() {
        pairs.entry((edge.source.min(edge.target), edge.source.max(edge.target))).or_default().push(number);
    }
    let mut bends = vec![0.0; edges.len()];
    for parallel in pairs.values_mut() {
        parallel.sort_by_key(|&number| (edges[number].layer(), number));
        for (rank, &number) in parallel.iter().enumerate() {
            let side = if rank % 2 == 1 { 0.14 } else { -0.14 } * rank.div_ceil(2) as f64;
            bends[number] = if edges[number].source < edges[number].target { side } else { -side };
        }
    }
    bends
}

fn line(svg: &mut String, edge: &Edge, nodes: &[Node<'_>], bend: f64, types: bool) {
    let (source, target) = (&nodes[edge.source], &nodes[edge.target]);
    let (dx, dy) = (target.x - source.x, target.y - source.y);
    let middle = [(source.x + target.x) / 2.0 - dy * bend, (source.y + target.y) / 2.0 + dx * bend];
    let (bx, by) = (target.x - middle[0], target.y - middle[1]);
    let back = (bx * bx + by * by).sqrt().max(1.0);
    let (ux, uy) = (bx / back, by / back);
    let tip = [target.x - ux * (target.radius + 1.0), target.y - uy * (target.radius + 1.0)];
    let look = edge.look();
    let word = if edge.kind == "together" { "and".to_owned() } else { edge.r#type.replace('_', " ") };
    let count = edge.passages.len().max(1) as f64;
    let width = if edge.kind == "event" { 1.1 } else { 0.7 } + 0.5 * (count.sqrt() - 1.0).min(3.0);
    let _ = writeln!(
        svg,
        "<path class=\"{look}\" stroke-width=\"{width:.2}\" d=\"M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}\"><title>{} {} {}</title></path>",
        source.x,
        source.y,
        middle[0],
        middle[1],
        tip[0],
        tip[1],
        text(source.name),
        word,
        text(target.name)
    );
    if edge.kind != "event" {
        return;
    }
    let [x, y] = [tip[0] - ux * 7.0, tip[1] - uy * 7.0];
    let _ = writeln!(
        svg,
        "<path class=\"{look} tip\" d=\"M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z\"/>",
        tip[0],
        tip[1],
        x - uy * 3.0,
        y + ux * 3.0,
        x + uy * 3.0,
        y - ux * 3.0
    );
    if types {
        let [x, y] = [(source.x + 2.0 * middle[0] + tip[0]) / 4.0, (source.y + 2.0 * middle[1] + tip[1]) / 4.0];
        let _ = writeln!(svg, "<text class=\"{look} type\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>", y + 3.0, edge.r#type);
    }
}

/// The word by which the style knows a kind.
fn look(kind: &Kind) -> &str {
    match kind {
        Kind::Other(_) => "other",
        known => known.as_str(),
    }
}

fn shape(node: &Node<'_>) -> String {
    let (x, y, r) = (node.x, node.y, node.radius);
    match node.kind {
        Kind::State => format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\"/>"),
        Kind::Bloc => {
            format!(
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                x - 0.9 * r,
                y - 0.9 * r,
                1.8 * r,
                1.8 * r
            )
        }
        Kind::Leader => format!("<path d=\"M{x:.1} {:.1}l{:.1} {:.1}h{:.1}z\"/>", y - 1.1 * r, r, 1.7 * r, -2.0 * r),
        Kind::Territory => format!("<path d=\"M{x:.1} {:.1}l{r:.1} {r:.1}l-{r:.1} {r:.1}l-{r:.1} -{r:.1}z\"/>", y - r),
        Kind::Other(_) => {
            let (half, high) = (0.55 * r, 0.95 * r);
            format!(
                "<path d=\"M{:.1} {:.1}h{:.1}l{half:.1} {high:.1}l-{half:.1} {high:.1}h-{:.1}l-{half:.1} -{high:.1}z\"/>",
                x - half,
                y - high,
                2.0 * half,
                2.0 * half
            )
        }
    }
}

//! Ego networks.

use super::view::View;

impl<'g> View<'g> {
    /// Returns the view of an entity's surroundings: those within so many edges of it, whatever their direction, and
    /// all edges among them; none where the id is no entity of the view.
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let text = "Chile met Peru. Peru met Japan. Japan met Iran.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let near = graph.undirected(Weight::CoOccurrence).ego("state:CHL", 2).unwrap();
    /// let names: Vec<&str> = near.entities().map(|entity| entity.name()).collect();
    /// assert_eq!(names, ["Chile", "Japan", "Peru"]);
    /// ```
    pub fn ego(&self, id: &str, radius: usize) -> Option<View<'g>> {
        let start = self.place(id)?;
        let mut is_near = vec![false; self.len()];
        is_near[start] = true;
        let mut rim = vec![start];
        for _ in 0..radius {
            let mut next = Vec::new();
            for &node in &rim {
                for tie in self.outward(node).iter().chain(self.inward(node)) {
                    if !std::mem::replace(&mut is_near[tie.node], true) {
                        next.push(tie.node);
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            rim = next;
        }
        Some(self.part(&is_near, |_, _| true))
    }
}

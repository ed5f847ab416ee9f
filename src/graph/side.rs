//! On which side of blocs a relation lies.

use super::edge::Edge;
use super::rollup::RollUp;
use crate::date::PartialDate;
use crate::gazetteer::Entity;
use crate::vocabulary::words;

words! {
    /// On which side of the named blocs a relation of two lies on a date.
    Side, "side" {
        /// Both belong to one of them.
        Inside = "inside",
        /// One belongs to one of them, the other to none.
        Across = "across",
        /// Each belongs to one of them, and to none together.
        Between = "between",
        /// Neither belongs to any.
        Outside = "outside",
    }
}

/// How much of a relation's evidence lies on which side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sides {
    /// In the order of [`Side::ALL`].
    counts: [u32; 4],
}

impl RollUp {
    /// Returns on which side of the blocs a relation of two lies on the date. People belong to what they serve, and a
    /// bloc to itself.
    ///
    /// ```
    /// use detente::{Gazetteer, RollUp, Side};
    ///
    /// let gazetteer = Gazetteer::bundled();
    /// let blocs = RollUp::new(&gazetteer).bloc("bloc:CSTO")?.bloc("bloc:EU")?;
    /// let side = |a, b, date: &str| -> Result<Side, detente::Error> {
    ///     let entity = |id| gazetteer.get(id).unwrap();
    ///     Ok(blocs.side(&entity(a), &entity(b), Some(date.parse()?)))
    /// };
    /// assert_eq!(side("state:UZB", "bloc:CSTO", "2010-01-01")?, Side::Inside);
    /// assert_eq!(side("state:UZB", "bloc:CSTO", "2014-01-01")?, Side::Across);
    /// assert_eq!(side("state:RUS", "state:FRA", "2014-01-01")?, Side::Between);
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn side(&self, a: &Entity, b: &Entity, on: Option<PartialDate>) -> Side {
        let [a, b] = [a, b].map(|entity| self.blocs_of(&self.served_by(entity, on), on));
        match (a.is_empty(), b.is_empty()) {
            (true, true) => Side::Outside,
            (false, false) if a.iter().any(|bloc| b.contains(bloc)) => Side::Inside,
            (false, false) => Side::Between,
            _ => Side::Across,
        }
    }

    /// Returns how much of a relation's evidence lies on which side, each passage on its article's date.
    pub fn sides(&self, source: &Entity, target: &Entity, edge: &Edge) -> Sides {
        let mut sides = Sides::default();
        for passage in edge.evidence() {
            sides.counts[self.side(source, target, passage.article.date) as usize] += 1;
        }
        sides
    }
}

impl Sides {
    /// Returns how much lies on a side.
    pub fn on(&self, side: Side) -> u32 {
        self.counts[side as usize]
    }
}

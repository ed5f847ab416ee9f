//! Masses in the plane, far ones taken together (the method of Barnes and Hut).

/// A square that is four squares, and so on, down to single bodies.
#[derive(Debug)]
pub(super) struct Tree {
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    middle: [f64; 2],
    half: f64,
    mass: f64,
    /// The sum of mass times place.
    moment: [f64; 2],
    holds: Holds,
}

#[derive(Clone, Copy, Debug)]
enum Holds {
    Nothing,
    /// One body, by number.
    Body(usize),
    /// Cells by number; 0, the whole, stands for none.
    Quarters([usize; 4]),
    /// Bodies too near to each other to be told apart.
    Heap,
}

/// How large a cell may look, as width by distance, to count as one mass.
const OPENING: f64 = 0.9;
/// How many times a cell is quartered at the most.
const DEPTH: usize = 24;

impl Tree {
    pub(super) fn new(places: &[[f64; 2]], masses: &[f64]) -> Self {
        let reach = places.iter().flatten().fold(1.0_f64, |reach, number| reach.max(number.abs()));
        let mut tree = Self { cells: vec![Cell::new([0.0, 0.0], reach)] };
        for (body, (&place, &mass)) in places.iter().zip(masses).enumerate() {
            tree.insert(body, place, mass);
        }
        tree
    }

    fn insert(&mut self, body: usize, place: [f64; 2], mass: f64) {
        let mut at = 0;
        for depth in 0.. {
            let cell = &mut self.cells[at];
            let before = *cell;
            cell.add(place, mass);
            match before.holds {
                Holds::Nothing => {
                    cell.holds = Holds::Body(body);
                    return;
                }
                Holds::Heap => return,
                Holds::Body(_) if depth == DEPTH => {
                    cell.holds = Holds::Heap;
                    return;
                }
                // Whoever was here alone moves into a quarter.
                Holds::Body(_) => {
                    cell.holds = Holds::Quarters([0; 4]);
                    let quarter = self.quarter(at, before.centre());
                    self.cells[quarter] =
                        Cell { middle: self.cells[quarter].middle, half: self.cells[quarter].half, ..before };
                }
                Holds::Quarters(_) => {}
            }
            at = self.quarter(at, place);
        }
    }

    /// The quarter of a cell in which a place lies, made if it is not there yet.
    fn quarter(&mut self, at: usize, place: [f64; 2]) -> usize {
        let cell = self.cells[at];
        let right = place[0] >= cell.middle[0];
        let below = place[1] >= cell.middle[1];
        let which = usize::from(right) + 2 * usize::from(below);
        let Holds::Quarters(mut quarters) = cell.holds else { return at };
        if quarters[which] == 0 {
            let half = cell.half / 2.0;
            let shift = |positive: bool| if positive { half } else { -half };
            quarters[which] = self.cells.len();
            self.cells.push(Cell::new([cell.middle[0] + shift(right), cell.middle[1] + shift(below)], half));
            self.cells[at].holds = Holds::Quarters(quarters);
        }
        quarters[which]
    }

    /// Calls with each mass beside the body's own: the way to it, the square of its distance, how much it is.
    pub(super) fn each_mass(&self, place: [f64; 2], own: usize, mut call: impl FnMut([f64; 2], f64, f64)) {
        // A cell opens into four, of which three wait.
        let mut waiting = [0; 3 * (DEPTH + 1) + 1];
        let mut count = 1;
        while count > 0 {
            count -= 1;
            let cell = &self.cells[waiting[count]];
            let centre = cell.centre();
            let way = [centre[0] - place[0], centre[1] - place[1]];
            let square = way[0] * way[0] + way[1] * way[1];
            match cell.holds {
                Holds::Nothing => {}
                Holds::Body(body) if body == own => {}
                Holds::Quarters(quarters) if 4.0 * cell.half * cell.half > OPENING * OPENING * square => {
                    for quarter in quarters.into_iter().filter(|&quarter| quarter != 0) {
                        waiting[count] = quarter;
                        count += 1;
                    }
                }
                _ => call(way, square, cell.mass),
            }
        }
    }
}

impl Cell {
    const fn new(middle: [f64; 2], half: f64) -> Self {
        Self { middle, half, mass: 0.0, moment: [0.0; 2], holds: Holds::Nothing }
    }

    fn add(&mut self, place: [f64; 2], mass: f64) {
        self.mass += mass;
        self.moment = [self.moment[0] + mass * place[0], self.moment[1] + mass * place[1]];
    }

    fn centre(&self) -> [f64; 2] {
        match self.mass > 0.0 {
            true => [self.moment[0] / self.mass, self.moment[1] / self.mass],
            false => self.middle,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Vec<[f64; 2]> {
        (0..400).map(|n| [f64::from(n % 20) * 7.0 - 60.0, f64::from(n / 20) * 5.0 - 40.0]).collect()
    }

    #[test]
    fn no_mass_is_lost_and_none_meets_itself() {
        let places = grid();
        let masses: Vec<f64> = (0..400).map(|n| f64::from(n % 3) + 1.0).collect();
        let total: f64 = masses.iter().sum();
        let tree = Tree::new(&places, &masses);
        for (body, &place) in places.iter().enumerate() {
            let mut met = 0.0;
            tree.each_mass(place, body, |_, _, mass| met += mass);
            assert!((met + masses[body] - total).abs() < 1e-6, "{body}: {met}");
        }
    }

    #[test]
    fn pushes_nearly_as_all_pairs_do() {
        let places = grid();
        let tree = Tree::new(&places, &[1.0; 400]);
        let place = [200.0, 150.0];
        let mut push = [0.0; 2];
        tree.each_mass(place, usize::MAX, |way, square, mass| {
            push = [push[0] + way[0] * mass / square, push[1] + way[1] * mass / square];
        });
        let exact = places.iter().fold([0.0; 2], |sum: [f64; 2], other| {
            let way = [other[0] - place[0], other[1] - place[1]];
            let square = way[0] * way[0] + way[1] * way[1];
            [sum[0] + way[0] / square, sum[1] + way[1] / square]
        });
        assert!((0..2).all(|axis| (push[axis] / exact[axis] - 1.0).abs() < 0.05), "{push:?} {exact:?}");
    }

    #[test]
    fn bodies_in_one_place_are_no_endless_tree() {
        let tree = Tree::new(&[[3.0, 3.0]; 5], &[1.0; 5]);
        let mut met = 0.0;
        tree.each_mass([9.0, 9.0], usize::MAX, |_, _, mass| met += mass);
        assert!((met - 5.0).abs() < 1e-9 && tree.cells.len() < 64);
    }
}

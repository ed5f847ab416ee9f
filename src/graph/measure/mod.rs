//! Measures of a graph: who stands at the centre, who with whom, and how two are connected. One a file.

mod backbone;
mod balance;
mod betweenness;
mod closeness;
mod communities;
mod connection;
mod degree;
mod ego;
mod leiden;
mod modularity;
mod page_rank;
mod scores;
mod shortest;
mod view;
mod weight;

pub use balance::{Balance, Triangle};
pub use communities::Communities;
pub use connection::{Connection, Step};
pub use scores::Scores;
pub use view::View;
pub use weight::Weight;

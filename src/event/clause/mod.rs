//! What stands where in a sentence: who acts, alone and in lists; left of a verb its [subject], past what stands
//! [aside]; right of it its [object].

pub(crate) mod actor;
mod apposition;
pub(crate) mod aside;
pub(crate) mod behind;
mod describing;
pub(crate) mod fired;
pub(crate) mod group;
pub(crate) mod head;
pub(crate) mod joined;
mod left;
pub(crate) mod object;
pub(crate) mod pronoun;
mod ranked;
pub(crate) mod relative;
pub(crate) mod remark;
pub(crate) mod subject;
pub(crate) mod target;
mod title;
pub(crate) mod usual;
pub(crate) mod walk;

pub(crate) use left::{Left, acting, left};

//! The words of a sentence: what each is by itself, which phrases of the lexicon begin with it, and the line that they
//! make.

pub(crate) mod bits;
pub(crate) mod choice;
pub(crate) mod given;
pub(crate) mod kind;
pub(crate) mod letters;
pub(crate) mod line;
pub(crate) mod phrases;
pub(crate) mod reader;
pub(crate) mod signs;
pub(crate) mod table;
pub(crate) mod token;
pub(crate) mod words;

pub(crate) use kind::Kind;
pub(crate) use line::Line;
pub(crate) use signs::Signs;
pub(crate) use words::Words;

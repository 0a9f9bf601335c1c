//! All tests of the crate that need no private item, in one binary: a module per chapter.

mod analysis;
mod cases;
mod data;
mod experiment;
mod formula;
mod function;
mod math;
mod network;
mod optimizer;
mod run;
mod shared;

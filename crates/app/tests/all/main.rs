//! The application as a page uses it, without a browser: one binary, as linking it takes longer
//! than running it.

mod arrows;
mod basins;
mod blank;
mod compare;
mod early_stopping;
mod endings;
mod epoch;
mod examples;
mod features;
mod formula;
mod framing;
mod function;
mod ghost;
mod hand;
mod layers;
mod lesson;
mod links;
mod microscope;
mod motion;
mod own;
mod pace;
mod paint;
mod planes;
mod playback;
mod predict;
mod race;
mod recompute;
mod secant;
mod settings;
mod state;
mod still;
mod support;
mod truth;
mod undo;
mod words;

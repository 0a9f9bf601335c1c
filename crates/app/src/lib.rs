//! Downhill without a browser: what is shown, edited, played and told.
//!
//! An [`Application`] is one figure's state. Whoever shows it, such as the crate
//! `downhill-web`, says how large each view is ([`Application::place`]), passes events on,
//! asks each frame which views are to be drawn ([`Application::frame`]), draws these
//! ([`Application::draw`]) on any plotters backend, and writes down what it is told
//! ([`told`]). Time comes in as a [`Clock`]: nothing here asks what time it is.

mod address;
mod application;
mod classroom;
mod defaults;
mod edits;
mod frame;
mod playback;
mod pointer;
mod recomputation;
mod state;
mod still;
mod story;
mod subject;
pub mod told;

pub use application::Application;
pub use classroom::{Checked, Standing};
pub use edits::import::ROLES;
pub use frame::Redraw;
pub use frame::viewports::Viewport;
pub use playback::pace::Clock;
pub use subject::Subject;

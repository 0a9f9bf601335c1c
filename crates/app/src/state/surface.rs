//! The surface as it was drawn last, and from where it is seen.

use downhill_view::options::scene::Scene;
use downhill_view::options::show::Show;
use downhill_view::plots::contour_map::Upon;
use downhill_view::plots::projection::Camera;

/// From where a function's surface is seen, how it is shown, and what is upon it.
pub(crate) type Stood = (Camera, Show, &'static str, Upon);

/// The surface's camera, and the state that it was drawn of last.
pub(crate) struct Surface {
    pub camera: Camera,
    /// Whether it is to be drawn anew, and its heights are known.
    pub turned: bool,
    /// In how many frames without a turn it counts as standing, and is drawn finely; 0 if it does.
    pub stands_in: u32,
    /// Of which iteration it is.
    pub iteration: u32,
    /// How many frames ago that was the run's.
    pub age: u32,
    /// A function's as it was drawn, as far as it can change without a new search.
    pub stood: Option<Stood>,
}

impl Surface {
    /// A scene's, not drawn yet.
    pub fn of(scene: &Scene) -> Surface {
        let camera = Camera::of(scene);
        Surface { camera, turned: false, stands_in: 0, iteration: 0, age: 0, stood: None }
    }
}

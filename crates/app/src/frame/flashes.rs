//! No picture flashes more than three times a second (WCAG 2.2, 2.3.1), such as the answers of a
//! network whose steps are too long.

use downhill_view::canvas::tones::Tones;
use downhill_view::options::show::View;

/// Smallest time between two large changes of a picture, in milliseconds.
const APART: f64 = 1000.0 / 3.0;

/// A change of more than this share of a picture's areas is a large one.
const LARGE: f64 = 0.25;

/// Pictures that could flash, as the frames have drawn them.
#[derive(Default)]
pub(crate) struct Flashes(Vec<Seen>);

struct Seen {
    view: View,
    tones: Tones,
    /// Time of the last large change.
    changed: f64,
}

impl Flashes {
    /// Whether a frame at this time may draw a picture with these tones. If not, what was drawn
    /// stays, until a later frame may.
    pub fn may_draw(&mut self, view: View, tones: Tones, at: f64) -> bool {
        let Some(seen) = self.0.iter_mut().find(|seen| seen.view == view) else {
            self.0.push(Seen { view, tones, changed: at });
            return true;
        };
        if tones.changed(&seen.tones) > LARGE {
            if at - seen.changed < APART {
                return false;
            }
            seen.changed = at;
        }
        seen.tones = tones;
        true
    }
}

//! The selected weight in one's own hand: typed, slid, dragged along its curve, held fast.

use crate::application::Application;
use crate::state::changes::Extent;
use crate::state::held::Held;
use crate::subject::Subject;
use downhill_core::Error;
use downhill_core::numeric::math;
use downhill_view::canvas::geometry::Point;
use downhill_view::options::scene::NETWORK;
use downhill_view::options::show::View;
use downhill_view::text::rounding::to_pixel;

/// The slider's ends, and how many places make 1. They are the same for every weight, so
/// that nothing slides away under the hand; what is typed may be larger.
const END: i32 = 6;
const PER_UNIT: i32 = 20;

impl Application {
    /// The selected weight, and whether it is frozen; none of a ball on a function.
    pub fn selected(&self) -> Option<(f64, bool)> {
        let run = self.subject.run()?;
        let frozen = run.settings().frozen.contains(&self.show.weight);
        Some((run.snapshot().parameters[self.show.weight], frozen))
    }

    /// The key of the edit that sets it.
    pub fn selected_key(&self) -> String {
        format!("weight_{}", self.show.weight)
    }

    /// Its slider's place nearest to it, and how many there are.
    pub fn weight_place(&self) -> Option<(usize, usize)> {
        let (value, _) = self.selected()?;
        let end = f64::from(END);
        let place = (math::clamp(value, -end, end) + end) * f64::from(PER_UNIT);
        Some((place.round() as usize, (2 * END * PER_UNIT + 1) as usize))
    }

    /// Sets it to what a place of its slider stands for.
    pub fn slide_weight(&mut self, place: usize) -> Result<(), Error> {
        let place = (place.min((2 * END * PER_UNIT) as usize) as i32) - END * PER_UNIT;
        let value = f64::from(place) / f64::from(PER_UNIT);
        self.set_part(&self.selected_key(), &value.to_string())
    }

    /// Freezes it, or lets it go.
    pub(crate) fn freeze(&mut self, frozen: bool) -> Result<(), Error> {
        let mut all = self.subject.settings().frozen.clone();
        all.retain(|index| *index != self.show.weight);
        if frozen {
            all.push(self.show.weight);
        }
        all.sort_unstable();
        let texts: Vec<String> = all.iter().map(usize::to_string).collect();
        self.subject.edit("frozen", &texts.join("-"))
    }

    /// Takes hold of the ball on a weight's curve, if it is near the point; what is in sight
    /// of the weight then stays.
    pub(crate) fn grab_weight(&mut self, at: Point) -> bool {
        let Subject::Network(it) = &mut self.subject else { return false };
        let curve = &mut it.pictures.curve;
        let place = (curve.ball.x, curve.ball.height);
        let grip = self.viewports.grip(View::Curve, place, at);
        let Some(grip) = grip.filter(|_| self.show.scene.id == NETWORK.id) else { return false };
        curve.held = Some(curve.window);
        self.held = Held::Weight(grip.0);
        true
    }

    /// Drags the weight to a point of its curve.
    pub(crate) fn drag_weight(&mut self, at: Point, grip: f64) -> Result<(), Error> {
        let Some(plot) = self.viewports.plot(View::Curve) else { return Ok(()) };
        let value = plot.values_at((at.0 - grip, at.1)).0;
        let value =
            to_pixel(math::clamp(value, plot.x.0, plot.x.1), plot.x, 1.0 / plot.per_unit().0);
        self.set_part(&self.selected_key(), &value.to_string())
    }

    /// Takes hold of the ball on the map of two weights, if it is near the point; what is in sight
    /// of them then stays.
    pub(crate) fn grab_weights(&mut self, at: Point) -> bool {
        let Subject::Network(it) = &mut self.subject else { return false };
        let plane = &mut it.pictures.plane;
        let grip = self.viewports.grip(View::Map, plane.land.at, at);
        let Some(grip) = grip.filter(|_| plane.weights().is_some()) else { return false };
        plane.window = Some(plane.land.window);
        self.held = Held::Weights(grip);
        true
    }

    /// Drags two weights to a point of their map.
    pub(crate) fn drag_weights(&mut self, at: Point, grip: Point) -> Result<(), Error> {
        let Subject::Network(it) = &self.subject else { return Ok(()) };
        let (Some(plot), Some(weights)) =
            (self.viewports.plot(View::Map), it.pictures.plane.weights())
        else {
            return Ok(());
        };
        let (x, y) = plot.values_at((at.0 - grip.0, at.1 - grip.1));
        let (across, up) = plot.per_unit();
        let place = |value: f64, range: (f64, f64), unit: f64| {
            to_pixel(math::clamp(value, range.0, range.1), range, 1.0 / unit).to_string()
        };
        let values = [place(x, plot.x, across), place(y, plot.y, up)];
        let keys = weights.map(|weight| format!("weight_{weight}"));
        self.changing(&keys[0], Extent::Part, |state| {
            keys.iter().zip(&values).try_for_each(|(key, value)| state.set_key(key, value))
        })
    }
}

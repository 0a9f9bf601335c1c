//! Painting by hand: what the pointer and the keys do to the data.

use crate::application::Application;
use crate::defaults;
use crate::state::changes::Extent;
use crate::state::painting::{ERASE, Painting, Stroke};
use crate::subject::Subject;
use downhill_core::Error;
use downhill_core::data::custom::Data;
use downhill_core::numeric::math;
use downhill_view::canvas::geometry::{Bounds, Point};
use downhill_view::canvas::plot::Plot;
use downhill_view::editing::painter::{self, CLASSES, Painted, Tool};
use downhill_view::network::regression::Fit;
use downhill_view::options::scene::NETWORK;
use downhill_view::options::show::View;
use downhill_view::text::rounding::round_step;

impl Application {
    /// Begins to paint, or ends it. Nothing is changed before the first stroke.
    pub fn set_painting(&mut self, on: bool) {
        let run = self.subject.run().filter(|_| on && self.show.scene.id == NETWORK.id);
        self.painting = run.map(|run| Painting::new(Fit::suits(run), painter::room(run)));
        self.follow_data();
    }

    /// Brings what one paints with in line with the data, which may be others now.
    pub(crate) fn follow_data(&mut self) {
        let (Some(it), Some(run)) = (&mut self.painting, self.subject.run()) else {
            self.painting = None;
            return;
        };
        if self.show.scene.id != NETWORK.id {
            self.painting = None;
            return;
        }
        let same = it.curve == Fit::suits(run);
        if !same || !painter::holds(&it.room, run) {
            let stroke = it.stroke.take();
            *it = Painting { stroke, ..Painting::new(Fit::suits(run), painter::room(run)) };
        }
        if let Tool::Put(class) = it.tool
            && class > run.split().table.targets.outputs()
        {
            it.tool = Tool::Put(0);
        }
        if it.stroke.is_none() {
            it.begins = Painted::of(run, it.room).1;
        }
    }

    /// Hands the pictures what they show of it.
    pub(crate) fn show_painting(&mut self) {
        if let Subject::Network(network) = &mut self.subject {
            let painting = self.painting.as_ref();
            network.pictures.room = painting.map(|it| it.room);
            network.pictures.cross = painting.filter(|it| it.keyed).map(|it| it.cross);
        }
    }

    /// Takes a tool into the hand: `erase`, or a class, counted from 1.
    pub fn paint_with(&mut self, tool: &str) {
        let run = self.subject.run();
        let (Some(it), Some(run)) = (&mut self.painting, run) else { return };
        let most = if it.curve { 1 } else { (run.network().outputs() + 1).min(CLASSES) };
        match tool.parse::<usize>() {
            _ if tool == ERASE => it.tool = Tool::Erase,
            Ok(class) if (1..=most).contains(&class) => it.tool = Tool::Put(class - 1),
            _ => {}
        }
        it.refused = None;
    }

    /// Begins a stroke at a point of the picture, in CSS pixels.
    pub fn begin_stroke(&mut self, at: Point) -> Result<(), Error> {
        self.take_up();
        let place = self.viewports.plot(View::Boundary).map(|plot| plot.values_at(at));
        if let (Some(it), Some(place)) = (&mut self.painting, place) {
            it.keyed = false;
            it.cross = inside(&it.room, place);
        }
        self.stroke_to(at)
    }

    fn take_up(&mut self) {
        let (Some(it), Some(run)) = (&mut self.painting, self.subject.run()) else { return };
        self.strokes += 1;
        it.refused = None;
        it.stroke = Some(Stroke {
            painted: Painted::of(run, it.room).0,
            at: None,
            playing: self.playing,
            key: ["paint ", &self.strokes.to_string()].concat(),
        });
        self.playing = false;
    }

    /// Goes on with the stroke that has begun.
    pub fn stroke_to(&mut self, at: Point) -> Result<(), Error> {
        self.with_stroke(|painted, tool, plot, em, from| {
            Some(painted.stroke(tool, plot, em, from, at))
        })
    }

    /// Changes the painted data by the stroke that has begun, and learns from them anew.
    fn with_stroke(
        &mut self,
        change: impl FnOnce(&mut Painted, Tool, &Plot, f64, Option<Point>) -> Option<Point>,
    ) -> Result<(), Error> {
        let stage = self.viewports.of(View::Boundary).map(|stage| stage.em);
        let (Some(plot), Some(em)) = (self.viewports.plot(View::Boundary), stage) else {
            return Ok(());
        };
        let Some(it) = &mut self.painting else { return Ok(()) };
        let Some(mut stroke) = it.stroke.take() else { return Ok(()) };
        stroke.at = change(&mut stroke.painted, it.tool, &plot, em, stroke.at);
        let refused = stroke.painted.refused.take();
        it.refused = refused.map(|why| (why, stroke.painted.count())).or(it.refused);
        let (painted, key) = (stroke.painted.clone(), stroke.key.clone());
        it.stroke = Some(stroke);
        self.learn_painted(&painted, &key)
    }

    /// Ends the stroke, and plays on if it played before.
    pub fn end_stroke(&mut self) {
        let stroke = self.painting.as_mut().and_then(|it| it.stroke.take());
        self.playing |= stroke.is_some_and(|stroke| stroke.playing);
    }

    /// Leaves almost nothing of what was painted.
    pub fn clear_painted(&mut self) -> Result<(), Error> {
        self.take_up();
        self.with_stroke(|painted, _, _, _, _| {
            painted.clear();
            None
        })?;
        self.end_stroke();
        Ok(())
    }

    /// Draws a curve instead of painting points, or the other way round.
    pub fn paint_other(&mut self) -> Result<(), Error> {
        let Some(it) = &mut self.painting else { return Ok(()) };
        *it = Painting::new(!it.curve, painter::EMPTY);
        let painted = Painted::empty(it.curve, it.room);
        self.strokes += 1;
        let key = ["paint ", &self.strokes.to_string()].concat();
        self.learn_painted(&painted, &key)
    }

    /// Moves the cross-hair by so many steps in each direction; about twenty lead from one end
    /// of the picture to the other.
    pub fn move_cross(&mut self, right: f64, up: f64) {
        let Some(it) = &mut self.painting else { return };
        let step = |(low, high): (f64, f64)| round_step((high - low) / 20.0).unwrap_or_default();
        let [x, y] = it.room;
        let to = (it.cross.0 + right * step(x), it.cross.1 + up * step(y));
        it.cross = inside(&it.room, to);
        it.keyed = true;
    }

    /// Paints at the cross-hair, as by a click.
    pub fn dab(&mut self) -> Result<(), Error> {
        self.at_cross(|painted, tool, plot, em, at| {
            painted.stroke(tool, plot, em, None, at);
        })
    }

    /// Takes away the point that is nearest to the cross-hair.
    pub fn erase_nearest(&mut self) -> Result<(), Error> {
        self.at_cross(|painted, _, plot, _, at| painted.erase_nearest(plot, at))
    }

    fn at_cross(
        &mut self,
        change: impl FnOnce(&mut Painted, Tool, &Plot, f64, Point),
    ) -> Result<(), Error> {
        let Some(it) = &mut self.painting else { return Ok(()) };
        it.keyed = true;
        let (x, y) = it.cross;
        self.take_up();
        self.with_stroke(|painted, tool, plot, em, _| {
            change(painted, tool, plot, em, plot.at(x, y));
            None
        })?;
        self.end_stroke();
        Ok(())
    }

    fn learn_painted(&mut self, painted: &Painted, key: &str) -> Result<(), Error> {
        let (Some(run), before) = (self.subject.run(), self.subject.settings()) else {
            return Ok(());
        };
        let mut experiment = self.settled();
        experiment.data = Data::Own(painted.data());
        if experiment.data == before.data {
            return Ok(());
        }
        experiment.domain.clear();
        (experiment.target, experiment.batches) = (None, None);
        // With a few points, each is learned from.
        (experiment.test_fraction, experiment.validation_fraction) = (0.0, 0.0);
        if !before.data.is_own() || painted.is_curve() != Fit::suits(run) {
            defaults::suit_data(&mut experiment, before, self.show.scene);
        }
        if (run.split().table.inputs.len(), run.network().outputs()) != painted.sizes() {
            experiment.forget_weights();
        }
        self.changing(key, Extent::Part, |state| {
            state.start(experiment)?;
            state.show.sample = None;
            state.imported = None;
            Ok(())
        })
    }
}

/// The nearest place with round numbers that is in sight.
fn inside(room: &Bounds, (x, y): Point) -> Point {
    let held = |value: f64, (low, high): (f64, f64)| math::clamp(value, low, high);
    painter::rounded(room, (held(x, room[0]), held(y, room[1])))
}

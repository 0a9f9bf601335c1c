//! Pictures of a network in training, all computed from one snapshot.
//!
//! To add a picture: write its module, and one line each in [`View`] and [`Pictures::draw`].

use crate::canvas::geometry::{Bounds, Point};
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Drawn, Pen};
use crate::canvas::plot::Plot;
use crate::canvas::tones::Tones;
use crate::network::boundary::Boundary;
use crate::network::chart::Charts;
use crate::network::chart::training_curves::OtherRuns;
use crate::network::diagram;
use crate::network::diagram::backprop_steps::Microscope;
use crate::network::diagram::unit_maps::Neurons;
use crate::network::diagram::way::StepOnTheWay;
use crate::network::kept_thumbnails::Side;
use crate::network::loss_curve::Curve;
use crate::network::loss_plane::Plane;
use crate::network::regression::Fit;
use crate::network::samples::Errors;
use crate::options::show::{Show, View};
use crate::plots::projection::Camera;
use crate::plots::surface;
use crate::text::messages::Words;
use downhill_core::Run;
use downhill_core::analysis::loss_plane;
use downhill_core::analysis::loss_slice::Slicer;
use downhill_core::run::history::History;
use std::rc::Rc;

/// Data of a network's pictures, computed from one snapshot. Those of a ball on a function are
/// [`crate::function::pictures::Pictures`].
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// Loss along one weight.
    pub curve: Curve,
    /// Loss over a plane, for map and surface.
    pub plane: Plane,
    /// Decision boundary.
    pub boundary: Boundary,
    /// Fitted curve of a network with one input and one value.
    pub fit: Fit,
    /// Activations of the units over the inputs.
    pub neurons: Neurons,
    /// Data of the charts.
    pub charts: Charts,
    /// History of the abandoned run.
    pub ghost: Option<History>,
    /// Runs kept for comparison.
    pub kept: Vec<Rc<Run>>,
    /// The run at which the fixed plane was chosen.
    pub held: Option<Run>,
    side: Side,
    /// Intermediate results of the next step, if shown.
    pub microscope: Option<Microscope>,
    /// Visible ranges during painting; `None` for all samples.
    pub room: Option<Bounds>,
    /// Position of the keyboard's cross-hair for painting.
    pub cross: Option<Point>,
    /// Losses of single samples.
    pub errors: Errors,
    /// The last step, while it is on its way.
    step: Option<StepOnTheWay>,
    slicer: Slicer,
}

impl Pictures {
    /// Computes the data of these views from the run's current state.
    pub fn update(&mut self, run: &Run, show: &Show, views: &[View]) {
        if views.contains(&View::Curve) {
            self.curve.update(run, show.weight, &mut self.slicer);
        }
        if views.contains(&View::Map) || views.contains(&View::Surface) {
            let Pictures { plane, held, slicer, .. } = self;
            plane.update(run, held.as_ref(), show.asked(), slicer);
            self.set_ghost();
        }
        if views.contains(&View::Kept) {
            self.side.update(&self.kept);
        }
        if views.contains(&View::Boundary) || views.contains(&View::Kept) {
            match Fit::suits(run) {
                true => self.fit.update(run, self.room),
                false => self.boundary.update(run, self.room),
            }
            self.errors.update(run, show.errors);
        }
        if views.contains(&View::Diagram) {
            self.neurons.update(run, self.room);
        }
        if views.contains(&View::Chart) {
            self.charts.update(run, show);
        }
    }

    /// One frame of the animation, in which the next map may be computed in part: it is drawn in
    /// `left` frames, this one included.
    pub fn frame(&mut self, run: &Run, show: &Show, left: usize) {
        let Pictures { plane, held, slicer, .. } = self;
        plane.frame(run, held.as_ref(), show.asked(), left, slicer);
    }

    /// One frame's share of a finer curve and of finer heights while paused. The views that are
    /// to be drawn again.
    pub fn refine(&mut self, run: &Run, show: &Show) -> &'static [View] {
        let Pictures { curve, plane, held, slicer, .. } = self;
        if curve.is_coarse() {
            return if curve.refine(run, slicer) { &[View::Curve] } else { &[] };
        }
        if !plane.refine(run, held.as_ref(), show.asked(), slicer) {
            return &[];
        }
        self.set_ghost();
        &[View::Map, View::Surface]
    }

    /// Whether curve or heights are coarser than they will be.
    pub fn is_coarse(&self) -> bool {
        self.curve.is_coarse() || self.plane.coarse
    }

    /// Gives up what is on its way: it belongs to a state that is over.
    pub fn forget(&mut self) {
        self.curve.forget();
        self.plane.forget();
    }

    /// Shows a run's last step at this share of its way; with none, where it has led. What was
    /// computed stays that of the snapshot before.
    pub fn show_step(&mut self, run: &Run, share: Option<f64>) {
        self.step = share.and_then(|share| StepOnTheWay::new(run, share));
        let place = self.step.as_ref().map(|step| &step.parameters);
        self.curve.place = place.and_then(|place| place.get(self.curve.weight)).copied();
        let Plane { land, directions, .. } = &mut self.plane;
        let seen = place.filter(|_| land.shadow.is_none());
        let at = seen.and_then(|place| match (directions, &place[..]) {
            (_, &[x, y]) => Some((x, y)),
            (directions, place) => directions.as_ref().map(|plane| plane.shadow(place)),
        });
        land.place = at.map(|at| (at, None));
    }

    /// Tones of a view's areas, as far as they change during training; `None` for a view of
    /// lines.
    pub fn tones(&self, view: View, run: &Run) -> Option<Tones> {
        match view {
            View::Map | View::Surface => Some(self.plane.land.tones()),
            View::Boundary | View::Kept if !Fit::suits(run) => Some(self.boundary.tones()),
            View::Diagram => self.neurons.tones(run.network()),
            _ => None,
        }
    }

    /// Projects the paths of the abandoned and the kept runs onto the plane.
    fn set_ghost(&mut self) {
        let (left, plane) = (self.ghost.as_ref(), self.plane.directions.as_ref());
        let way = |(left, plane): (&History, &loss_plane::Plane)| {
            left.states().map(|state| plane.shadow(state)).collect()
        };
        self.plane.land.ghost = left.zip(plane).map_or_else(Vec::new, way);
        let kept =
            self.kept.iter().map(|run| plane.map_or_else(Vec::new, |plane| shadow(run, plane)));
        self.plane.land.kept = kept.collect();
    }

    /// Index of the training sample under the microscope.
    fn ringed(&self) -> Option<usize> {
        self.microscope.as_ref().and_then(|it| it.row)
    }

    /// Draws one of the views for which [`Pictures::update`] was called last, and returns the
    /// rectangle of its axes, if it has any.
    pub fn draw<DB: Canvas>(
        &self,
        view: View,
        pen: &Pen<DB>,
        run: &Run,
        show: &Show,
        camera: Camera,
        words: Words,
    ) -> Drawn<DB, Option<Plot>> {
        match view {
            View::Curve => self.curve.draw(pen, run, words).map(Some),
            View::Derivative | View::Heights => Ok(None),
            View::Kept => {
                self.side.draw(pen, run, (&self.boundary, &self.fit), words).map(|()| None)
            }
            View::Map => self.plane.land.draw_map(pen, &self.plane.names(run, words)).map(Some),
            View::Surface => {
                surface::draw(pen, &self.plane.land, camera, &self.plane.names(run, words))
                    .map(|()| None)
            }
            View::Boundary => {
                let plot = match Fit::suits(run) {
                    true => self.fit.draw(pen, run, self.ringed(), &self.errors, words)?,
                    false => self.boundary.draw(pen, run, self.ringed(), &self.errors, words)?,
                };
                if let Some(at) = self.cross {
                    draw_cross(pen, &plot, at)?;
                }
                Ok(Some(plot))
            }
            View::Diagram => {
                let units = (&self.neurons, self.microscope.as_ref());
                diagram::draw(pen, run, show, units, self.step.as_ref(), words).map(|()| None)
            }
            View::Chart => {
                let beside = OtherRuns { left: self.ghost.as_ref(), kept: &self.kept };
                self.charts.draw(pen, run, beside, show, words)
            }
        }
    }
}

/// Path of a run, projected onto a plane; empty if it has another number of parameters.
fn shadow(run: &Run, plane: &loss_plane::Plane) -> Vec<(f64, f64)> {
    /// Largest number of recorded points used: enough for a line, and quick.
    const PLACES: usize = 64;
    let here = &run.snapshot().parameters;
    if here.len() != plane.origin.len() {
        return Vec::new();
    }
    let states = run.history().states();
    let every = states.len() / PLACES + 1;
    states.step_by(every).chain([&here[..]]).map(|state| plane.shadow(state)).collect()
}

/// Draws the cross-hair that the arrow keys move.
fn draw_cross<DB: Canvas>(pen: &Pen<DB>, plot: &Plot, (x, y): Point) -> Drawn<DB> {
    let ((x, y), arm) = (plot.at(x, y), 1.2 * pen.em);
    for (colour, width) in [(pen.theme.paper, 4.0), (pen.theme.ink, 1.5)] {
        pen.line(&[(x - arm, y), (x + arm, y)], colour, width)?;
        pen.line(&[(x, y - arm), (x, y + arm)], colour, width)?;
    }
    Ok(())
}

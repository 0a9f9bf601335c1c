//! Loss over a plane in parameter space: a slice, its validity, and the ball on it.

use crate::canvas::geometry::Pair;
use crate::function::summary::STILL;
use crate::network::loss_curve::whose;
use crate::options::show::Asked;
use crate::plots::axis_range;
use crate::plots::color_scale::Heights;
use crate::plots::contour_map::{Landscape, Map, Names};
use crate::text::messages::{Piece, Words};
use downhill_core::analysis::loss_plane::{self, Direction, Kind};
use downhill_core::analysis::loss_slice::{Along, Slicer};
use downhill_core::network::objective::Kept;
use downhill_core::{Experiment, Run};

/// Numbers of columns and rows of a slice, before the ball's own are added: the finest that the
/// time allows.
const GRIDS: [(usize, usize); 3] = [(28, 19), (19, 13), (13, 9)];

/// Work on a slice that fits into one animation frame: points × samples × [`Along::work`], some
/// 4 ms.
const A_FRAME: f64 = 1.2e7;

/// Number of frames over which a larger slice is spread during the animation.
const FRAMES: f64 = 3.0;

/// Work done at once while paused, before a finer slice follows.
const AT_ONCE: f64 = 2.0 * A_FRAME;

/// Grid sizes of a neuron's whole parameter space: of the map, computed once, and of the
/// surface.
const FINE: (usize, usize) = (97, 61);
const COARSE: (usize, usize) = (45, 29);

/// Fixed window of a neuron's weight and bias, while they are in it.
const ROOM: (Pair, Pair) = ((-2.7, 3.7), (-2.0, 2.0));

/// Slice of one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Plane {
    /// Landscape; its heights are the loss on the next batch.
    pub land: Landscape,
    /// The plane; `None` before the first slice.
    pub directions: Option<loss_plane::Plane>,
    /// Validity of the slice.
    pub trust: Trust,
    /// Age of the slice, in frames.
    pub age: u32,
    /// Whether a finer slice is to follow.
    pub coarse: bool,
    /// Fixed ranges of two weights while the ball is dragged.
    pub window: Option<(Pair, Pair)>,
    /// The next slice, in progress.
    survey: Option<Survey>,
    /// Settings and window that a neuron's map was computed for.
    whole: Option<(Experiment, (Pair, Pair))>,
}

/// Validity of a plane: the part of a run that it shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trust {
    /// Iteration of the ball's position.
    pub iteration: u32,
    /// Share of the path's variance about the ball that lies in the plane; `None` before the
    /// first step.
    pub share: Option<f64>,
    /// Distance of the ball from the plane.
    pub distance: f64,
    /// Number of samples whose loss it is.
    pub samples: usize,
    /// Whether that is the true loss: of all training samples, without dropout.
    pub is_true: bool,
    /// Loss at the ball.
    pub loss: f64,
    /// Loss at the ball's orthogonal projection onto the plane.
    pub shadow: f64,
}

/// A slice in progress.
#[derive(Clone, Debug)]
struct Survey {
    directions: loss_plane::Plane,
    objective: Kept,
    land: Landscape,
    trust: Trust,
    /// Index of the next line, and number of lines.
    line: usize,
    lines: usize,
    coarse: bool,
    age: u32,
}

/// Text on a picture's iteration and age.
pub fn age(iteration: u32, frames: u32, words: Words) -> Vec<Piece> {
    let key = if frames == 0 { "plane_now" } else { "plane_age" };
    let values = [
        ("n", &*frames.to_string()),
        ("iteration", &words.count(iteration)),
        ("frames", &words.count(frames)),
    ];
    words.pieces(key, &values)
}

/// Whether the loss of the coming step is that of all training samples, without dropout.
fn is_true(run: &Run) -> bool {
    run.sees_all() && run.settings().dropout == 0.0
}

fn along(plane: &loss_plane::Plane) -> Along<'_> {
    match plane.along {
        [Direction::Parameter(x), Direction::Parameter(y)] => Along::Parameters(x, y),
        _ => Along::Directions(&plane.axes[0], &plane.axes[1]),
    }
}

/// Window of two weights: around their path, or for a neuron its whole window, which is fixed
/// while the ball is dragged in it.
pub fn window_of(run: &Run, (x, y): (usize, usize)) -> (Pair, Pair) {
    let at = &run.snapshot().parameters;
    let trail =
        || run.history().parameter(x).zip(run.history().parameter(y)).chain([(at[x], at[y])]);
    let inside =
        |(x, y): Pair| (ROOM.0.0..=ROOM.0.1).contains(&x) && (ROOM.1.0..=ROOM.1.1).contains(&y);
    match at.len() == 2 && trail().all(inside) {
        true => ROOM,
        false => axis_range::plane(trail().map(|at| at.0), trail().map(|at| at.1)),
    }
}

impl Survey {
    /// Begins the slice of a run's snapshot, on the finest grid with at most this much work; the
    /// plane is chosen at `held`, or at the run; of two weights, `window` is in sight, if given.
    fn new(
        run: &Run,
        held: Option<&Run>,
        (kind, weights): Asked,
        window: Option<(Pair, Pair)>,
        slicer: &mut Slicer,
        most: f64,
    ) -> Survey {
        let snapshot = run.snapshot();
        let theta = &snapshot.parameters;
        let directions = loss_plane::Plane::of(held.unwrap_or(run), kind, weights);
        let mut land = Landscape { at: directions.shadow(theta), ..Landscape::default() };
        let step: Vec<f64> = snapshot.next.iter().zip(theta).map(|(next, at)| next - at).collect();
        land.step = directions.part(&step);
        land.trail.extend(run.history().states().map(|state| directions.shadow(state)));
        if land.trail.last() != Some(&land.at) {
            land.trail.push(land.at);
        }
        let trail = || land.trail.iter().copied();
        land.window = match kind {
            Kind::Weights => window.unwrap_or_else(|| window_of(run, weights)),
            Kind::Random => axis_range::around_zero(trail()),
            _ => axis_range::plane(trail().map(|at| at.0), trail().map(|at| at.1)),
        };
        let objective = run.objective();
        let distance = directions.distance(theta);
        land.value = snapshot.batch_loss;
        let mut shadow = land.value;
        if distance > 0.0 {
            let below = directions.at(land.at);
            let mut losses = Vec::new();
            slicer.line(&objective, &below, 0, &below[..1], &mut losses);
            shadow = losses[0];
            land.shadow = Some(shadow);
        }
        let path = loss_plane::path(run);
        let trust = Trust {
            iteration: snapshot.iteration,
            share: directions.share(theta, path),
            distance,
            samples: run.coming().n,
            is_true: is_true(run),
            loss: land.value,
            shadow,
        };
        let work = along(&directions).work(run.network()) * objective.batch.n;
        let fits = |(columns, rows): &&(usize, usize)| (columns * rows * work) as f64 <= most;
        let (columns, rows) = *GRIDS.iter().find(fits).unwrap_or(&GRIDS[GRIDS.len() - 1]);
        axis_range::grid(land.window.0, columns, land.at.0, &mut land.xs);
        axis_range::grid(land.window.1, rows, land.at.1, &mut land.ys);
        land.values.resize(land.xs.len() * land.ys.len(), 0.0);
        let lines = along(&directions).lines(run.network(), (&land.xs, &land.ys));
        let objective = objective.keep();
        let coarse = (columns, rows) != GRIDS[0];
        Survey { directions, objective, land, trust, line: 0, lines, coarse, age: 0 }
    }

    /// Whether a whole slice on the finest grid fits into one frame.
    fn is_quick(run: &Run, (kind, (x, y)): Asked) -> bool {
        let along = match kind {
            Kind::Weights => Along::Parameters(x, y),
            _ => Along::Directions(&[], &[]),
        };
        let places = GRIDS[0].0 * GRIDS[0].1 * run.coming().n;
        (places * along.work(run.network())) as f64 <= A_FRAME
    }

    /// Number of lines that take so much work, at least one.
    fn lines_within(&self, work: f64) -> usize {
        let objective = self.objective.objective();
        let a_place = along(&self.directions).work(objective.network) * objective.batch.n;
        let a_line = self.land.values.len() / self.lines * a_place;
        ((work / a_line as f64).ceil() as usize).max(1)
    }

    /// Computes this many more lines. True when all are done.
    fn go_on(&mut self, lines: usize, slicer: &mut Slicer) -> bool {
        let to = self.lines.min(self.line + lines);
        let land = &mut self.land;
        slicer.lines(
            &self.objective.objective(),
            &self.directions.origin,
            along(&self.directions),
            (&land.xs, &land.ys),
            self.line..to,
            &mut land.values,
        );
        self.line = to;
        to == self.lines
    }
}

/// Writes the ball's own loss into the grid, to the last digit.
fn set_at_ball(land: &mut Landscape) {
    let place = |values: &[f64], at| values.iter().position(|value| *value == at);
    let (column, row) = (place(&land.xs, land.at.0), place(&land.ys, land.at.1));
    if let (Some(column), Some(row)) = (column, row) {
        land.values[row * land.xs.len() + column] = land.shadow.unwrap_or(land.value);
    }
}

impl Plane {
    /// Computes the slice of a run's snapshot, or completes the one in progress. A fixed plane
    /// is chosen at `held`.
    pub fn update(&mut self, run: &Run, held: Option<&Run>, asked: Asked, slicer: &mut Slicer) {
        if run.network().parameters() == 2 {
            return self.update_neuron(run, slicer);
        }
        let begun = self.survey.take();
        let is_new = begun.is_none();
        let mut survey =
            begun.unwrap_or_else(|| Survey::new(run, held, asked, self.window, slicer, AT_ONCE));
        if survey.go_on(survey.lines_within(AT_ONCE), slicer) {
            self.finish(survey);
            return;
        }
        if is_new {
            // Heights of another moment, or of another network, would be wrong here.
            self.land = Landscape {
                xs: Vec::new(),
                ys: Vec::new(),
                values: Vec::new(),
                ..survey.land.clone()
            };
            self.directions = Some(survey.directions.clone());
            (self.trust, self.age) = (survey.trust, survey.age);
        }
        self.coarse = true;
        self.survey = Some(survey);
    }

    /// One frame of the animation; the next slice is drawn in `left` frames, this one included.
    /// A slice too large for that frame is begun now, but at most some frames ahead, so that it
    /// is recent when drawn.
    pub fn frame(
        &mut self,
        run: &Run,
        held: Option<&Run>,
        asked: Asked,
        left: usize,
        slicer: &mut Slicer,
    ) {
        self.age += 1;
        if left as f64 > FRAMES {
            return;
        }
        if run.network().parameters() == 2 || self.survey.is_none() && Survey::is_quick(run, asked)
        {
            return;
        }
        let mut survey = match self.survey.take() {
            Some(survey) => Survey { age: survey.age + 1, ..survey },
            None => Survey::new(run, held, asked, self.window, slicer, FRAMES * A_FRAME),
        };
        let lines = (survey.lines - survey.line).div_ceil(left.max(1));
        let lines = lines.min(survey.lines_within(AT_ONCE));
        survey.go_on(lines, slicer);
        self.survey = Some(survey);
    }

    /// One frame's share of the finer slice that follows a coarse one while paused. True when it
    /// is complete.
    pub fn refine(
        &mut self,
        run: &Run,
        held: Option<&Run>,
        asked: Asked,
        slicer: &mut Slicer,
    ) -> bool {
        let survey = self.survey.take();
        let mut survey = survey
            .unwrap_or_else(|| Survey::new(run, held, asked, self.window, slicer, f64::INFINITY));
        let done = survey.go_on(survey.lines_within(A_FRAME), slicer);
        match done {
            true => self.finish(survey),
            false => self.survey = Some(survey),
        }
        done
    }

    /// Discards the slice in progress, which is out of date.
    pub fn forget(&mut self) {
        self.survey = None;
    }

    fn finish(&mut self, survey: Survey) {
        let Survey { directions, mut land, trust, coarse, age, .. } = survey;
        set_at_ball(&mut land);
        land.heights = Heights::of_losses(&land.values, land.value);
        land.map = Map::new(land.grid(), &land.heights);
        self.land = land;
        self.directions = Some(directions);
        (self.trust, self.coarse, self.age) = (trust, coarse, age);
    }

    /// Computes the slice of a neuron, whose weight and bias are all its parameters.
    fn update_neuron(&mut self, run: &Run, slicer: &mut Slicer) {
        let (x, y) = (0, 1);
        let snapshot = run.snapshot();
        let land = &mut self.land;
        land.at = (snapshot.parameters[x], snapshot.parameters[y]);
        land.value = snapshot.batch_loss;
        land.trail.clear();
        land.trail.extend(run.history().parameter(x).zip(run.history().parameter(y)));
        if land.trail.last() != Some(&land.at) {
            land.trail.push(land.at);
        }
        land.window = window_of(run, (x, y));
        let ((left, right), (bottom, top)) = land.window;
        let step = (snapshot.next[x] - land.at.0, snapshot.next[y] - land.at.1);
        let seen = step.0.abs() > STILL * (right - left) || step.1.abs() > STILL * (top - bottom);
        land.step = if seen { step } else { (0.0, 0.0) };
        let whole = run.sees_all();
        let shown = |(settings, window): &(Experiment, _)| {
            settings == run.settings() && *window == land.window
        };
        if !whole || !self.whole.as_ref().is_some_and(shown) {
            self.whole = None;
        }
        let work = Along::Parameters(x, y).work(run.network()) * run.coming().n;
        // What stands still, if it is not known, and then what passes through the ball.
        for fine in [true, false] {
            if fine && (!whole || self.whole.is_some()) {
                continue;
            }
            let wanted = match (fine, whole) {
                (true, _) => 0,
                (_, true) => 1,
                _ => 2,
            };
            let fits =
                |(columns, rows): &&(usize, usize)| (columns * rows * work) as f64 <= AT_ONCE;
            let sizes = [FINE, COARSE, GRIDS[0], GRIDS[2]];
            let (columns, rows) = *sizes[wanted..].iter().find(fits).unwrap_or(&GRIDS[2]);
            // It does not depend on where the ball is when it is computed.
            let through = if fine { (f64::NAN, f64::NAN) } else { land.at };
            axis_range::grid(land.window.0, columns, through.0, &mut land.xs);
            axis_range::grid(land.window.1, rows, through.1, &mut land.ys);
            slicer.plane(
                &run.objective(),
                &snapshot.parameters,
                (x, y),
                (&land.xs, &land.ys),
                &mut land.values,
            );
            set_at_ball(land);
            if fine || !whole {
                land.heights = Heights::of_whole(&land.values);
                land.map = Map::new(land.grid(), &land.heights);
            }
        }
        if whole && self.whole.is_none() {
            self.whole = Some((run.settings().clone(), land.window));
        }
        self.directions = Some(loss_plane::Plane::of(run, Kind::Weights, (x, y)));
        self.trust = Trust {
            iteration: snapshot.iteration,
            share: None,
            distance: 0.0,
            samples: run.coming().n,
            is_true: is_true(run),
            loss: land.value,
            shadow: land.value,
        };
        self.age = 0;
    }

    /// Validity in a few words; empty for a plane along two weights that contains the ball.
    fn caption(&self, words: Words) -> String {
        let of_weights = self.directions.as_ref().is_none_or(|it| it.kind == Kind::Weights);
        if of_weights && self.trust.distance == 0.0 {
            return String::new();
        }
        let share = self.trust.share.map_or(String::new(), |share| {
            words.fill("plane_share_short", &[("share", &words.percent(share))])
        });
        match self.trust.distance > 0.0 {
            false => share,
            true => {
                let distance = words.significant(self.trust.distance, 3);
                words.fill("plane_off_short", &[("share", &share), ("distance", &distance)])
            }
        }
    }

    /// Kind, validity and age of the plane, in sentences.
    pub fn note(&self, words: Words) -> Vec<Piece> {
        let key = match self.directions.as_ref().map(|plane| plane.kind) {
            None | Some(Kind::Weights) => "map_note",
            Some(Kind::Random) => "map_note_random",
            Some(Kind::Path) => "map_note_path",
            Some(Kind::Gradient) => "map_note_gradient",
        };
        let step = words.significant(self.land.heights.step.unwrap_or(0.0), 1);
        let mut pieces = words.pieces(key, &[("step", &step)]);
        let Trust { iteration, share, distance, samples, is_true, loss, shadow } = self.trust;
        let key = match (distance > 0.0, is_true) {
            (true, true) => "plane_off",
            (true, false) => "plane_off_batch",
            (false, true) => "plane_in",
            (false, false) => "plane_in_batch",
        };
        let samples = samples.to_string();
        let values = [
            ("distance", &*words.significant(distance, 3)),
            ("n", &samples),
            ("samples", &samples),
            ("loss", &words.significant(loss, 4)),
            ("shadow", &words.significant(shadow, 4)),
        ];
        pieces.extend(words.pieces(key, &values));
        if let Some(share) = share {
            pieces.extend(words.pieces("plane_share", &[("share", &words.percent(share))]));
        }
        pieces.extend(age(iteration, self.age, words));
        pieces
    }

    /// The two weights of a network that the plane is of, if it is one of two weights with the ball
    /// in it.
    pub fn weights(&self) -> Option<[usize; 2]> {
        match self.directions.as_ref()?.along {
            [Direction::Parameter(x), Direction::Parameter(y)] if self.land.shadow.is_none() => {
                Some([x, y])
            }
            _ => None,
        }
    }

    /// Names of the axes.
    pub fn names(&self, run: &Run, words: Words) -> Names {
        if run.network().parameters() == 2 {
            let [x, y, height] =
                ["neuron_weight", "neuron_bias", "cost"].map(|key| words.get(key).to_string());
            return Names { x, y, height, caption: String::new(), words };
        }
        let along = self.directions.as_ref().map_or([Direction::Any; 2], |plane| plane.along);
        let name = |axis: usize| {
            let number = (axis + 1).to_string();
            let key = match along[axis] {
                Direction::Parameter(weight) => return words.parameter(run, weight),
                Direction::Random => "direction_random",
                Direction::Principal(share) => {
                    let key = ["direction_principal_1", "direction_principal_2"][axis];
                    return words.fill(key, &[("share", &words.percent(share))]);
                }
                Direction::Gradient => "gradient",
                Direction::Momentum => "direction_momentum",
                Direction::Move => "direction_move",
                Direction::Step => "direction_step",
                Direction::Any => "direction_any",
            };
            words.fill(key, &[("number", &number)])
        };
        let (x, y, height) = (name(0), name(1), words.get(whose(run)).to_string());
        Names { x, y, height, caption: self.caption(words), words }
    }
}

//! What is under the pointer: a title and a few rows of numbers, from the run's snapshot.

use crate::canvas::pen::{Plot, Point};
use crate::network::diagram::Layout;
use crate::network::pictures::Pictures;
use crate::network::regression::Fit;
use crate::network::samples;
use crate::options::show::{Show, View};
use crate::text::messages::{Piece, Words};
use crate::text::number::{self, signed, significant};
use downhill_core::Run;
use downhill_core::data::split::Split;
use downhill_core::data::table::Targets;
use downhill_core::network::{Dropout, Workspace, metrics};

/// The costs under which a share is a probability.
const PROBABILITIES: [&str; 2] = ["softmax_cross_entropy", "binary_cross_entropy"];

/// A picture as it was drawn.
pub struct Picture {
    /// Where its axes are, if it has any.
    pub plot: Option<Plot>,
    /// Its width and height in CSS pixels.
    pub size: Point,
    /// Its text's size in CSS pixels.
    pub em: f64,
}

/// A number of what is pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub name: Vec<Piece>,
    /// As people read it.
    pub text: String,
    /// All its digits; none for words.
    pub value: Option<f64>,
}

impl Row {
    /// A row with a number.
    pub fn new(name: Vec<Piece>, text: String, value: f64) -> Row {
        Row { name, text, value: Some(value) }
    }

    /// A row of words.
    pub fn text(name: Vec<Piece>, text: String) -> Row {
        Row { name, text, value: None }
    }
}

/// What is told of a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What it is.
    pub title: String,
    /// Its numbers.
    pub rows: Vec<Row>,
    /// The point, in CSS pixels.
    pub at: Point,
    /// Where that is drawn of which it is told.
    pub mark: Point,
    /// From where down to where the same is told; none where it is told of one place.
    pub upright: Option<(f64, f64)>,
}

impl Told {
    /// Nothing yet.
    pub(crate) fn at(at: Point) -> Told {
        Told { title: String::new(), rows: Vec::new(), at, mark: at, upright: None }
    }
}

/// A row of the data, as it stands among those it learns from or is tested on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Whether it is kept for testing.
    pub test: bool,
    /// Its place among these.
    pub place: usize,
}

impl Sample {
    /// Its row in the table.
    fn row(self, split: &Split) -> usize {
        let rows = if self.test { &split.test_rows } else { &split.train_rows };
        rows[self.place]
    }
}

/// All samples: those it learns from, then those for testing.
pub(crate) fn samples(split: &Split) -> impl Iterator<Item = Sample> {
    let all = |test, count| (0..count).map(move |place| Sample { test, place });
    all(false, split.train.n).chain(all(true, split.test.n))
}

/// Where a row stands among the network's answers: its first two inputs or, if it has but
/// one, this and its value.
pub fn place(split: &Split, row: usize) -> Point {
    let inputs = &split.table.rows[row];
    let up = inputs.get(1).copied().unwrap_or_else(|| split.table.targets.target(row, 0));
    (inputs[0], up)
}

/// What is told of the sample that is nearest to a point, and not farther away than `within`.
pub(crate) fn nearest(
    run: &Run,
    places: impl Iterator<Item = (Sample, Point)>,
    at: Point,
    within: f64,
    words: Words,
) -> Option<Told> {
    let apart = |(_, place): &(Sample, Point)| (place.0 - at.0).hypot(place.1 - at.1);
    let nearest = places.min_by(|a, b| apart(a).total_cmp(&apart(b)))?;
    (apart(&nearest) <= within).then(|| of_sample(run, nearest.0, words, (at, nearest.1)))
}

/// A number under its name, as a key of the texts.
pub(crate) fn digits(words: Words, key: &str, value: f64) -> Row {
    Row::new(words.pieces(key, &[]), significant(value, 4), value)
}

/// The same with its sign.
fn sign(words: Words, key: &str, value: f64) -> Row {
    Row::new(words.pieces(key, &[]), signed(value, 4), value)
}

/// A number under a name that is no key.
fn named(name: &str, value: f64) -> Row {
    Row::new(vec![Piece::plain(name)], significant(value, 4), value)
}

/// What the network of a run's snapshot answers to one sample's inputs, `[output]`.
fn answers(run: &Run, inputs: &[f64]) -> Vec<f64> {
    let (mut outputs, theta) = (Vec::new(), &run.snapshot().parameters);
    run.network().answers(theta, inputs, 1, &mut outputs, &mut Workspace::default());
    outputs
}

/// How much each class is held to be the right one.
fn shares(run: &Run, outputs: &[f64]) -> Vec<f64> {
    let mut shares = outputs.to_vec();
    (run.settings().cost.shares)(&mut shares);
    shares
}

/// What is expected of a sample, what the network answers, and what that alone costs,
/// without dropout and penalty.
fn of_sample(run: &Run, sample: Sample, words: Words, (at, mark): (Point, Point)) -> Told {
    let split = run.split();
    let row = sample.row(split);
    let mut room = samples::Room::default();
    let loss = room.loss(run, sample);
    let targets = &split.table.targets;
    let mut rows = Vec::new();
    if let Targets::Classes { names, labels } = targets {
        let shares = shares(run, room.work.outputs());
        let best = metrics::largest(&shares, 1)[0];
        let answer = [("class", &*names[best]), ("share", &number::percent(shares[best]))];
        let answer = words.fill("probe_class", &answer);
        let expected = names[labels[row]].clone();
        rows.push(Row::text(words.pieces("answers_expected", &[]), expected));
        rows.push(Row::new(words.pieces("probe_answer", &[]), answer, shares[best]));
    } else {
        for (output, answer) in room.work.outputs().iter().enumerate() {
            let (measured, value) = (targets.target(row, output), split.value(output, *answer));
            rows.push(digits(words, "probe_measured", measured));
            rows.push(digits(words, "probe_answer", value));
            rows.push(sign(words, "probe_error", value - measured));
        }
    }
    rows.push(digits(words, "probe_loss", loss));
    let key = if sample.test { "probe_row_test" } else { "probe_row" };
    let title = words.fill(key, &[("row", &(row + 1).to_string())]);
    Told { title, rows, mark, ..Told::at(at) }
}

/// A place of the input plane, and what the network answers there.
fn of_place(run: &Run, plot: &Plot, at: Point, words: Words) -> Told {
    let split = run.split();
    let (x, y) = plot.values_at(at);
    let mut rows: Vec<Row> = [x, y]
        .into_iter()
        .enumerate()
        .map(|(input, value)| named(&words.input(run, input), value))
        .collect();
    let inputs = split.inputs_at(&[x], &[y]);
    if inputs.iter().any(|input| !input.is_finite()) {
        // A feature has no value here.
        return Told { title: words.get("probe_here").to_string(), rows, ..Told::at(at) };
    }
    let (outputs, cost) = (answers(run, &inputs), run.settings().cost);
    let targets = &split.table.targets;
    let classes = matches!(targets, Targets::Classes { .. }) || cost.tells_two_classes;
    let shares = if classes { shares(run, &outputs) } else { outputs };
    for ((output, name), share) in targets.names().iter().enumerate().zip(shares) {
        rows.push(match classes {
            true => {
                let mark = format!("class_mark_{}", output % 3 + 1);
                Row::new(words.pieces(&mark, &[("name", name)]), number::percent(share), share)
            }
            false => named(name, split.value(output, share)),
        });
    }
    let title = match PROBABILITIES.contains(&cost.id) {
        _ if !classes => "probe_here",
        true => "probe_probabilities",
        false => "probe_shares",
    };
    Told { title: words.get(title).to_string(), rows, ..Told::at(at) }
}

/// An input of a network that has but one, and its answer.
fn of_input(run: &Run, plot: &Plot, at: Point, words: Words) -> Told {
    let split = run.split();
    let x = plot.values_at(at).0;
    let value = split.value(0, answers(run, &split.inputs_at(&[x], &[]))[0]);
    Told {
        title: words.get("probe_here").to_string(),
        rows: vec![named(&words.input(run, 0), x), digits(words, "probe_answer", value)],
        mark: plot.held(plot.at(x, value)),
        ..Told::at(at)
    }
}

/// A weight or a bias: what it is, its slope, where it came from and where it goes.
fn of_weight(run: &Run, index: usize, words: Words) -> Told {
    let snapshot = run.snapshot();
    let at = snapshot.parameters[index];
    let mut rows = vec![
        digits(words, "probe_value", at),
        sign(words, "probe_gradient", snapshot.gradient[index]),
    ];
    // Where many steps were made at once, nothing knows the last.
    if let Some(previous) = run.previous() {
        rows.push(sign(words, "probe_last_move", at - previous.parameters[index]));
    }
    rows.push(sign(words, "probe_next_move", snapshot.next[index] - at));
    Told { title: words.parameter(run, index), rows, ..Told::at((0.0, 0.0)) }
}

/// A unit: what it puts out for the sample that is looked at, or for all of the coming
/// step, dropout aside.
fn of_unit(run: &Run, show: &Show, (layer, unit): (usize, usize), words: Words) -> Told {
    let (network, batch) = (run.network(), run.coming());
    let mut work = Workspace::default();
    let values = match layer {
        0 => &batch.inputs[unit * batch.n..],
        _ => {
            work.fit(network, batch.n);
            let theta = &run.snapshot().parameters;
            network.forward(theta, &batch.inputs, batch.n, Dropout::NONE, &mut work);
            &work.a(layer - 1)[unit * batch.n..]
        }
    };
    let values = &values[..batch.n];
    let (key, number, mut rows) = match show.sample {
        Some(sample) => {
            let sample = sample.min(batch.n);
            ("probe_unit_sample", sample, vec![digits(words, "probe_puts_out", values[sample - 1])])
        }
        None => {
            let edge = |edge: fn(f64, f64) -> f64| values.iter().copied().reduce(edge);
            let mean = values.iter().sum::<f64>() / batch.n as f64;
            let rows = vec![
                digits(words, "probe_lowest", edge(f64::min).unwrap_or(f64::NAN)),
                digits(words, "probe_mean", mean),
                digits(words, "probe_highest", edge(f64::max).unwrap_or(f64::NAN)),
            ];
            ("probe_unit", batch.n, rows)
        }
    };
    if layer > 0 {
        let activation = network.layers()[layer - 1].activation.id.replace('_', " ");
        rows.push(Row::text(words.pieces("activation", &[]), activation));
    }
    let (name, number) = (words.unit(run, layer, unit), number::count(number as u32));
    let title = words.fill(key, &[("name", &name), ("number", &number)]);
    Told { title, rows, ..Told::at((0.0, 0.0)) }
}

/// The losses at a value of the selected weight.
fn of_curve(run: &Run, show: &Show, plot: &Plot, at: Point, words: Words) -> Told {
    let mut theta = run.snapshot().parameters.clone();
    let value = plot.values_at(at).0;
    theta[show.weight] = value;
    let mut work = Workspace::default();
    let loss = run.objective().loss(&theta, &mut work);
    let mut rows = vec![digits(words, "probe_value", value)];
    match run.sees_all() {
        true => rows.push(digits(words, "loss", loss)),
        false => {
            rows.push(digits(words, "batch_loss", loss));
            rows.push(digits(words, "train_loss", run.train_objective().loss(&theta, &mut work)));
        }
    }
    let mark = plot.held(plot.at(value, loss));
    Told { title: words.parameter(run, show.weight), rows, mark, ..Told::at(at) }
}

impl Pictures {
    /// What is under a point of a view that is drawn as `picture` says; without a point,
    /// where the keyboard begins to read it. None where nothing is.
    pub fn probe(
        &self,
        view: View,
        run: &Run,
        show: &Show,
        picture: &Picture,
        at: Option<Point>,
        words: Words,
    ) -> Option<Told> {
        // Beside the axes is near enough, the names of the axes are not.
        let near = |plot: Plot, at: Point| {
            let held = plot.held(at);
            let close = (held.0 - at.0).hypot(held.1 - at.1) <= picture.em;
            close.then_some(held)
        };
        let at = match (at, picture.plot) {
            (Some(at), Some(plot)) => Some(near(plot, at)?),
            (at, _) => at,
        };
        match view {
            View::Diagram => {
                let drawn = self.microscope.as_ref().is_some_and(|it| it.is_drawn());
                let layout = Layout::new(run.network(), picture.size, picture.em).opened(drawn);
                if let Some((at, unit)) = at.and_then(|at| Some((at, layout.pick_unit(at)?))) {
                    let mark = layout.unit(unit.0, unit.1);
                    return Some(Told { at, mark, ..of_unit(run, show, unit, words) });
                }
                let index = at.map_or(Some(show.weight), |at| layout.pick(at))?;
                let mark = layout.mark(run.network().parameter(index));
                let at = at.unwrap_or(mark);
                Some(Told { at, mark, ..of_weight(run, index, words) })
            }
            View::Boundary => {
                let plot = picture.plot?;
                let at = at.unwrap_or(plot.middle());
                let split = run.split();
                let places = samples(split).map(|sample| {
                    let (x, y) = place(split, sample.row(split));
                    (sample, plot.at(x, y))
                });
                nearest(run, places, at, 0.8 * picture.em, words).or_else(|| {
                    Some(match Fit::suits(run) {
                        true => of_input(run, &plot, at, words),
                        false => of_place(run, &plot, at, words),
                    })
                })
            }
            View::Curve => {
                let plot = picture.plot?;
                let ball = plot.at(self.curve.ball.x, self.curve.ball.height);
                let at = at.unwrap_or(plot.held(ball));
                Some(of_curve(run, show, &plot, at, words))
            }
            View::Map => {
                let (plot, land) = (picture.plot?, &self.plane.land);
                let at = at.unwrap_or(plot.held(plot.at(land.at.0, land.at.1)));
                let (x, y) = plot.values_at(at);
                let loss = land.grid().between(x, y)?;
                let names = self.plane.names(run, words);
                let mut height = named(&names.height, loss);
                // Between the places where it was computed.
                height.text = words.fill("probe_about", &[("value", &height.text)]);
                Some(Told {
                    title: words.get("probe_plane").to_string(),
                    rows: vec![named(&names.x, x), named(&names.y, y), height],
                    ..Told::at(at)
                })
            }
            View::Chart => self.charts.probe(run, show.chart, picture, at, words),
            View::Derivative | View::Heights | View::Surface | View::Kept => None,
        }
    }
}

//! Hit test: the tooltip of the point under the pointer, from the run's snapshot.

use crate::canvas::geometry::Point;
use crate::canvas::plot::Plot;
use crate::network::diagram::layout::Layout;
use crate::network::pictures::Pictures;
use crate::network::regression::Fit;
use crate::network::samples::{nearest, place, samples, shares};
use crate::network::tooltip::{Picture, Row, Tooltip, digits, named, sign};
use crate::options::show::{Show, View};
use crate::text::messages::Words;
use downhill_core::Run;
use downhill_core::data::table::Targets;
use downhill_core::network::{Dropout, Workspace};

/// Costs with which a share is a probability.
const PROBABILITIES: [&str; 2] = ["softmax_cross_entropy", "binary_cross_entropy"];

/// Outputs of a run's network for one sample's inputs, `[output]`.
pub(super) fn answers(run: &Run, inputs: &[f64]) -> Vec<f64> {
    let (mut outputs, theta) = (Vec::new(), &run.snapshot().parameters);
    run.network().answers(theta, inputs, 1, &mut outputs, &mut Workspace::default());
    outputs
}

/// Tooltip of a point of the input plane, with the network's outputs there.
fn of_place(run: &Run, plot: &Plot, at: Point, words: Words) -> Tooltip {
    let split = run.split();
    let (x, y) = plot.values_at(at);
    let mut rows: Vec<Row> = [x, y]
        .into_iter()
        .enumerate()
        .map(|(input, value)| named(words, &words.input(run, input), value))
        .collect();
    let inputs = split.inputs_at(&[x], &[y]);
    if inputs.iter().any(|input| !input.is_finite()) {
        // A feature has no value here.
        return Tooltip { title: words.get("probe_here").to_string(), rows, ..Tooltip::at(at) };
    }
    let (outputs, cost) = (answers(run, &inputs), run.settings().cost);
    let targets = &split.table.targets;
    let classes = matches!(targets, Targets::Classes { .. }) || cost.tells_two_classes;
    let shares = if classes { shares(run, &outputs) } else { outputs };
    for ((output, name), share) in words.targets(run).into_iter().enumerate().zip(shares) {
        rows.push(match classes {
            true => {
                let mark = format!("class_mark_{}", output % 3 + 1);
                Row::new(words.pieces(&mark, &[("name", name)]), words.percent(share), share)
            }
            false => named(words, name, split.value(output, share)),
        });
    }
    let title = match PROBABILITIES.contains(&cost.id) {
        _ if !classes => "probe_here",
        true => "probe_probabilities",
        false => "probe_shares",
    };
    Tooltip { title: words.get(title).to_string(), rows, ..Tooltip::at(at) }
}

/// Tooltip of an input of a network with a single one, with its output.
fn of_input(run: &Run, plot: &Plot, at: Point, words: Words) -> Tooltip {
    let split = run.split();
    let x = plot.values_at(at).0;
    let value = split.value(0, answers(run, &split.inputs_at(&[x], &[]))[0]);
    Tooltip {
        title: words.get("probe_here").to_string(),
        rows: vec![named(words, &words.input(run, 0), x), digits(words, "probe_answer", value)],
        mark: plot.held(plot.at(x, value)),
        ..Tooltip::at(at)
    }
}

/// Tooltip of a weight or a bias: its value, its gradient, its last and its next move.
fn of_weight(run: &Run, index: usize, words: Words) -> Tooltip {
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
    Tooltip { title: words.parameter(run, index), rows, ..Tooltip::at((0.0, 0.0)) }
}

/// Tooltip of a unit: its activation for the selected sample, or for all of the next step,
/// without dropout.
fn of_unit(run: &Run, show: &Show, (layer, unit): (usize, usize), words: Words) -> Tooltip {
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
    let (name, number) = (words.unit(run, layer, unit), words.count(number as u32));
    let title = words.fill(key, &[("name", &name), ("number", &number)]);
    Tooltip { title, rows, ..Tooltip::at((0.0, 0.0)) }
}

/// Tooltip of a value of the selected weight, with its losses.
fn of_curve(run: &Run, show: &Show, plot: &Plot, at: Point, words: Words) -> Tooltip {
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
    Tooltip { title: words.parameter(run, show.weight), rows, mark, ..Tooltip::at(at) }
}

impl Pictures {
    /// Tooltip of a point of a view drawn as in `picture`; without a point, of the one where the
    /// keyboard begins. `None` if there is nothing.
    pub fn probe(
        &self,
        view: View,
        run: &Run,
        show: &Show,
        picture: &Picture,
        at: Option<Point>,
        words: Words,
    ) -> Option<Tooltip> {
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
                    return Some(Tooltip { at, mark, ..of_unit(run, show, unit, words) });
                }
                let index = at.map_or(Some(show.weight), |at| layout.pick(at))?;
                let mark = layout.mark(run.network().parameter(index));
                let at = at.unwrap_or(mark);
                Some(Tooltip { at, mark, ..of_weight(run, index, words) })
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
                let mut height = named(words, &names.height, loss);
                // Between the places where it was computed.
                height.text = words.fill("probe_about", &[("value", &height.text)]);
                Some(Tooltip {
                    title: words.get("probe_plane").to_string(),
                    rows: vec![named(words, &names.x, x), named(words, &names.y, y), height],
                    ..Tooltip::at(at)
                })
            }
            View::Chart => self.charts.probe(run, show.chart, picture, at, words),
            View::Derivative | View::Heights | View::Surface | View::Kept => None,
        }
    }
}

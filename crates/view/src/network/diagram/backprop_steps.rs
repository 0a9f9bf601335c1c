//! Back propagation under the microscope: the first part of a step in stages, for one sample or
//! the batch, and the chain rule for the selected weight with its numbers.

use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Beside, Drawn, Ink, Pen};
use crate::canvas::theme::mix;
use crate::options::show::Show;
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::analysis::backprop_trace::{Contribution, Parts};
use downhill_core::analysis::finite_difference::Measured;
use downhill_core::data::table::Targets;
use downhill_core::network::Network;

/// Stage of the computation; layers of weights are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Forward: this layer's activations, from those before.
    Forward(usize),
    /// Cost, from outputs and targets.
    Cost,
    /// Backward: this layer's δ, from those of the next.
    Backward(usize),
}

impl Stage {
    /// Number of stages: every layer forward, the cost, every layer backward.
    pub fn count(network: &Network) -> usize {
        2 * network.layers().len() + 1
    }

    /// Current stage, when this many have begun; `None` before the first.
    pub fn of(network: &Network, begun: usize) -> Option<Stage> {
        let layers = network.layers().len();
        Some(match begun {
            0 => return None,
            _ if begun <= layers => Stage::Forward(begun - 1),
            _ if begun == layers + 1 => Stage::Cost,
            _ => Stage::Backward((2 * layers + 1).saturating_sub(begun)),
        })
    }
}

/// Text size of the numbers in the units, in em.
const SIZE: f64 = 0.75;

/// Progress of a step that is taken in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Index of the current one of the four parts, from 0. At the last, the move is made.
    pub part: usize,
    /// Number of stages of the first part that have begun.
    pub begun: usize,
}

/// Data of the microscope for one step.
#[derive(Clone, Debug)]
pub struct Microscope {
    /// Current stage of the first part; `None` if it is complete.
    pub stage: Option<Stage>,
    /// Index of the selected sample in the batch; `None` for all.
    pub sample: Option<usize>,
    /// Index of the same sample among all training samples.
    pub row: Option<usize>,
    /// Intermediate results of the step.
    pub parts: Parts,
    /// Factors of the chain rule for the selected weight and the sample.
    pub factors: Option<Contribution>,
    /// Mean of the products over all samples.
    pub mean: f64,
    /// ∂penalty/∂w; `None` without a penalty.
    pub penalty: Option<f64>,
    /// The same derivative by finite differences: of the sample's cost, or of the loss.
    pub measured: Measured,
    begun: usize,
    /// Whether the update is shown, and whether the diagram shows a stage.
    updates: bool,
    drawn: bool,
    /// Number of samples.
    n: usize,
}

/// A row of the chain rule.
pub struct Row {
    /// Text key of its name.
    pub key: &'static str,
    /// Operator that joins it to the row before.
    pub sign: &'static str,
    /// Name.
    pub name: Vec<Piece>,
    /// Formatted value; empty while it is unknown.
    pub text: String,
    /// Full value; `None` while it is unknown.
    pub value: Option<f64>,
}

impl Microscope {
    /// Microscope of a run's next step; `None` if the step is not taken in parts and no sample
    /// is selected.
    pub fn new(run: &Run, show: &Show, progress: Progress) -> Option<Microscope> {
        let n = run.coming().n;
        let sample = show.sample.map(|sample| sample.min(n) - 1);
        let Progress { part, begun } = progress;
        if (sample.is_none() && begun == 0) || run.network().parameters() <= show.weight {
            return None;
        }
        let (parts, network) = (Parts::new(run), run.network());
        let penalty = run.settings().penalty();
        Some(Microscope {
            stage: Stage::of(network, begun).filter(|_| part == 0),
            sample,
            row: sample.map(|sample| run.snapshot().batch[sample]),
            factors: sample.map(|sample| parts.contribution(run, show.weight, sample)),
            mean: parts.mean(run, show.weight),
            penalty: (penalty.l1 > 0.0 || penalty.l2 > 0.0)
                .then(|| parts.penalty_slope(run, show.weight)),
            measured: parts.measured(run, show.weight, sample),
            parts,
            begun,
            updates: begun == 0 || part >= 2,
            drawn: begun > 0 && part < 3,
            n,
        })
    }

    /// Whether the diagram shows values.
    pub fn is_drawn(&self) -> bool {
        self.drawn
    }

    /// Whether the gradients of a layer's weights are known and nothing is left but the move.
    pub(super) fn has_gradients(&self, run: &Run, layer: usize) -> bool {
        self.drawn && self.knows(run, Stage::Backward(layer))
    }

    /// Whether a stage has begun, or the step is not taken in parts.
    fn knows(&self, run: &Run, stage: Stage) -> bool {
        let layers = run.network().layers().len();
        let place = match stage {
            Stage::Forward(layer) => layer + 1,
            Stage::Cost => layers + 1,
            Stage::Backward(layer) => 2 * layers + 1 - layer,
        };
        self.begun == 0 || self.begun >= place
    }

    /// Number of a unit: of the sample, or the mean over all.
    fn of(&self, values: &[f64], unit: usize) -> f64 {
        let row = &values[unit * self.n..][..self.n];
        match self.sample {
            Some(sample) => row[sample],
            None => row.iter().sum::<f64>() / self.n as f64,
        }
    }

    /// Cost of the sample, or the mean over all.
    pub fn cost(&self) -> f64 {
        self.of(&self.parts.costs, 0)
    }

    /// Activations of a layer, or its δ: of the sample, or the means over all.
    pub fn layer(&self, layer: usize, backward: bool) -> Vec<f64> {
        let of = &self.parts.layers[layer];
        let values = if backward { &of.delta } else { &of.a };
        (0..values.len() / self.n).map(|unit| self.of(values, unit)).collect()
    }

    /// Target of the sample, in words.
    fn expected(&self, run: &Run, sample: usize, words: Words) -> String {
        let split = run.split();
        let row = split.train_rows[run.snapshot().batch[sample]];
        match &split.table.targets {
            Targets::Classes { names, .. } => split
                .table
                .targets
                .label(row)
                .map_or_else(String::new, |class| names[class].clone()),
            targets => words.significant(targets.target(row, 0), 3),
        }
    }

    /// Sentence on the current stage.
    pub fn sentence(&self, run: &Run, words: Words) -> Option<Vec<Piece>> {
        let last = run.network().layers().len();
        let (key, layer) = match self.stage? {
            Stage::Forward(layer) => ("micro_forward", layer),
            Stage::Cost if self.sample.is_some() => ("micro_cost_one", 0),
            Stage::Cost if self.penalty.is_some() => ("micro_cost_penalty", 0),
            Stage::Cost => ("micro_cost", 0),
            Stage::Backward(layer) if layer + 1 == last => ("micro_backward_last", layer),
            Stage::Backward(layer) => ("micro_backward", layer),
        };
        let values = [
            ("layer", (layer + 1).to_string()),
            ("next", (layer + 2).to_string()),
            ("of", last.to_string()),
            ("cost", words.significant(self.cost(), 3)),
            ("penalty", words.significant(self.parts.penalty, 3)),
            ("n", self.n.to_string()),
            ("count", self.n.to_string()),
            ("expected", self.sample.map_or_else(String::new, |it| self.expected(run, it, words))),
        ];
        Some(words.pieces(key, &values.each_ref().map(|(key, text)| (*key, text.as_str()))))
    }

    /// Line on the current stage and the number of stages.
    pub fn line(&self, run: &Run, words: Words) -> Option<String> {
        let key = match self.stage? {
            Stage::Forward(_) => "micro_line_forward",
            Stage::Cost => "micro_line_cost",
            Stage::Backward(0) => return None,
            Stage::Backward(_) => "micro_line_backward",
        };
        let all = Stage::count(run.network()).to_string();
        Some(words.fill(key, &[("part", &self.begun.to_string()), ("all", &all)]))
    }

    /// Title of the chain rule.
    pub fn title(&self, run: &Run, weight: usize, words: Words) -> Vec<Piece> {
        let key = if self.sample.is_some() { "chain_one" } else { "chain_all" };
        let expected = self.sample.map_or_else(String::new, |it| self.expected(run, it, words));
        let values = [
            ("weight", words.parameter(run, weight)),
            ("sample", self.sample.map_or(0, |sample| sample + 1).to_string()),
            ("count", self.n.to_string()),
            ("expected", expected),
        ];
        words.pieces(key, &values.each_ref().map(|(key, text)| (*key, text.as_str())))
    }

    /// Rows of the chain rule for the selected weight, down to the update.
    pub fn rows(&self, run: &Run, weight: usize, words: Words) -> Vec<Row> {
        let snapshot = run.snapshot();
        let at = run.network().parameter(weight);
        let last = at.layer + 1 == run.network().layers().len();
        let done = self.knows(run, Stage::Backward(at.layer));
        let row = |key: &'static str, sign: &'static str, known: bool, value: f64| Row {
            key,
            sign,
            name: words.pieces(key, &[("count", &self.n.to_string())]),
            text: if known { words.signed(value, 4) } else { String::new() },
            value: known.then_some(value),
        };
        let mut rows = Vec::new();
        if let Some(Contribution { weighted_sum, mask, slope, input }) = self.factors {
            let came = if last {
                row("chain_cost_slope", "", done, weighted_sum)
            } else {
                row("chain_sum", "", self.knows(run, Stage::Backward(at.layer + 1)), weighted_sum)
            };
            rows.push(came);
            let forward = self.knows(run, Stage::Forward(at.layer));
            if !snapshot.dropout.masks.is_empty() && !last {
                rows.push(row("chain_mask", "×", forward, mask));
            }
            rows.push(row("chain_slope", "×", forward, slope));
            let fed = at.layer == 0 || self.knows(run, Stage::Forward(at.layer - 1));
            let key = if at.input.is_some() { "chain_input" } else { "chain_bias" };
            rows.push(row(key, "×", fed, input));
            rows.push(row("chain_product", "=", done, input * slope * mask * weighted_sum));
            rows.push(self.check(done, words));
        }
        rows.push(row("chain_mean", "", done, self.mean));
        if let Some(penalty) = self.penalty {
            rows.push(row("chain_penalty", "+", done, penalty));
        }
        rows.push(row("chain_gradient", "=", done, snapshot.gradient[weight]));
        if self.factors.is_none() {
            rows.push(self.check(done, words));
        }
        let (from, to) = (snapshot.parameters[weight], snapshot.next[weight]);
        let rate = snapshot.optimizer.learning_rate;
        let rounding = 1e-9 * (to - from).abs() + 1e-15 * from.abs();
        let plain = (to - from + rate * snapshot.gradient[weight]).abs() <= rounding;
        let key = if plain { "chain_step" } else { "chain_move" };
        let mut step = row(key, "", self.updates, to - from);
        step.name = words.pieces(
            key,
            &[("rate", &words.significant(rate, 3)), ("optimizer", run.settings().optimizer.id)],
        );
        rows.push(step);
        rows.push(row("chain_next", "", self.updates, to));
        rows
    }

    /// Row of the finite-difference check.
    fn check(&self, done: bool, words: Words) -> Row {
        let Measured { slope, kinked, .. } = self.measured;
        let key = if kinked { "chain_kinked" } else { "chain_measured" };
        Row {
            key,
            sign: "",
            name: words.pieces(key, &[]),
            text: if done { words.signed(slope, 4) } else { String::new() },
            value: done.then_some(slope),
        }
    }

    /// Whether the weights of a layer take part in the current stage; their lines are
    /// emphasized.
    pub fn carries(&self, layer: usize) -> bool {
        match self.stage {
            Some(Stage::Forward(at)) => at == layer,
            Some(Stage::Cost) => false,
            Some(Stage::Backward(at)) => at + 1 == layer,
            None => true,
        }
    }

    /// Draws a unit with its activation or its δ: highlighted while it is computed, faint while
    /// it is unknown.
    pub fn draw_unit<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        (layer, unit): (usize, usize),
        (at, radius): (Point, f64),
        words: Words,
    ) -> Drawn<DB> {
        let theme = pen.theme;
        let backward = !matches!(self.stage, Some(Stage::Forward(_) | Stage::Cost));
        // Layer 0 of the diagram are the inputs; they have no δ.
        let (known, lit, value) = match layer.checked_sub(1) {
            None => (!backward, false, self.of(&run.coming().inputs, unit)),
            Some(of) if backward => (
                self.knows(run, Stage::Backward(of)),
                self.stage == Some(Stage::Backward(of)),
                self.of(&self.parts.layers[of].delta, unit),
            ),
            Some(of) => {
                let lit = self.stage == Some(Stage::Forward(of))
                    || (self.stage == Some(Stage::Cost) && of + 1 == self.parts.layers.len());
                (self.knows(run, Stage::Forward(of)), lit, self.of(&self.parts.layers[of].a, unit))
            }
        };
        let colour = if backward { theme.slope } else { theme.ball };
        let ground = if lit { mix(theme.paper, colour, 0.18) } else { theme.paper };
        pen.disc(at, radius, ground)?;
        match (known, lit) {
            (true, true) => pen.ring(at, radius, colour, 3.0)?,
            (true, false) => pen.ring(at, radius, colour, 1.5)?,
            _ => pen.ring(at, radius, Ink(theme.muted, 0.35), 1.0)?,
        }
        let text = short(value, words);
        let ink = if backward { colour } else { theme.ink };
        match known && pen.text_size(&text, SIZE)?.0 <= 1.9 * radius {
            true => pen.text(&text, at, Beside::Centre, SIZE, ink),
            false => Ok(()),
        }
    }
}

/// Formats a number for the small space in a unit.
fn short(value: f64, words: Words) -> String {
    match value.abs() {
        size if (0.01..1.0).contains(&size) => words.fixed(value, 2),
        _ => words.significant(value, 2),
    }
}

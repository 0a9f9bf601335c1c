//! What a network's run has come through: a chart, of which there are several.
//!
//! To add one: write how it is drawn, and one line each in [`Chart`], [`Chart::ALL`] and
//! [`Charts::draw`]; its one sentence is the text `chart_{id}_note`.

mod hidden_layer;
mod histogram;
mod predictions;
mod sharpness;
mod training_curves;

use crate::canvas::pen::{Canvas, Drawn, Pen, Plot, Point};
use crate::network::tooltip::{Picture, Told};
use crate::options::show::Show;
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::run::history::History;
use hidden_layer::Space;
use predictions::Answers;
use sharpness::Sharpness;
use std::rc::Rc;

/// The charts there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// The losses over the iterations.
    Loss,
    /// The same, on a scale of powers of ten.
    LogLoss,
    /// How long each layer's part of the gradient is.
    Gradients,
    /// How large the weights are.
    Weights,
    /// What was answered where what was expected.
    Answers,
    /// A hidden layer; in the last one a straight line separates the classes.
    Space,
    /// The sharpest curvature, and the one up to which the learning rate settles.
    Sharpness,
    /// The learning rate.
    LearningRate,
}

impl Chart {
    /// All of them by their names in the address.
    pub const ALL: [(&'static str, Chart); 8] = [
        ("loss", Chart::Loss),
        ("log_loss", Chart::LogLoss),
        ("gradients", Chart::Gradients),
        ("weights", Chart::Weights),
        ("answers", Chart::Answers),
        ("hidden_space", Chart::Space),
        ("sharpness", Chart::Sharpness),
        ("learning_rate", Chart::LearningRate),
    ];

    /// The chart of this name.
    pub fn from_id(id: &str) -> Option<Chart> {
        Chart::ALL.into_iter().find(|(name, _)| *name == id).map(|(_, chart)| chart)
    }

    /// Its name.
    pub fn id(self) -> &'static str {
        Chart::ALL.into_iter().find(|(_, chart)| *chart == self).map_or("", |(name, _)| name)
    }
}

/// The runs beside the one that a chart is of.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// Where the run has been that was left for it.
    pub left: Option<&'a History>,
    /// Those that are kept.
    pub kept: &'a [Rc<Run>],
}

/// What the charts show that is not in a run itself.
#[derive(Clone, Debug, Default)]
pub struct Charts {
    answers: Answers,
    sharpness: Sharpness,
    space: Space,
}

impl Charts {
    /// Computes what a chart needs.
    pub fn update(&mut self, run: &Run, show: &Show) {
        match show.chart {
            Chart::Sharpness => self.sharpness.update(run),
            Chart::Space => self.space.update(run, show.hidden_layer),
            Chart::Answers => self.answers.update(run),
            _ => {}
        }
    }

    /// Whether another frame would bring more of a chart.
    pub fn unfinished(&self, run: &Run, chart: Chart) -> bool {
        chart == Chart::Sharpness && !self.sharpness.complete(run)
    }

    /// Draws a chart; beside the run's own course, those of others.
    #[inline(never)]
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        beside: Beside,
        show: &Show,
        words: Words,
    ) -> Drawn<DB, Option<Plot>> {
        pen.clear()?;
        match show.chart {
            Chart::Loss => training_curves::losses(pen, run, beside, false, words).map(Some),
            Chart::LogLoss => training_curves::losses(pen, run, beside, true, words).map(Some),
            Chart::Gradients => training_curves::gradients(pen, run, words).map(Some),
            Chart::LearningRate => training_curves::learning_rate(pen, run, words).map(Some),
            Chart::Weights => histogram::draw(pen, run, words).map(Some),
            Chart::Answers => self.answers.draw(pen, run, words),
            Chart::Space => self.space.draw(pen, run, words).map(Some),
            Chart::Sharpness => self.sharpness.draw(pen, run, words).map(Some),
        }
    }

    /// What is under a point of a chart; without one, where it begins to be read.
    pub fn probe(
        &self,
        run: &Run,
        chart: Chart,
        picture: &Picture,
        at: Option<Point>,
        words: Words,
    ) -> Option<Told> {
        let now = |plot: Plot| plot.at(f64::from(run.snapshot().iteration), 0.0).0;
        let at = match (at, picture.plot, chart) {
            (Some(at), ..) => at,
            (None, Some(plot), Chart::Weights | Chart::Answers | Chart::Space) => plot.middle(),
            (None, Some(plot), _) => (now(plot), plot.middle().1),
            // The middle of a table.
            (None, None, _) => (0.6 * picture.size.0, 0.6 * picture.size.1),
        };
        match chart {
            Chart::Loss | Chart::LogLoss | Chart::Gradients | Chart::LearningRate => {
                training_curves::probe(run, chart, &picture.plot?, at, words)
            }
            Chart::Weights => Some(histogram::probe(run, &picture.plot?, at, words)),
            Chart::Answers => self.answers.probe(run, picture, at, words),
            Chart::Space => self.space.probe(run, picture, at, words),
            Chart::Sharpness => self.sharpness.probe(run, &picture.plot?, at, words),
        }
    }

    /// What is to be seen in it, in one sentence.
    pub fn note(&self, run: &Run, show: &Show, words: Words) -> Vec<Piece> {
        match show.chart {
            Chart::Loss | Chart::LogLoss => training_curves::loss_note(run, words),
            Chart::Gradients => training_curves::gradients_note(run, words),
            Chart::Answers => self.answers.note(run, words),
            Chart::Space => hidden_layer::note(run, show.hidden_layer, words),
            Chart::Sharpness => self.sharpness.note(run, words),
            Chart::Weights => words.pieces("chart_weights_note", &[]),
            Chart::LearningRate => training_curves::rate_note(run, words),
        }
    }
}

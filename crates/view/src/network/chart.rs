//! Charts of a network's run.
//!
//! To add one: write its drawing, and one line each in [`Chart`], [`Chart::ALL`] and
//! [`Charts::draw`]; its sentence is the text `chart_{id}_note`.

mod hidden_layer;
mod histogram;
mod predictions;
mod sharpness;
pub mod training_curves;

use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Drawn, Pen};
use crate::canvas::plot::Plot;
use crate::data_table::DataTable;
use crate::network::tooltip::{Picture, Tooltip};
use crate::options::show::{Chart, Show};
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use hidden_layer::Space;
use predictions::Answers;
use sharpness::Sharpness;
use training_curves::OtherRuns;

/// Data of the charts beyond the run itself.
#[derive(Clone, Debug, Default)]
pub struct Charts {
    answers: Answers,
    sharpness: Sharpness,
    space: Space,
}

impl Charts {
    /// Computes the data of a chart.
    pub fn update(&mut self, run: &Run, show: &Show) {
        match show.chart {
            Chart::Sharpness => self.sharpness.update(run),
            Chart::Space => self.space.update(run, show.hidden_layer),
            Chart::Answers => self.answers.update(run),
            _ => {}
        }
    }

    /// Whether more of a chart remains to be computed in later frames.
    pub fn unfinished(&self, run: &Run, chart: Chart) -> bool {
        chart == Chart::Sharpness && !self.sharpness.complete(run)
    }

    /// Draws a chart, with the curves of other runs beside the run's own.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        beside: OtherRuns,
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

    /// Tooltip of a point of a chart; without a point, of the one where the keyboard begins.
    pub fn probe(
        &self,
        run: &Run,
        chart: Chart,
        picture: &Picture,
        at: Option<Point>,
        words: Words,
    ) -> Option<Tooltip> {
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

    /// The chart in numbers.
    pub(super) fn table(&self, run: &Run, chart: Chart, words: Words) -> DataTable {
        match chart {
            Chart::Loss | Chart::LogLoss | Chart::Gradients | Chart::LearningRate => {
                training_curves::table(run, chart, words)
            }
            Chart::Weights => histogram::table(run, words),
            Chart::Answers => self.answers.table(run, words),
            Chart::Space => self.space.table(run, words),
            Chart::Sharpness => self.sharpness.table(words),
        }
    }

    /// Sentence on the chart.
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

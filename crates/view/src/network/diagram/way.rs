//! Way of a step around the network's diagram: forward to the cost, and back by back propagation.

use crate::canvas::image::Canvas;
use crate::canvas::pen::{Beside, Drawn, Head, Ink, Pen};
use crate::network::diagram::backprop_steps::Stage;
use crate::network::diagram::layout::Layout;
use crate::text::messages::Words;
use downhill_core::Run;

/// Text size, in em.
const SIZE: f64 = 0.9;

/// Share of a step by hand in which it goes forward and back; in the rest the weights move.
const PASS: f64 = 0.6;

/// A network's step by hand, on its way.
#[derive(Clone, Debug)]
pub struct StepOnTheWay {
    /// Weights and biases between those before it and those after it.
    pub parameters: Vec<f64>,
    /// Stage at which it is; `None` while the weights move.
    pub stage: Option<Stage>,
    /// Cost before it.
    pub cost: f64,
}

impl StepOnTheWay {
    /// A run's last step at this share of its way; `None` if it is not known. One neuron's has no
    /// layers to pass.
    pub fn new(run: &Run, share: f64) -> Option<StepOnTheWay> {
        let (now, before, network) = (run.snapshot(), run.previous()?, run.network());
        let pass = if network.parameters() > 2 { PASS } else { 0.0 };
        let moved = ((share - pass) / (1.0 - pass)).max(0.0);
        let pairs = before.parameters.iter().zip(&now.parameters);
        let parameters = pairs.map(|(from, to)| from + moved * (to - from)).collect();
        let stages = Stage::count(network) as f64;
        let begun = 1 + (share / pass * stages) as usize;
        let stage = Stage::of(network, begun).filter(|_| share < pass);
        Some(StepOnTheWay { parameters, stage, cost: before.batch_loss })
    }
}

/// Draws the way: above the network forward from the inputs to the cost, below it back from the
/// cost to the first weights. At a stage under the microscope, its part of the way stands out.
pub(super) fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    layout: &Layout,
    cost: f64,
    stage: Option<Stage>,
    words: Words,
) -> Drawn<DB> {
    let Some([above, below]) = layout.rows() else { return Ok(()) };
    let (theme, em) = (pen.theme, pen.em);
    let last = layout.layers();
    let [first, end] = [layout.column(0), layout.column(last)];
    let (faint, wide) = if stage.is_some() { (0.35, 1.5) } else { (1.0, 2.0) };

    let cost = words.fill("way_cost", &[("cost", &words.significant(cost, 3))]);
    let half = pen.text_size(&cost, SIZE)?.0 / 2.0;
    let turn = (end + 0.6 * em + half, above);
    let back_end = (layout.column(0) + layout.column(1)) / 2.0;
    pen.arrow((first, above), (end, above), Head::Filled, Ink(theme.ball, faint), wide)?;
    let side = pen.size().0 - 0.4 * em;
    let bend = [(turn.0 + half + 0.3 * em, above), (side, above), (side, below), (end, below)];
    pen.line(&bend, Ink(theme.slope, faint), wide)?;
    pen.arrow((end, below), (back_end, below), Head::Open, Ink(theme.slope, faint), wide)?;
    let at = |layer: usize| layout.column(layer);
    match stage {
        Some(Stage::Forward(layer)) => {
            let (from, to) = ((at(layer), above), (at(layer + 1), above));
            pen.arrow(from, to, Head::Filled, theme.ball, 3.5)?;
        }
        Some(Stage::Backward(layer)) => {
            let from = if layer + 1 == last { side } else { at(layer + 2) };
            pen.arrow((from, below), (at(layer + 1), below), Head::Open, theme.slope, 3.5)?;
        }
        Some(Stage::Cost) | None => {}
    }
    let lit = stage == Some(Stage::Cost);
    pen.text(&cost, turn, Beside::Centre, if lit { 1.2 * SIZE } else { SIZE }, theme.ink)?;
    for (key, x, y, ink) in [
        ("way_forward", first + 0.32 * (end - first), above, theme.ball_text),
        ("way_back", end - 0.32 * (end - first), below, theme.slope),
    ] {
        let (width, height) = pen.text_size(words.get(key), SIZE)?;
        pen.patch((x, y), (width + 0.8 * em, height))?;
        pen.text(words.get(key), (x, y), Beside::Centre, SIZE, ink)?;
    }
    Ok(())
}

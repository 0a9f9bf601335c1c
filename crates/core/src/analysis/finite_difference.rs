//! A slope that is measured, not derived: the check of back propagation.

use crate::network::Workspace;
use crate::network::cost::sign;
use crate::network::objective::Objective;

/// The slope of a loss along one parameter, as differences of the loss give it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The slope.
    pub slope: f64,
    /// How far off it may be: what the last refinement changed, or what the rounding of
    /// the losses makes of their difference, whichever is more. At a kink, half the jump
    /// of the slope: the slopes to both sides are `slope` ± `error`.
    pub error: f64,
    /// Whether slope or curvature jump so near that no step stays on one side.
    pub kinked: bool,
}

/// The widest step on either side, in units of the parameter or of 1, if that is more.
const WIDEST: f64 = 0.25;
/// How often it is halved at the most: down to 1e-8 of the widest.
const HALVINGS: usize = 27;
/// From so many steps that stay on one side of every kink, the slope is extrapolated.
const ENOUGH: usize = 10;
/// How many last places, of itself or of 1, if that is more, a loss is off by rounding: it
/// is a sum of sums.
const PLACES: f64 = 16.0;

impl Measured {
    /// Measures the slope of a loss along the parameter at `index` of θ.
    ///
    /// Central differences (f(θ + h) − f(θ − h))/2h of halved steps h are extrapolated to
    /// h = 0 (Richardson 1911), and of all that can be made of them, the one that is
    /// surest is taken (Ridders: Accurate computation of F′(x) and F′(x) F″(x), 1982).
    /// A step at whose ends anything is across a kink is not used.
    pub fn new(objective: &Objective, theta: &[f64], index: usize) -> Measured {
        let mut theta = theta.to_vec();
        let (at, mut work) = (theta[index], Workspace::default());
        let mut look = |to: f64| {
            theta[index] = to;
            let loss = objective.loss(&theta, &mut work);
            (loss, pieces(objective, to, index, &work))
        };
        let (here, piece) = look(at);
        let mut best = Measured { slope: f64::NAN, error: f64::INFINITY, kinked: true };
        let mut step = WIDEST * at.abs().max(1.0);
        let mut row: Vec<f64> = Vec::new();
        for _ in 0..HALVINGS {
            let ((left, piece_left), (right, piece_right)) = (look(at - step), look(at + step));
            let width = (at + step) - (at - step);
            let slope = (right - left) / width;
            let rounding = PLACES * f64::EPSILON * left.abs().max(right.abs()).max(1.0) / width;
            step *= 0.5;
            if piece_left != piece || piece_right != piece || !slope.is_finite() {
                row.clear();
                if best.kinked {
                    let jump = (right - here) - (here - left);
                    best.slope = slope;
                    best.error = jump.abs() / width;
                }
                continue;
            }
            if best.kinked {
                best = Measured { slope, error: f64::INFINITY, kinked: false };
            }
            let mut finer = vec![slope];
            let mut factor = 1.0;
            for (order, coarse) in row.iter().enumerate() {
                factor *= 4.0;
                let slope = (factor * finer[order] - coarse) / (factor - 1.0);
                let changed = (slope - finer[order]).abs().max((slope - coarse).abs());
                if changed.max(rounding) < best.error {
                    best = Measured { slope, error: changed.max(rounding), kinked: false };
                }
                finer.push(slope);
            }
            row = finer;
            if row.len() == ENOUGH {
                break;
            }
        }
        best
    }
}

/// On which smooth piece everything is that has a kink: hidden and output units, the cost,
/// and the penalty on sizes.
fn pieces(objective: &Objective, value: f64, index: usize, work: &Workspace) -> Vec<i8> {
    let Objective { network, cost, penalty, batch, .. } = objective;
    let kinked = network.layers().iter().enumerate().filter(|(_, it)| it.activation.kinked);
    let units = kinked.flat_map(|(layer, _)| work.z(layer)).map(|z| sign(*z));
    let costs = work.outputs().iter().zip(&batch.targets).map(|(a, y)| (cost.piece)(*a, *y));
    let counts = penalty.l1 > 0.0 && (penalty.biases || network.parameter(index).input.is_some());
    units.chain(costs).chain(counts.then(|| sign(value))).collect()
}

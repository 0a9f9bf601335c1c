//! Numerical differentiation: the gradient check of back propagation.

use crate::network::Workspace;
use crate::network::cost::sign;
use crate::network::objective::Objective;

/// Derivative of a loss in one parameter, by finite differences of the loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// ∂loss/∂θ, numerical.
    pub slope: f64,
    /// Error estimate: the change by the last refinement, or the effect of rounding on the
    /// difference of the losses, whichever is larger. At a kink, half the jump of the slope: the
    /// one-sided slopes are `slope` ± `error`.
    pub error: f64,
    /// Whether slope or curvature jumps so near that no step stays on one side.
    pub kinked: bool,
}

/// Widest step h, relative to the parameter's absolute value or 1, whichever is larger.
const WIDEST: f64 = 0.25;
/// Largest number of halvings of h: down to 1e-8 of the widest.
const HALVINGS: usize = 27;
/// Number of successive steps on one side of every kink at which the extrapolation ends.
const ENOUGH: usize = 10;
/// Rounding error of a loss, in units of ε times its absolute value or 1, whichever is larger:
/// the loss is a sum of sums.
const PLACES: f64 = 16.0;

impl Measured {
    /// ∂loss/∂θ at `index` of θ, by finite differences.
    ///
    /// Central differences (f(θ + h) − f(θ − h))/2h of halved steps h are extrapolated to h = 0
    /// (Richardson 1911), and of all extrapolations the one with the least error estimate is
    /// taken (Ridders: Accurate computation of F′(x) and F′(x) F″(x), 1982). A step with an end
    /// across a kink is not used.
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

/// Index of the smooth piece of everything with a kink: hidden and output units, the cost, and
/// the l1 penalty.
fn pieces(objective: &Objective, value: f64, index: usize, work: &Workspace) -> Vec<i8> {
    let Objective { network, cost, penalty, batch, .. } = objective;
    let kinked = network.layers().iter().enumerate().filter(|(_, it)| it.activation.kinked);
    let units = kinked.flat_map(|(layer, _)| work.z(layer)).map(|z| sign(*z));
    let costs = work.outputs().iter().zip(&batch.targets).map(|(a, y)| (cost.piece)(*a, *y));
    let counts = penalty.l1 > 0.0 && (penalty.biases || network.parameter(index).input.is_some());
    units.chain(costs).chain(counts.then(|| sign(value))).collect()
}

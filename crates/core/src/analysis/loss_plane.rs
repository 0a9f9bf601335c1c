//! Planes in parameter space, and the share of a run's path that lies in them.
//!
//! θ(x, y) = origin + x u + y v, with u and v as long as θ. A plane is determined by the run it
//! is chosen from and by nothing else.

use crate::network::Network;
use crate::numeric::rng::{Rng, Stream};
use crate::numeric::{eigen, vector};
use crate::{Error, Run, named};

/// Choice of a plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Along two parameters; x and y are their values.
    Weights,
    /// Along two random directions, filter-normalized (see [`filter_normalized`]).
    Random,
    /// Along the first two principal directions of the path so far (see [`principal`]).
    Path,
    /// Along the gradient and, orthogonal to it, the optimizer's momentum.
    Gradient,
}

impl Kind {
    /// All kinds, by name.
    pub const ALL: [(&'static str, Kind); 4] = [
        ("weights", Kind::Weights),
        ("random", Kind::Random),
        ("path", Kind::Path),
        ("gradient", Kind::Gradient),
    ];

    /// The kind of this name. Fails if there is none.
    pub fn from_id(id: &str) -> Result<Kind, Error> {
        named::place("plane", id, Kind::ALL.len(), &|index| Kind::ALL[index].0)
            .map(|index| Kind::ALL[index].1)
    }

    /// Name of the kind.
    pub fn id(self) -> &'static str {
        Kind::ALL[self as usize].0
    }
}

/// Meaning of an axis of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Direction {
    /// One parameter, by its index in θ.
    Parameter(usize),
    /// Random, filter-normalized.
    Random,
    /// First or second principal direction of the path, with its share of the sum of squared
    /// distances from the plane's origin.
    Principal(f64),
    /// Gradient.
    Gradient,
    /// Momentum: the optimizer's average of earlier gradients.
    Momentum,
    /// From the last kept point of the path to the current one.
    Move,
    /// Next update of the run.
    Step,
    /// Arbitrary: the kind of plane has fewer than two directions of its own.
    Any,
}

/// A plane in parameter space.
#[derive(Clone, Debug)]
pub struct Plane {
    /// Kind of the plane.
    pub kind: Kind,
    /// Number of updates of the run when it was chosen.
    pub iteration: u32,
    /// θ at x = y = 0: the run's parameters; for [`Kind::Weights`] with the two weights set to
    /// 0.
    pub origin: Vec<f64>,
    /// Axes u and v. Orthonormal, except with [`Kind::Random`]: then of other lengths, and not
    /// orthogonal if a unit has one input only.
    pub axes: [Vec<f64>; 2],
    /// Meanings of u and v.
    pub along: [Direction; 2],
    /// u·u, u·v, v·v.
    products: [f64; 3],
}

/// Relative length up to which the rest of a direction, orthogonal to others, is rounding error:
/// they are parallel.
const PARALLEL: f64 = 1e-9;

/// Largest number of points of the path that the principal directions are computed from.
const POINTS: usize = 32;

impl Plane {
    /// The plane of a kind through a run's current parameters; `weights` are the parameters of
    /// [`Kind::Weights`]. Missing directions (a path of one step, a gradient without momentum)
    /// are filled with the first of these that is not parallel: the way from the last kept
    /// point, the next step, the gradient, a random direction.
    pub fn of(run: &Run, kind: Kind, weights: (usize, usize)) -> Plane {
        let at = run.snapshot();
        let mut origin = at.parameters.clone();
        let seed = run.experiment().seed;
        let (axes, along) = match kind {
            Kind::Weights => {
                let unit = |place: usize| {
                    origin[place] = 0.0;
                    let mut axis = vec![0.0; at.parameters.len()];
                    axis[place] = 1.0;
                    axis
                };
                let axes = [weights.0, weights.1].map(unit);
                (axes, [Direction::Parameter(weights.0), Direction::Parameter(weights.1)])
            }
            Kind::Random => {
                (filter_normalized(run.network(), &origin, seed), [Direction::Random; 2])
            }
            Kind::Path | Kind::Gradient => {
                let mut candidates = Vec::new();
                if kind == Kind::Path {
                    let path: Vec<&[f64]> = path(run).collect();
                    candidates.extend(
                        principal(&path, &origin)
                            .into_iter()
                            .map(|(vector, share)| (vector, Direction::Principal(share))),
                    );
                } else {
                    candidates.push((at.gradient.clone(), Direction::Gradient));
                    let memory = at.optimizer.memory();
                    let momentum = memory.filter(|(name, _)| matches!(*name, "m" | "b"));
                    candidates
                        .extend(momentum.map(|(_, memory)| (memory.to_vec(), Direction::Momentum)));
                }
                let before = run.history().states().rev().find(|state| *state != origin);
                candidates.extend(before.map(|from| (less(&origin, from), Direction::Move)));
                candidates.push((less(&at.next, &origin), Direction::Step));
                candidates.push((at.gradient.clone(), Direction::Gradient));
                let mut rng = Rng::new(seed, Stream::Plane);
                for _ in 0..2 {
                    let any = origin.iter().map(|_| rng.normal()).collect();
                    candidates.push((any, Direction::Any));
                }
                orthonormal(candidates)
            }
        };
        let [u, v] = &axes;
        let products = [vector::dot(u, u), vector::dot(u, v), vector::dot(v, v)];
        Plane { kind, iteration: at.iteration, origin, axes, along, products }
    }

    /// θ(x, y) = origin + x u + y v.
    pub fn at(&self, (x, y): (f64, f64)) -> Vec<f64> {
        let parts = self.origin.iter().zip(&self.axes[0]).zip(&self.axes[1]);
        parts.map(|((origin, u), v)| origin + x * u + y * v).collect()
    }

    /// Coordinates (x, y) of the orthogonal projection of θ onto the plane.
    pub fn shadow(&self, theta: &[f64]) -> (f64, f64) {
        self.part(&less(theta, &self.origin))
    }

    /// Components (x, y) of a vector d along the axes: minimizes ‖d − x u − y v‖, by the 2 × 2
    /// normal equations.
    pub fn part(&self, d: &[f64]) -> (f64, f64) {
        let [u, v] = &self.axes;
        let [uu, uv, vv] = self.products;
        let (du, dv) = (vector::dot(d, u), vector::dot(d, v));
        let area = uu * vv - uv * uv;
        ((du * vv - dv * uv) / area, (dv * uu - du * uv) / area)
    }

    /// Distance of θ from the plane.
    pub fn distance(&self, theta: &[f64]) -> f64 {
        vector::norm(&less(theta, &self.at(self.shadow(theta))))
    }

    /// Share of a path's variance about θ that lies in the plane: Σ ‖projection of θᵢ − θ‖² / Σ
    /// ‖θᵢ − θ‖². `None` if the path has not left θ.
    pub fn share<'a>(&self, theta: &[f64], path: impl Iterator<Item = &'a [f64]>) -> Option<f64> {
        let (mut inside, mut all) = (0.0, 0.0);
        for point in path {
            let way = less(point, theta);
            let (x, y) = self.part(&way);
            let [u, v] = &self.axes;
            // The part in the plane and the rest are at right angles: way · part = part².
            inside += x * vector::dot(&way, u) + y * vector::dot(&way, v);
            all += vector::dot(&way, &way);
        }
        (all > 0.0).then(|| (inside / all).min(1.0))
    }
}

/// Points of a run's path that principal directions are computed from: every 2ⁿ-th of those that
/// its history keeps, from the first on, with the smallest n that leaves at most 32. During the
/// run they stay, until every second one is dropped.
pub fn path(run: &Run) -> impl Iterator<Item = &[f64]> {
    let count = run.history().points().len();
    run.history().states().step_by(count.div_ceil(POINTS).next_power_of_two())
}

fn less(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

/// Two random directions, filter-normalized at θ.
///
/// Li, Xu, Taylor, Studer, Goldstein: *Visualizing the Loss Landscape of Neural Nets* (2018),
/// section 4: dᵢⱼ ← dᵢⱼ ‖θᵢⱼ‖/‖dᵢⱼ‖ for each filter j of layer i, with Gaussian d. In a fully
/// connected layer a filter is the weights into one unit. Biases are not perturbed, as in the
/// paper's code: their components are 0.
///
/// In addition each unit's part of the second direction is orthogonal to the first's (but for
/// units with one input), so that the map is not sheared. If all weights are 0, there is no norm
/// to take: both directions get length 1.
pub fn filter_normalized(network: &Network, theta: &[f64], seed: u32) -> [Vec<f64>; 2] {
    let mut rng = Rng::new(seed, Stream::Plane);
    let mut draw = || {
        let mut direction = vec![0.0; theta.len()];
        for layer in network.layers() {
            direction[layer.weights.clone()].fill_with(|| rng.normal());
        }
        direction
    };
    let [mut first, mut second] = [draw(), draw()];
    let bare =
        network.layers().iter().all(|layer| vector::norm(&theta[layer.weights.clone()]) == 0.0);
    for layer in network.layers() {
        for start in layer.weights.clone().step_by(layer.inputs) {
            let unit = start..start + layer.inputs;
            let (u, v) = (&mut first[unit.clone()], &mut second[unit.clone()]);
            if layer.inputs > 1 {
                // Twice: what the first time leaves is rounding's.
                for _ in 0..2 {
                    take_away(v, u, vector::dot(u, v) / vector::dot(u, u));
                }
            }
            let norm = if bare { 1.0 } else { vector::norm(&theta[unit]) };
            scale(u, norm);
            scale(v, norm);
        }
    }
    if bare {
        scale(&mut first, 1.0);
        scale(&mut second, 1.0);
    }
    [first, second]
}

/// Scales a vector to this length; the zero vector stays.
fn scale(x: &mut [f64], length: f64) {
    let norm = vector::norm(x);
    if norm > 0.0 {
        x.iter_mut().for_each(|x| *x *= length / norm);
    }
}

fn take_away(x: &mut [f64], y: &[f64], factor: f64) {
    x.iter_mut().zip(y).for_each(|(x, y)| *x -= factor * y);
}

/// The first two candidates that are not parallel, orthonormalized (Gram–Schmidt, twice over).
fn orthonormal(
    candidates: impl IntoIterator<Item = (Vec<f64>, Direction)>,
) -> ([Vec<f64>; 2], [Direction; 2]) {
    let (mut axes, mut along) = ([Vec::new(), Vec::new()], [Direction::Any; 2]);
    let mut found = 0;
    for (mut vector, what) in candidates {
        scale(&mut vector, 1.0);
        for _ in 0..2 {
            for axis in &axes[..found] {
                let part = vector::dot(&vector, axis);
                take_away(&mut vector, axis, part);
            }
        }
        if found < 2 && vector::norm(&vector) > PARALLEL {
            scale(&mut vector, 1.0);
            // What was left after a long part was taken away may have some of it still.
            for axis in &axes[..found] {
                let part = vector::dot(&vector, axis);
                take_away(&mut vector, axis, part);
            }
            (axes[found], along[found]) = (vector, what);
            found += 1;
        }
    }
    (axes, along)
}

/// The first two principal directions of a path about θₖ, at most, of length 1, each with its
/// share of Σ ‖θᵢ − θₖ‖²; fewer if the path spans fewer dimensions.
///
/// As in Li et al. (2018), section 7: the right singular vectors of the matrix M with the rows
/// θᵢ − θₖ. They are Mᵀw for the eigenvectors w of the Gram matrix M Mᵀ, which has a row for
/// each point, at most 32. The sign is chosen such that the path, on the whole, comes from the
/// left along the first direction, and from above along the second.
pub fn principal(path: &[&[f64]], theta: &[f64]) -> Vec<(Vec<f64>, f64)> {
    let ways: Vec<Vec<f64>> = path.iter().map(|point| less(point, theta)).collect();
    let n = ways.len();
    let mut gram: Vec<f64> =
        (0..n * n).map(|index| vector::dot(&ways[index / n], &ways[index % n])).collect();
    let all: f64 = (0..n).map(|row| gram[row * n + row]).sum();
    let vectors = eigen::vectors(&mut gram, n);
    let mut values: Vec<(f64, usize)> = (0..n).map(|row| (gram[row * n + row], row)).collect();
    let mut found = Vec::new();
    for sign in [-1.0, 1.0].into_iter().take(n) {
        let mut largest = 0;
        for (index, (value, _)) in values.iter().enumerate() {
            if *value > values[largest].0 {
                largest = index;
            }
        }
        let (value, column) = values.swap_remove(largest);
        // A smaller one is the rounding of the largest.
        if value <= 1e-14 * all {
            break;
        }
        let mut direction = vec![0.0; theta.len()];
        for (row, way) in ways.iter().enumerate() {
            take_away(&mut direction, way, -vectors[row * n + column]);
        }
        scale(&mut direction, 1.0);
        let side: f64 = ways.iter().map(|way| vector::dot(way, &direction)).sum();
        if side * sign < 0.0 {
            direction.iter_mut().for_each(|value| *value = -*value);
        }
        found.push((direction, value / all));
    }
    found
}

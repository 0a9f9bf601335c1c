//! Curvature of the loss: products of its Hessian H = ∂²loss/∂θ² with a vector, and the largest
//! eigenvalue of H. H itself is never formed.

use crate::network::kernel::{self, Weights};
use crate::network::objective::Objective;
use crate::network::{Room, Workspace, feeding};
use crate::numeric::rng::{Rng, Stream};
use crate::numeric::vector;

/// Largest number of Lanczos steps; each holds a vector like θ.
const STEPS: usize = 60;

/// Hessian–vector products and the Lanczos method, in reused buffers.
#[derive(Clone, Debug, Default)]
pub struct Curvature {
    /// Forward and backward pass at θ.
    work: Workspace,
    /// Directional derivatives of that pass along v: R{z}, R{a}, R{δ}.
    change: Workspace,
    /// Orthonormal Lanczos vectors, `[step][parameter]`.
    basis: Vec<f64>,
    product: Vec<f64>,
}

/// The largest eigenvalue λ of a Hessian, with its accuracy.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigenvalue {
    /// λ = v·Hv, the loss's second derivative along v.
    pub value: f64,
    /// Eigenvector v, of length 1; its sign is arbitrary: that of a positive component along the
    /// start vector.
    pub vector: Vec<f64>,
    /// Number of Lanczos steps taken.
    pub iterations: usize,
    /// Residual ‖Hv − λv‖, computed: some eigenvalue of H is no further than this from λ.
    pub residual: f64,
}

impl Curvature {
    /// Writes H v to `product`: exact but for rounding, in the time of two to three gradients.
    /// θ, v and the product are laid out as in [`crate::network`].
    ///
    /// Pearlmutter: *Fast Exact Multiplication by the Hessian* (1994). With R{x} = ∂x(θ + r
    /// v)/∂r at r = 0, V the part of v at the positions of W in θ, v_b the part at its biases b,
    /// m a dropout mask, and g = ∂loss/∂a, forward
    ///
    /// - R{z} = W R{a_in} + V a_in + v_b, with R{inputs} = 0,
    /// - R{a} = m σ′(z) R{z},
    ///
    /// and backward, from R{g} = (∂²cost/∂a²) R{a} at the end,
    ///
    /// - δ = m g σ′(z) and R{δ} = m (R{g} σ′(z) + g σ″(z) R{z}),
    /// - (H v)_W = Σ R{δ} a_inᵀ + δ R{a_in}ᵀ and (H v)_b = Σ R{δ}, over the samples,
    /// - g = Wᵀ δ and R{g} = Wᵀ R{δ} + Vᵀ δ for the layer before.
    ///
    /// The penalty adds l2 v. At a kink of the loss (relu, leaky_relu, absolute_error, hinge,
    /// l1) this is the Hessian of the smooth piece θ is on.
    pub fn times(&mut self, objective: &Objective, theta: &[f64], v: &[f64], product: &mut [f64]) {
        self.start(objective, theta);
        self.times_here(objective, theta, v, product);
    }

    /// Forward pass at θ, which does not depend on v.
    fn start(&mut self, objective: &Objective, theta: &[f64]) {
        objective.loss(theta, &mut self.work);
        self.change.fit(objective.network, objective.batch.n);
    }

    /// H v, after [`Curvature::start`] at the same θ.
    fn times_here(&mut self, objective: &Objective, theta: &[f64], v: &[f64], product: &mut [f64]) {
        let Objective { network, cost, penalty, batch, dropout } = *objective;
        let n = batch.n;
        let Workspace { rooms, scratch } = &mut self.work;
        let changes = &mut self.change.rooms;

        for (index, layer) in network.layers().iter().enumerate() {
            let from = feeding(&batch.inputs, &rooms[..index], dropout);
            let (before, changes) = changes.split_at_mut(index);
            let (from_change, change) = (feeding(&[], before, dropout), &mut changes[0]);
            kernel::weighted_sums(layer.of(v), from, n, &mut change.z);
            // The inputs do not change: nothing feeds the first layer's change.
            if index > 0 {
                let weights = Weights { biases: &[], ..layer.of(theta) };
                kernel::weighted_sums(weights, from_change, n, &mut change.a);
                add(&mut change.z, 1.0, &change.a);
            }
            change.a.copy_from_slice(&change.z);
            (layer.activation.times_slope)(&rooms[index].z, &rooms[index].a, &mut change.a);
            change.pass(0..layer.outputs * n, dropout.masks.get(index));
        }

        let last = network.layers().len() - 1;
        let (Room { a, delta, .. }, change) = (&mut rooms[last], &mut changes[last]);
        (cost.value_and_slope)(a, &batch.targets, n, delta, scratch);
        (cost.slope_change)(a, &batch.targets, n, &change.a, &mut change.delta, scratch);

        for (index, layer) in network.layers().iter().enumerate().rev() {
            let (earlier, later) = rooms.split_at_mut(index);
            let (earlier_change, later_change) = changes.split_at_mut(index);
            // They come as g and R{g} and become δ and R{δ}.
            let Room { z, a, delta, .. } = &mut later[0];
            let Room { z: z_change, delta: delta_change, .. } = &mut later_change[0];
            if let Some(mask) = dropout.masks.get(index) {
                times(delta, mask);
                times(delta_change, mask);
            }
            // R{z} is needed no more: its place takes g σ″(z) R{z}.
            times(z_change, delta);
            (layer.activation.times_curvature)(z, a, z_change);
            (layer.activation.times_slope)(z, a, delta_change);
            add(delta_change, 1.0, z_change);
            (layer.activation.times_slope)(z, a, delta);

            let from = feeding(&batch.inputs, earlier, dropout);
            let from_change = feeding(&[], earlier_change, dropout);
            let units = delta.chunks_exact(n).zip(delta_change.chunks_exact(n));
            for (unit, (delta, delta_change)) in units.enumerate() {
                let row = layer.weights.start + unit * layer.inputs;
                let products = &mut product[row..row + layer.inputs];
                for (product, from) in products.iter_mut().zip(from.chunks_exact(n)) {
                    *product = vector::dot(delta_change, from);
                }
                for (product, change) in products.iter_mut().zip(from_change.chunks_exact(n)) {
                    *product += vector::dot(delta, change);
                }
                product[layer.biases.start + unit] = vector::sum(delta_change);
            }
            if let (Some(before), Some(before_change)) =
                (earlier.last_mut(), earlier_change.last_mut())
            {
                let (before, before_change) = (&mut before.delta, &mut before_change.delta);
                kernel::back(layer.of(v), delta, n, before);
                kernel::back(layer.of(theta), delta_change, n, before_change);
                add(before_change, 1.0, before);
                kernel::back(layer.of(theta), delta, n, before);
            }
        }
        penalty.add_curvature(network, v, product);
    }

    /// The algebraically largest eigenvalue λ of H at θ, which is not the largest in absolute
    /// value if the loss curves down more sharply than up. Gradient descent with a learning rate
    /// above 2/λ overshoots along v more and more.
    ///
    /// Lanczos: *An iteration method for the solution of the eigenvalue problem* (1950), from a
    /// random start vector drawn by `seed`, with full reorthogonalization: H is reduced to a
    /// tridiagonal matrix T one row a step, and T's largest eigenvalue grows to H's. The
    /// iteration ends as soon as the residual ‖Hv − λv‖, which is T's last β times the last
    /// component of its eigenvector, is at most 1e-10 max(1, |λ|), or after as many steps as
    /// there are parameters, 60 at the most: then [`Eigenvalue::residual`] tells the accuracy.
    /// Not finite if H is not.
    pub fn largest_eigenvalue(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        seed: u32,
    ) -> Eigenvalue {
        self.largest_eigenvalue_within(objective, theta, seed, 1e-10)
    }

    /// The largest eigenvalue to a given tolerance: ends as soon as the residual is at most
    /// `tolerance` max(1, |λ|). λ itself is then known far better, to the residual's square over
    /// the gap to the next eigenvalue.
    pub fn largest_eigenvalue_within(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        seed: u32,
        tolerance: f64,
    ) -> Eigenvalue {
        let size = theta.len();
        self.start(objective, theta);
        let (mut basis, mut product) =
            (std::mem::take(&mut self.basis), std::mem::take(&mut self.product));
        product.resize(size, 0.0);

        let mut rng = Rng::new(seed, Stream::Curvature);
        basis.clear();
        basis.extend((0..size).map(|_| rng.normal()));
        let length = vector::norm(&basis);
        basis.iter_mut().for_each(|value| *value /= length);

        let (mut diagonal, mut beside) = (Vec::new(), Vec::new());
        let weights = loop {
            let newest = &basis[basis.len() - size..];
            self.times_here(objective, theta, newest, &mut product);
            diagonal.push(vector::dot(newest, &product));
            // Twice: what rounding leaves after once is as large as what may be left
            // of a product that lies almost in the span of the vectors before.
            for vector in basis.chunks_exact(size).chain(basis.chunks_exact(size)) {
                let along = vector::dot(vector, &product);
                add(&mut product, -along, vector);
            }
            let beta = vector::norm(&product);
            let (value, weights) = largest_of_tridiagonal(&diagonal, &beside);
            let residual = beta * weights[weights.len() - 1];
            // A NaN goes on nowhere.
            let goes_on = residual > tolerance * value.abs().max(1.0);
            if !goes_on || diagonal.len() == size.min(STEPS) {
                break weights;
            }
            basis.extend(product.iter().map(|value| value / beta));
            beside.push(beta);
        };

        let mut vector = vec![0.0; size];
        for (basis, weight) in basis.chunks_exact(size).zip(&weights) {
            add(&mut vector, *weight, basis);
        }
        let length = vector::norm(&vector);
        vector.iter_mut().for_each(|value| *value /= length);
        self.times_here(objective, theta, &vector, &mut product);
        let value = vector::dot(&vector, &product);
        add(&mut product, -value, &vector);
        let residual = vector::norm(&product);
        (self.basis, self.product) = (basis, product);
        Eigenvalue { value, vector, iterations: diagonal.len(), residual }
    }
}

/// The largest eigenvalue of a symmetric tridiagonal matrix T with α on the diagonal and β > 0
/// beside it, and its eigenvector, of length 1 and nowhere negative.
///
/// Bisection: x is above all eigenvalues if all pivots of x − T are positive (Sylvester's law of
/// inertia). Then inverse iteration (Wielandt 1944) from just above, where x − T and its inverse
/// have such signs that only positive numbers are added: even the smallest components of the
/// vector are accurate to most digits.
fn largest_of_tridiagonal(alpha: &[f64], beta: &[f64]) -> (f64, Vec<f64>) {
    let size = alpha.len();
    let before = |index: usize| if index == 0 { 0.0 } else { beta[index - 1] };
    let after = |index: usize| beta.get(index).copied().unwrap_or(0.0);
    // Each dₖ = x − αₖ − βₖ₋₁²/dₖ₋₁.
    let pivot = |x: f64, index: usize, last: f64| {
        x - alpha[index] - if index == 0 { 0.0 } else { before(index) / last * before(index) }
    };
    let is_above = |x: f64| {
        let mut last = 1.0;
        (0..size).all(|index| {
            last = pivot(x, index, last);
            last > 0.0
        })
    };

    // No eigenvalue is above all of Gershgorin's circles, nor are all below an α.
    let mut low = alpha.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut high = (0..size)
        .map(|index| alpha[index] + before(index) + after(index))
        .fold(f64::NEG_INFINITY, f64::max);
    let last_place = f64::EPSILON * low.abs().max(high.abs()) + f64::MIN_POSITIVE;
    while high - low > last_place {
        let middle = low + 0.5 * (high - low);
        if is_above(middle) { high = middle } else { low = middle }
    }

    let shift = high + 2.0 * last_place;
    let mut pivots: Vec<f64> = Vec::with_capacity(size);
    for index in 0..size {
        let last = pivots.last().copied().unwrap_or(1.0);
        // Rounding alone could make it less.
        pivots.push(pivot(shift, index, last).max(last_place));
    }
    let mut vector = vec![1.0; size];
    // From places all alike, which has a share of it: each time all else shrinks to
    // some last places over the gap to the next eigenvalue, twice where that is small.
    for _ in 0..2 {
        for index in 1..size {
            vector[index] += before(index) / pivots[index - 1] * vector[index - 1];
        }
        for index in (0..size).rev() {
            let later = if index + 1 < size { after(index) * vector[index + 1] } else { 0.0 };
            vector[index] = (vector[index] + later) / pivots[index];
        }
        let length = vector::norm(&vector);
        vector.iter_mut().for_each(|value| *value /= length);
    }
    (high, vector)
}

/// x ∘ y (elementwise), in x.
fn times(x: &mut [f64], y: &[f64]) {
    x.iter_mut().zip(y).for_each(|(x, y)| *x *= y);
}

/// x + scale y, in x.
fn add(x: &mut [f64], scale: f64, y: &[f64]) {
    x.iter_mut().zip(y).for_each(|(x, y)| *x += scale * y);
}

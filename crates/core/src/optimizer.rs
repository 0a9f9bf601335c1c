//! Optimizers: update rules, from the gradient at the current point to the next point.
//!
//! All follow PyTorch's `torch.optim` in names, defaults and arithmetic, Lion its paper. To add
//! one: write its [`Definition`] here and put it in [`OPTIMIZERS`].
//!
//! In the formulas x is the point, g the gradient at it, η the learning rate and t = 1, 2, … the
//! number of the update; all operations are elementwise, and all memory starts at 0. The other
//! letters are the hyperparameters', as given in [`Hyperparameter::means`]. Unless stated
//! otherwise, weight decay w adds to the gradient first: g ← g + w x.

pub mod factors;
pub mod schedule;
pub mod second_order;

use crate::Error;
use crate::message::{Message, said};
use crate::numeric::math;
use factors::Move;
use serde::Serialize;
use std::collections::BTreeMap;

/// An optimizer: update rule, hyperparameters, memory.
#[derive(Debug)]
pub struct Definition {
    /// Name in an experiment and in the address.
    pub id: &'static str,
    /// Update rule, with g the gradient at x and η the learning rate.
    pub formula: &'static str,
    /// Paper, and the implementation whose conventions are followed.
    pub source: &'static str,
    /// PyTorch's default for η.
    pub learning_rate: f64,
    /// Hyperparameters besides the learning rate.
    pub hyperparameters: &'static [Hyperparameter],
    /// Names of the memory vectors kept between updates, each as long as x and 0 at the start.
    pub memory: &'static [&'static str],
    /// Moves x by one update, from the gradient at x alone.
    update: fn(state: &mut Optimizer, gradient: &[f64], x: &mut [f64]),
    /// Factors of the move that `update` makes of one parameter, with the optimizer of that
    /// parameter alone before and after it.
    factors: fn(before: &Optimizer, after: &Optimizer, gradient: f64, x: f64) -> Move,
}

/// A hyperparameter: a setting of an optimizer besides the learning rate.
#[derive(Clone, Copy, Debug)]
pub struct Hyperparameter {
    /// PyTorch's name.
    pub id: &'static str,
    /// PyTorch's default.
    pub default: f64,
    /// Lowest and highest valid value, both included.
    pub range: (f64, f64),
    /// Whether it is a switch: 0 for off, 1 for on and nothing in between.
    pub flag: bool,
    /// Letter in the formula and meaning, in one line.
    pub means: &'static str,
}

impl Hyperparameter {
    const fn number(
        id: &'static str,
        default: f64,
        range: (f64, f64),
        means: &'static str,
    ) -> Hyperparameter {
        Hyperparameter { id, default, range, flag: false, means }
    }

    const fn flag(id: &'static str, default: f64, means: &'static str) -> Hyperparameter {
        Hyperparameter { id, default, range: (0.0, 1.0), flag: true, means }
    }

    const fn with_default(self, default: f64) -> Hyperparameter {
        Hyperparameter { default, ..self }
    }

    /// Valid values, as the end of a sentence.
    pub fn expected(&self) -> Message {
        match self.flag {
            true => "0 for off or 1 for on".into(),
            false => {
                let (low, high) = self.range;
                said!("a number from {low} to {high}", low, high)
            }
        }
    }

    /// Whether a value is valid. NaN never is.
    pub fn takes(&self, value: f64) -> bool {
        (self.range.0..=self.range.1).contains(&value)
            && (!self.flag || value == 0.0 || value == 1.0)
    }
}

/// Range of the decay factor of an average. At 1 the average would never take anything in.
const KEPT: (f64, f64) = (0.0, 0.999_999);

const MOMENTUM_FACTOR: Hyperparameter = Hyperparameter::number(
    "momentum",
    0.9,
    (0.0, 1.0),
    "μ: how much of the last move goes on into the next",
);
const DAMPENING: Hyperparameter = Hyperparameter::number(
    "dampening",
    0.0,
    (0.0, 1.0),
    "τ: how much of each gradient but the first is left out",
);
const WEIGHT_DECAY: Hyperparameter = Hyperparameter::number(
    "weight_decay",
    0.0,
    (0.0, 1000.0),
    "w: the pull towards 0, added to the gradient as w x",
);
const DECOUPLED: Hyperparameter =
    Hyperparameter { means: "w: the pull towards 0, a move of its own by η w x", ..WEIGHT_DECAY };
const DECOUPLED_WEIGHT_DECAY: Hyperparameter = Hyperparameter::flag(
    "decoupled_weight_decay",
    0.0,
    "on: weight decay is a move of its own, x ← x − η w x, and g stays as it is",
);
const LR_DECAY: Hyperparameter = Hyperparameter::number(
    "lr_decay",
    0.0,
    (0.0, 1000.0),
    "δ: how fast the learning rate falls with the updates",
);
const INITIAL_ACCUMULATOR_VALUE: Hyperparameter =
    Hyperparameter::number("initial_accumulator_value", 0.0, (0.0, 1e6), "what G starts from");
/// The range excludes 0: a gradient of 0 would give 0/0.
const EPS: Hyperparameter =
    Hyperparameter::number("eps", 1e-8, (1e-16, 1000.0), "ε: keeps the divisor away from 0");
const ALPHA: Hyperparameter =
    Hyperparameter::number("alpha", 0.99, KEPT, "α: how much of the average of g² is kept");
const CENTERED: Hyperparameter =
    Hyperparameter::flag("centered", 0.0, "on: divides by √(v − m²), the gradient's own spread");
const RHO: Hyperparameter =
    Hyperparameter::number("rho", 0.9, KEPT, "ρ: how much of both averages is kept");
const BETA1: Hyperparameter =
    Hyperparameter::number("beta1", 0.9, KEPT, "β₁: how much of the average of g is kept");
const BETA2: Hyperparameter =
    Hyperparameter::number("beta2", 0.999, KEPT, "β₂: how much of the average of g² is kept");
const MOMENTUM_DECAY: Hyperparameter = Hyperparameter::number(
    "momentum_decay",
    0.004,
    (0.0, 10.0),
    "ψ: how fast the momentum rises from β₁/2 to β₁",
);
const BIAS_CORRECTION: Hyperparameter = Hyperparameter::flag(
    "bias_correction",
    1.0,
    "on: makes up for averages that start from 0 (always on in PyTorch)",
);

/// All optimizers, in the order in which they are offered.
pub static OPTIMIZERS: &[&Definition] = &[
    &SGD, &MOMENTUM, &NESTEROV, &ADAGRAD, &RMSPROP, &ADADELTA, &ADAM, &ADAMW, &ADAMAX, &NADAM,
    &RADAM, &AMSGRAD, &LION,
];

const SGD: Definition = Definition {
    id: "sgd",
    formula: "x ← x − η g",
    source: "Cauchy: Méthode générale pour la résolution des systèmes d'équations simultanées (1847); PyTorch SGD",
    learning_rate: 1e-3,
    hyperparameters: &[WEIGHT_DECAY],
    memory: &[],
    update: |state, gradient, x| {
        let (learning_rate, [weight_decay], []) = state.parts();
        for (x, g) in x.iter_mut().zip(gradient) {
            let g = g + weight_decay * *x;
            *x -= learning_rate * g;
        }
    },
    factors: |_, after, g, x| {
        let (symbol, g) = after.decayed(g, x);
        Move::new(after.learning_rate, symbol, g)
    },
};

const MOMENTUM: Definition = Definition {
    id: "momentum",
    formula: "b ← μ b + (1 − τ) g, at first b = g;  x ← x − η b",
    source: "Polyak: Some methods of speeding up the convergence of iteration methods (1964); PyTorch SGD(momentum=0.9)",
    learning_rate: 1e-3,
    hyperparameters: &[MOMENTUM_FACTOR, DAMPENING, WEIGHT_DECAY],
    memory: &["b"],
    update: |state, gradient, x| {
        let first = state.updates == 1;
        let (learning_rate, [momentum, dampening, weight_decay], [b]) = state.parts();
        let share = if first { 1.0 } else { 1.0 - dampening };
        for ((x, g), b) in x.iter_mut().zip(gradient).zip(b) {
            let g = g + weight_decay * *x;
            *b = momentum * *b + share * g;
            *x -= learning_rate * *b;
        }
    },
    factors: |_, after, _, _| {
        let [b] = after.first();
        Move::new(after.learning_rate, "b", b)
    },
};

/// The gradient is the one at x, not at a point ahead: x here is the look-ahead point of the
/// textbook form.
const NESTEROV: Definition = Definition {
    id: "nesterov",
    formula: "b ← μ b + g;  x ← x − η (g + μ b)",
    source: "Nesterov: A method of solving a convex programming problem with convergence rate O(1/k²) (1983), in the form of Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning (2013); PyTorch SGD(momentum=0.9, nesterov=True)",
    learning_rate: 1e-3,
    hyperparameters: &[MOMENTUM_FACTOR, WEIGHT_DECAY],
    memory: &["b"],
    update: |state, gradient, x| {
        let (learning_rate, [momentum, weight_decay], [b]) = state.parts();
        for ((x, g), b) in x.iter_mut().zip(gradient).zip(b) {
            let g = g + weight_decay * *x;
            *b = momentum * *b + g;
            *x -= learning_rate * (g + momentum * *b);
        }
    },
    factors: |_, after, g, x| {
        let ([b], (_, g)) = (after.first(), after.decayed(g, x));
        Move::new(after.learning_rate, "g + μ b", g + after.own("momentum") * b)
    },
};

const ADAGRAD: Definition = Definition {
    id: "adagrad",
    formula: "G ← G + g²;  x ← x − η/(1 + (t − 1) δ) · g/(√G + ε)",
    source: "Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization (2011); PyTorch Adagrad",
    learning_rate: 1e-2,
    hyperparameters: &[LR_DECAY, WEIGHT_DECAY, INITIAL_ACCUMULATOR_VALUE, EPS.with_default(1e-10)],
    memory: &["G"],
    update: |state, gradient, x| {
        let updates = state.updates;
        let (learning_rate, [lr_decay, weight_decay, initial, eps], [total]) = state.parts();
        if updates == 1 {
            total.fill(initial);
        }
        let rate = learning_rate / (1.0 + f64::from(updates - 1) * lr_decay);
        for ((x, g), total) in x.iter_mut().zip(gradient).zip(total) {
            let g = g + weight_decay * *x;
            *total += g * g;
            *x -= rate * g / (total.sqrt() + eps);
        }
    },
    factors: |_, after, g, x| {
        let ([total], (symbol, g)) = (after.first(), after.decayed(g, x));
        let slowed = 1.0 + f64::from(after.updates - 1) * after.own("lr_decay");
        Move::new(after.learning_rate / slowed, symbol, g)
            .over("√G + ε", total.sqrt() + after.own("eps"))
    },
};

const RMSPROP: Definition = Definition {
    id: "rmsprop",
    formula: "v ← α v + (1 − α) g²;  b ← μ b + g/(√v + ε);  x ← x − η b;  centered: m ← α m + (1 − α) g and √(v − m²) for √v",
    source: "Tieleman, Hinton: Lecture 6.5, COURSERA: Neural Networks for Machine Learning (2012); centered: Graves: Generating Sequences With Recurrent Neural Networks (2013); PyTorch RMSprop",
    learning_rate: 1e-2,
    hyperparameters: &[ALPHA, EPS, WEIGHT_DECAY, MOMENTUM_FACTOR.with_default(0.0), CENTERED],
    memory: &["v", "m", "b"],
    update: |state, gradient, x| {
        let (learning_rate, [alpha, eps, weight_decay, momentum, centered], [v, m, b]) =
            state.parts();
        let centered = centered != 0.0;
        for ((((x, g), v), m), b) in x.iter_mut().zip(gradient).zip(v).zip(m).zip(b) {
            let g = g + weight_decay * *x;
            *v = alpha * *v + (1.0 - alpha) * g * g;
            *m = alpha * *m + (1.0 - alpha) * g;
            let spread = if centered { *v - *m * *m } else { *v };
            // Rounding can take v − m² below 0; PyTorch then gives NaN.
            let spread = if spread < 0.0 { 0.0 } else { spread };
            *b = momentum * *b + g / (spread.sqrt() + eps);
            *x -= learning_rate * *b;
        }
    },
    factors: |_, after, g, x| {
        let ([v, m, b], (symbol, g)) = (after.first(), after.decayed(g, x));
        let (root, spread) = match after.own("centered") != 0.0 {
            true => ("√(v − m²) + ε", (v - m * m).max(0.0)),
            false => ("√v + ε", v),
        };
        match after.own("momentum") == 0.0 {
            true => Move::new(after.learning_rate, symbol, g)
                .over(root, spread.sqrt() + after.own("eps")),
            false => Move::new(after.learning_rate, "b", b),
        }
    },
};

/// ε stands inside both roots, and u averages d without the factor η.
const ADADELTA: Definition = Definition {
    id: "adadelta",
    formula: "v ← ρ v + (1 − ρ) g²;  d = √(u + ε)/√(v + ε) · g;  u ← ρ u + (1 − ρ) d²;  x ← x − η d",
    source: "Zeiler: ADADELTA: An Adaptive Learning Rate Method (2012); PyTorch Adadelta",
    learning_rate: 1.0,
    hyperparameters: &[RHO, EPS.with_default(1e-6), WEIGHT_DECAY],
    memory: &["v", "u"],
    update: |state, gradient, x| {
        let (learning_rate, [rho, eps, weight_decay], [v, u]) = state.parts();
        for (((x, g), v), u) in x.iter_mut().zip(gradient).zip(v).zip(u) {
            let g = g + weight_decay * *x;
            *v = rho * *v + (1.0 - rho) * g * g;
            let d = (*u + eps).sqrt() / (*v + eps).sqrt() * g;
            *u = rho * *u + (1.0 - rho) * d * d;
            *x -= learning_rate * d;
        }
    },
    factors: |before, after, g, x| {
        let ([_, u], [v, _]) = (before.first(), after.first());
        let ((symbol, g), eps) = (after.decayed(g, x), after.own("eps"));
        Move::new(after.learning_rate, symbol, g)
            .times("√(u + ε)", (u + eps).sqrt())
            .over("√(v + ε)", (v + eps).sqrt())
    },
};

const ADAM: Definition = Definition {
    id: "adam",
    formula: "m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  x ← x − η m̂/(√v̂ + ε), m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)",
    source: "Kingma, Ba: Adam: A Method for Stochastic Optimization (2015); PyTorch Adam",
    learning_rate: 1e-3,
    hyperparameters: &[BETA1, BETA2, EPS, WEIGHT_DECAY, BIAS_CORRECTION],
    memory: &["m", "v"],
    update: |state, gradient, x| {
        let t = state.updates;
        let (learning_rate, [beta1, beta2, eps, weight_decay, correct], [m, v]) = state.parts();
        let (m_share, v_share) = match correct != 0.0 {
            true => (1.0 - math::powi(beta1, t), 1.0 - math::powi(beta2, t)),
            false => (1.0, 1.0),
        };
        for (((x, g), m), v) in x.iter_mut().zip(gradient).zip(m).zip(v) {
            let g = g + weight_decay * *x;
            *m = beta1 * *m + (1.0 - beta1) * g;
            *v = beta2 * *v + (1.0 - beta2) * g * g;
            *x -= learning_rate * (*m / m_share) / ((*v / v_share).sqrt() + eps);
        }
    },
    factors: |_, after, _, _| {
        let [m, v] = after.first();
        match after.own("bias_correction") != 0.0 {
            true => after.adaptive(m, "√v̂ + ε", v),
            false => {
                Move::new(after.learning_rate, "m", m).over("√v + ε", v.sqrt() + after.own("eps"))
            }
        }
    },
};

const ADAMW: Definition = Definition {
    id: "adamw",
    formula: "x ← x − η w x, then as Adam: m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  x ← x − η m̂/(√v̂ + ε)",
    source: "Loshchilov, Hutter: Decoupled Weight Decay Regularization (2019); PyTorch AdamW",
    learning_rate: 1e-3,
    hyperparameters: &[BETA1, BETA2, EPS, DECOUPLED.with_default(0.01)],
    memory: &["m", "v"],
    update: |state, gradient, x| {
        let t = state.updates;
        let (learning_rate, [beta1, beta2, eps, weight_decay], [m, v]) = state.parts();
        let (m_share, v_share) = (1.0 - math::powi(beta1, t), 1.0 - math::powi(beta2, t));
        for (((x, g), m), v) in x.iter_mut().zip(gradient).zip(m).zip(v) {
            *x -= learning_rate * weight_decay * *x;
            *m = beta1 * *m + (1.0 - beta1) * g;
            *v = beta2 * *v + (1.0 - beta2) * g * g;
            *x -= learning_rate * (*m / m_share) / ((*v / v_share).sqrt() + eps);
        }
    },
    factors: |_, after, _, x| {
        let [m, v] = after.first();
        after.adaptive(m, "√v̂ + ε", v).and_decay(after.decay(x))
    },
};

const ADAMAX: Definition = Definition {
    id: "adamax",
    formula: "m ← β₁ m + (1 − β₁) g;  u ← max(β₂ u, |g| + ε);  x ← x − η/(1 − β₁ᵗ) · m/u",
    source: "Kingma, Ba: Adam: A Method for Stochastic Optimization (2015), section 7.1; PyTorch Adamax",
    learning_rate: 2e-3,
    hyperparameters: &[BETA1, BETA2_OF_MAXIMUM, EPS, WEIGHT_DECAY],
    memory: &["m", "u"],
    update: |state, gradient, x| {
        let t = state.updates;
        let (learning_rate, [beta1, beta2, eps, weight_decay], [m, u]) = state.parts();
        let rate = learning_rate / (1.0 - math::powi(beta1, t));
        for (((x, g), m), u) in x.iter_mut().zip(gradient).zip(m).zip(u) {
            let g = g + weight_decay * *x;
            *m = beta1 * *m + (1.0 - beta1) * g;
            *u = maximum(beta2 * *u, g.abs() + eps);
            *x -= rate * *m / *u;
        }
    },
    factors: |_, after, _, _| {
        let [m, u] = after.first();
        let m_share = 1.0 - math::powi(after.own("beta1"), after.updates);
        Move::new(after.learning_rate, "m̂", m / m_share).over("u", u)
    },
};

const BETA2_OF_MAXIMUM: Hyperparameter =
    Hyperparameter { means: "β₂: how much of the largest |g| is kept", ..BETA2 };

/// PyTorch's form: momentum μₜ follows a schedule, and P is the product of all μₜ so far.
const NADAM: Definition = Definition {
    id: "nadam",
    formula: "μₜ = β₁ (1 − ½ 0.96^(t ψ));  P ← P μₜ;  m, v as Adam;  x ← x − η m̄/(√v̂ + ε), m̄ = (1 − μₜ) g/(1 − P) + μₜ₊₁ m/(1 − P μₜ₊₁)",
    source: "Dozat: Incorporating Nesterov Momentum into Adam (2016); PyTorch NAdam",
    learning_rate: 2e-3,
    hyperparameters: &[BETA1, BETA2, EPS, WEIGHT_DECAY, MOMENTUM_DECAY, DECOUPLED_WEIGHT_DECAY],
    memory: &["m", "v"],
    update: |state, gradient, x| {
        let (t, before) = (state.updates, state.momenta);
        let (learning_rate, [beta1, beta2, eps, weight_decay, momentum_decay, decoupled], [m, v]) =
            state.parts();
        let (l2, decay) = split(weight_decay, decoupled);
        let (now, next) = nadam_momenta(beta1, momentum_decay, t);
        let momenta = before * now;
        let g_rate = learning_rate * (1.0 - now) / (1.0 - momenta);
        let m_rate = learning_rate * next / (1.0 - momenta * next);
        let v_share = 1.0 - math::powi(beta2, t);
        for (((x, g), m), v) in x.iter_mut().zip(gradient).zip(m).zip(v) {
            let g = g + l2 * *x;
            *x -= learning_rate * decay * *x;
            *m = beta1 * *m + (1.0 - beta1) * g;
            *v = beta2 * *v + (1.0 - beta2) * g * g;
            *x -= (g_rate * g + m_rate * *m) / ((*v / v_share).sqrt() + eps);
        }
        state.momenta = momenta;
    },
    factors: |before, after, g, x| {
        let ([m, v], (_, g)) = (after.first(), after.decayed(g, x));
        let (now, next) =
            nadam_momenta(after.own("beta1"), after.own("momentum_decay"), after.updates);
        let momenta = before.momenta * now;
        let ahead = (1.0 - now) * g / (1.0 - momenta) + next * m / (1.0 - momenta * next);
        let v_share = 1.0 - math::powi(after.own("beta2"), after.updates);
        Move::new(after.learning_rate, "m̄", ahead)
            .over("√v̂ + ε", (v / v_share).sqrt() + after.own("eps"))
            .and_decay(after.decay(x))
    },
};

/// While r ≤ 5 (the first five updates for β₂ from 0.9 on) the variance of v is not known well
/// enough, and the step is that of plain momentum.
const RADAM: Definition = Definition {
    id: "radam",
    formula: "m, v as Adam;  r∞ = 2/(1 − β₂) − 1;  r = r∞ − 2 t β₂ᵗ/(1 − β₂ᵗ);  r > 5: x ← x − η m̂ R √(1 − β₂ᵗ)/(√v + ε), R = √((r − 4)(r − 2) r∞/((r∞ − 4)(r∞ − 2) r));  else x ← x − η m̂",
    source: "Liu, Jiang, He, Chen, Liu, Gao, Han: On the Variance of the Adaptive Learning Rate and Beyond (2020); PyTorch RAdam",
    learning_rate: 1e-3,
    hyperparameters: &[BETA1, BETA2, EPS, WEIGHT_DECAY, DECOUPLED_WEIGHT_DECAY],
    memory: &["m", "v"],
    update: |state, gradient, x| {
        let t = state.updates;
        let (learning_rate, [beta1, beta2, eps, weight_decay, decoupled], [m, v]) = state.parts();
        let (l2, decay) = split(weight_decay, decoupled);
        let m_share = 1.0 - math::powi(beta1, t);
        let rectification = rectification(beta2, t);
        let (rectified, scale) = (rectification.is_some(), rectification.unwrap_or(1.0));
        for (((x, g), m), v) in x.iter_mut().zip(gradient).zip(m).zip(v) {
            let g = g + l2 * *x;
            *x -= learning_rate * decay * *x;
            *m = beta1 * *m + (1.0 - beta1) * g;
            *v = beta2 * *v + (1.0 - beta2) * g * g;
            let divisor = if rectified { v.sqrt() + eps } else { 1.0 };
            *x -= learning_rate * (*m / m_share) * scale / divisor;
        }
    },
    factors: |_, after, _, x| {
        let [m, v] = after.first();
        let m_share = 1.0 - math::powi(after.own("beta1"), after.updates);
        let plain = Move::new(after.learning_rate, "m̂", m / m_share).and_decay(after.decay(x));
        match rectification(after.own("beta2"), after.updates) {
            None => plain,
            Some(scale) => {
                plain.times("R √(1 − β₂ᵗ)", scale).over("√v + ε", v.sqrt() + after.own("eps"))
            }
        }
    },
};

/// V is the maximum of v before bias correction.
const AMSGRAD: Definition = Definition {
    id: "amsgrad",
    formula: "m, v as Adam;  V ← max(V, v);  x ← x − η m̂/(√V̂ + ε), V̂ = V/(1 − β₂ᵗ)",
    source: "Reddi, Kale, Kumar: On the Convergence of Adam and Beyond (2018); PyTorch Adam(amsgrad=True)",
    learning_rate: 1e-3,
    hyperparameters: &[BETA1, BETA2, EPS, WEIGHT_DECAY],
    memory: &["m", "v", "V"],
    update: |state, gradient, x| {
        let t = state.updates;
        let (learning_rate, [beta1, beta2, eps, weight_decay], [m, v, largest]) = state.parts();
        let (m_share, v_share) = (1.0 - math::powi(beta1, t), 1.0 - math::powi(beta2, t));
        for ((((x, g), m), v), largest) in x.iter_mut().zip(gradient).zip(m).zip(v).zip(largest) {
            let g = g + weight_decay * *x;
            *m = beta1 * *m + (1.0 - beta1) * g;
            *v = beta2 * *v + (1.0 - beta2) * g * g;
            *largest = maximum(*largest, *v);
            *x -= learning_rate * (*m / m_share) / ((*largest / v_share).sqrt() + eps);
        }
    },
    factors: |_, after, _, _| {
        let [m, _, largest] = after.first();
        after.adaptive(m, "√V̂ + ε", largest)
    },
};

const LION: Definition = Definition {
    id: "lion",
    formula: "c = β₁ m + (1 − β₁) g;  m ← β₂ m + (1 − β₂) g;  x ← x − η (sign c + w x)",
    source: "Chen et al.: Symbolic Discovery of Optimization Algorithms (2023), algorithm 2; not in PyTorch",
    learning_rate: 1e-4,
    hyperparameters: &[
        Hyperparameter { means: "β₁: how much m counts in the step's direction", ..BETA1 },
        Hyperparameter {
            means: "β₂: how much of the average of g is kept",
            default: 0.99,
            ..BETA2
        },
        DECOUPLED,
    ],
    memory: &["m"],
    update: |state, gradient, x| {
        let (learning_rate, [beta1, beta2, weight_decay], [m]) = state.parts();
        for ((x, g), m) in x.iter_mut().zip(gradient).zip(m) {
            let c = beta1 * *m + (1.0 - beta1) * g;
            *m = beta2 * *m + (1.0 - beta2) * g;
            *x -= learning_rate * (sign(c) + weight_decay * *x);
        }
    },
    factors: |before, after, g, x| {
        let ([m], beta1) = (before.first(), after.own("beta1"));
        let sign = sign(beta1 * m + (1.0 - beta1) * g);
        Move::new(after.learning_rate, "sign c", sign).and_decay(after.decay(x))
    },
};

/// Momenta μₜ and μₜ₊₁ of NAdam.
fn nadam_momenta(beta1: f64, momentum_decay: f64, t: u32) -> (f64, f64) {
    let momentum = |t: f64| {
        let falling = math::exp(t * momentum_decay * math::ln(0.96));
        beta1 * (1.0 - 0.5 * falling)
    };
    (momentum(f64::from(t)), momentum(f64::from(t) + 1.0))
}

/// R √(1 − β₂ᵗ) of RAdam; `None` as long as the step is that of plain momentum.
fn rectification(beta2: f64, t: u32) -> Option<f64> {
    let beta2_t = math::powi(beta2, t);
    let v_share = 1.0 - beta2_t;
    let r_inf = 2.0 / (1.0 - beta2) - 1.0;
    let r = r_inf - 2.0 * f64::from(t) * beta2_t / v_share;
    (r > 5.0).then(|| {
        let variance = (r - 4.0) * (r - 2.0) * r_inf / ((r_inf - 4.0) * (r_inf - 2.0) * r);
        variance.sqrt() * v_share.sqrt()
    })
}

/// Sign of a number: 0 for 0, for which `signum` is 1, and NaN for NaN.
fn sign(c: f64) -> f64 {
    if c == 0.0 { 0.0 } else { c.signum() }
}

/// The larger of two numbers, or NaN if one is NaN: `f64::max` would ignore it and hide a
/// divergence.
fn maximum(a: f64, b: f64) -> f64 {
    if a > b || a.is_nan() { a } else { b }
}

/// Weight decay as (L2 term added to the gradient, decoupled decay).
fn split(weight_decay: f64, decoupled: f64) -> (f64, f64) {
    if decoupled != 0.0 { (0.0, weight_decay) } else { (weight_decay, 0.0) }
}

/// Names of all optimizers' hyperparameters, each once.
pub fn hyperparameter_ids() -> Vec<&'static str> {
    let mut ids = Vec::new();
    for hyperparameter in OPTIMIZERS.iter().flat_map(|definition| definition.hyperparameters) {
        if !ids.contains(&hyperparameter.id) {
            ids.push(hyperparameter.id);
        }
    }
    ids
}

/// Whether some optimizer has a hyperparameter of this name.
pub fn is_hyperparameter(id: &str) -> bool {
    OPTIMIZERS.iter().any(|definition| definition.hyperparameter(id).is_some())
}

impl Definition {
    /// The optimizer's hyperparameter of this name.
    pub fn hyperparameter(&self, id: &str) -> Option<&'static Hyperparameter> {
        self.hyperparameters.iter().find(|hyperparameter| hyperparameter.id == id)
    }
}

/// One of [`OPTIMIZERS`], serialized as its name.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(into = "String")]
pub struct Rule(&'static Definition);

impl Rule {
    /// Plain gradient descent.
    pub const SGD: Rule = Rule(&SGD);

    /// The optimizer of this name. Fails if there is none.
    pub fn from_id(id: &str) -> Result<Rule, Error> {
        crate::named::find("optimizer", id, OPTIMIZERS, |definition| definition.id).map(Rule)
    }

    /// Checks hyperparameters; those not given have their defaults. Fails at the first that the
    /// optimizer does not have, or whose value is invalid.
    pub fn check(&self, hyperparameters: &BTreeMap<String, f64>) -> Result<(), Error> {
        hyperparameters.iter().try_for_each(|(id, value)| self.check_one(id, *value))
    }

    /// Checks one hyperparameter. Fails if the optimizer does not have it, or the value is
    /// invalid.
    pub fn check_one(&self, id: &str, value: f64) -> Result<(), Error> {
        let expected = match self.hyperparameter(id) {
            Some(hyperparameter) if hyperparameter.takes(value) => return Ok(()),
            Some(hyperparameter) => hyperparameter.expected(),
            None => {
                let own: Vec<&str> = self.hyperparameters.iter().map(|own| own.id).collect();
                let (optimizer, own) = (self.id, own.join(", "));
                said!("another optimizer, for {optimizer} has {own}", optimizer, own)
            }
        };
        Err(Error::bad_value(id, &value.to_string(), expected))
    }
}

crate::named::named!(Rule, Definition);

/// State of an optimizer: its rule, its settings and its memory.
#[derive(Clone, Debug)]
pub struct Optimizer {
    rule: Rule,
    /// Learning rate η.
    pub learning_rate: f64,
    /// Hyperparameters, in the definition's order.
    values: Vec<f64>,
    /// t: during an update its number, from 1 on.
    updates: u32,
    /// P of NAdam: the product of all momenta so far.
    momenta: f64,
    memory: Vec<Vec<f64>>,
}

impl Optimizer {
    /// Initial state for `parameters` parameters. Hyperparameters must pass [`Rule::check`];
    /// those not given have their defaults.
    pub fn new(
        rule: Rule,
        learning_rate: f64,
        hyperparameters: &BTreeMap<String, f64>,
        parameters: usize,
    ) -> Optimizer {
        let mut optimizer = Optimizer {
            rule,
            learning_rate,
            values: vec![0.0; rule.hyperparameters.len()],
            updates: 0,
            momenta: 1.0,
            memory: vec![vec![0.0; parameters]; rule.memory.len()],
        };
        optimizer.set_hyperparameters(hyperparameters);
        optimizer
    }

    /// Moves x by one update, from the gradient at x alone.
    pub fn update(&mut self, gradient: &[f64], x: &mut [f64]) {
        self.updates += 1;
        (self.rule.0.update)(self, gradient, x);
    }

    /// Factors of the next move of the parameter `index`, with this gradient at x.
    pub fn factors(&self, index: usize, gradient: f64, x: f64) -> Move {
        let before = Optimizer {
            rule: self.rule,
            learning_rate: self.learning_rate,
            values: self.values.clone(),
            updates: self.updates,
            momenta: self.momenta,
            memory: self.memory.iter().map(|of_all| vec![of_all[index]]).collect(),
        };
        let mut after = before.clone();
        after.update(&[gradient], &mut [x]);
        (self.rule.0.factors)(&before, &after, gradient, x)
    }

    /// Memory of the first parameter, in the definition's order.
    fn first<const M: usize>(&self) -> [f64; M] {
        std::array::from_fn(|vector| self.memory[vector][0])
    }

    /// Value of a hyperparameter, 0 if the rule does not have it.
    fn own(&self, id: &str) -> f64 {
        self.hyperparameter(id).unwrap_or(0.0)
    }

    /// Gradient with the L2 term of weight decay, and its symbol.
    fn decayed(&self, gradient: f64, x: f64) -> (&'static str, f64) {
        let (l2, _) = split(self.own("weight_decay"), self.own("decoupled_weight_decay"));
        if l2 == 0.0 { ("g", gradient) } else { ("g + w x", gradient + l2 * x) }
    }

    /// Decoupled weight decay's own move, η w x.
    fn decay(&self, x: f64) -> f64 {
        let switch = self.rule.hyperparameter("decoupled_weight_decay").is_some();
        let is_on = !switch || self.own("decoupled_weight_decay") != 0.0;
        if is_on { self.learning_rate * self.own("weight_decay") * x } else { 0.0 }
    }

    /// The move −η m̂/(√v̂ + ε) of Adam and its kin.
    fn adaptive(&self, m: f64, symbol: &'static str, v: f64) -> Move {
        let [m_share, v_share] =
            ["beta1", "beta2"].map(|beta| 1.0 - math::powi(self.own(beta), self.updates));
        Move::new(self.learning_rate, "m̂", m / m_share)
            .over(symbol, (v / v_share).sqrt() + self.own("eps"))
    }

    /// Copies the state of another optimizer, without an allocation if the rule is the same.
    pub fn copy_from(&mut self, other: &Optimizer) {
        if self.rule != other.rule {
            return self.clone_from(other);
        }
        self.learning_rate = other.learning_rate;
        self.values.copy_from_slice(&other.values);
        self.updates = other.updates;
        self.momenta = other.momenta;
        for (to, from) in self.memory.iter_mut().zip(&other.memory) {
            to.copy_from_slice(from);
        }
    }

    /// Memory vectors: the name and one number for each parameter.
    pub fn memory(&self) -> impl Iterator<Item = (&'static str, &[f64])> {
        self.rule.0.memory.iter().copied().zip(self.memory.iter().map(Vec::as_slice))
    }

    /// Value of a hyperparameter, if the rule has it.
    pub fn hyperparameter(&self, id: &str) -> Option<f64> {
        let mut both = self.rule.0.hyperparameters.iter().zip(&self.values);
        both.find(|(hyperparameter, _)| hyperparameter.id == id).map(|(_, value)| *value)
    }

    /// Sets one hyperparameter for later updates. Fails if [`Rule::check_one`] does.
    pub fn set_hyperparameter(&mut self, id: &str, value: f64) -> Result<(), Error> {
        self.rule.check_one(id, value)?;
        for (own, to) in self.rule.0.hyperparameters.iter().zip(&mut self.values) {
            if own.id == id {
                *to = value;
            }
        }
        Ok(())
    }

    /// Changes rule and hyperparameters for later updates; a different rule starts with empty
    /// memory.
    pub(crate) fn set(&mut self, rule: Rule, given: &BTreeMap<String, f64>, parameters: usize) {
        if self.rule == rule {
            self.set_hyperparameters(given);
        } else {
            *self = Optimizer::new(rule, self.learning_rate, given, parameters);
        }
    }

    /// Sets all hyperparameters for later updates: those given, and the defaults of the others.
    pub fn set_hyperparameters(&mut self, given: &BTreeMap<String, f64>) {
        for (own, to) in self.rule.0.hyperparameters.iter().zip(&mut self.values) {
            *to = given.get(own.id).copied().unwrap_or(own.default);
        }
    }

    /// Learning rate, hyperparameters and memory, the latter two in the definition's order.
    fn parts<const H: usize, const M: usize>(&mut self) -> (f64, [f64; H], &mut [Vec<f64>; M]) {
        let values = self.values.as_slice().try_into();
        let memory = self.memory.as_mut_slice().try_into();
        (
            self.learning_rate,
            values.expect("as many as the definition lists"),
            memory.expect("as many as the definition lists"),
        )
    }
}

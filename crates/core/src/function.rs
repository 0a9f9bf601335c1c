//! Functions of one or two numbers, to see an optimizer's path without a network.
//!
//! To add one: write its [`Definition`] here and put it in [`FUNCTIONS`].

use crate::Error;
use crate::math::{cos, exp, sin};
use serde::{Deserialize, Serialize};
use std::f64::consts::{E, PI};

/// One function and all that is known of it.
#[derive(Debug)]
pub struct Definition {
    /// Its name in an experiment and in the address.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// f as a function of x, or of x and y.
    pub formula: &'static str,
    /// Who introduced it.
    pub source: &'static str,
    /// How many numbers it is a function of.
    pub dim: usize,
    /// Where it is usually looked at: lowest and highest, for each number.
    pub domain: &'static [(f64, f64)],
    /// Writes ∇f to `gradient` and returns f. Both slices are `dim` long.
    pub value_and_gradient: fn(x: &[f64], gradient: &mut [f64]) -> f64,
    /// Writes the second derivatives ∂²f/∂xᵢ∂xⱼ to `hessian`, row after row:
    /// `dim` × `dim` numbers.
    pub hessian: fn(x: &[f64], hessian: &mut [f64]),
}

/// All functions, in the order in which they are offered.
pub const FUNCTIONS: &[&Definition] = &[
    &SQUARE,
    &DOUBLE_WELL,
    &WAVY,
    &BOWL,
    &ROSENBROCK,
    &HIMMELBLAU,
    &BEALE,
    &RASTRIGIN,
    &STYBLINSKI_TANG,
    &ACKLEY,
    &GOLDSTEIN_PRICE,
    &SIX_HUMP_CAMEL,
    &SADDLE,
    &MCCORMICK,
    &MATYAS,
    &BOOTH,
    &THREE_HUMP_CAMEL,
];

const SQUARE: Definition = Definition {
    id: "square",
    name: "Parabola",
    formula: "x²",
    source: "textbook",
    dim: 1,
    domain: &[(-5.0, 5.0)],
    value_and_gradient: |x, gradient| {
        gradient[0] = 2.0 * x[0];
        x[0] * x[0]
    },
    hessian: |_, hessian| hessian[0] = 2.0,
};

const DOUBLE_WELL: Definition = Definition {
    id: "double_well",
    name: "Asymmetric double well",
    formula: "x⁴ − 3 x² + x",
    source: "textbook",
    dim: 1,
    domain: &[(-2.5, 2.5)],
    value_and_gradient: |x, gradient| {
        let x = x[0];
        gradient[0] = 4.0 * x * x * x - 6.0 * x + 1.0;
        x * x * x * x - 3.0 * x * x + x
    },
    hessian: |x, hessian| hessian[0] = 12.0 * x[0] * x[0] - 6.0,
};

const WAVY: Definition = Definition {
    id: "wavy",
    name: "Sine on a parabola",
    formula: "sin 3x + 0.3 x²",
    source: "textbook",
    dim: 1,
    domain: &[(-5.0, 5.0)],
    value_and_gradient: |x, gradient| {
        let x = x[0];
        gradient[0] = 0.6 * x + 3.0 * cos(3.0 * x);
        0.3 * x * x + sin(3.0 * x)
    },
    hessian: |x, hessian| hessian[0] = 0.6 - 9.0 * sin(3.0 * x[0]),
};

const BOWL: Definition = Definition {
    id: "bowl",
    name: "Elliptic bowl",
    formula: "x² + 10 y²",
    source: "textbook, condition number 10",
    dim: 2,
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        gradient[0] = 2.0 * x;
        gradient[1] = 20.0 * y;
        x * x + 10.0 * y * y
    },
    hessian: |_, hessian| hessian.copy_from_slice(&[2.0, 0.0, 0.0, 20.0]),
};

const ROSENBROCK: Definition = Definition {
    id: "rosenbrock",
    name: "Rosenbrock",
    formula: "(1 − x)² + 100 (y − x²)²",
    source: "Rosenbrock: An Automatic Method for Finding the Greatest or Least Value of a Function (1960)",
    dim: 2,
    domain: &[(-2.0, 2.0), (-1.0, 3.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let (a, b) = (1.0 - x, y - x * x);
        gradient[0] = -400.0 * x * b - 2.0 * a;
        gradient[1] = 200.0 * b;
        a * a + 100.0 * b * b
    },
    hessian: |at, hessian| {
        let (x, y) = (at[0], at[1]);
        let (xx, xy, yy) = (2.0 + 800.0 * x * x - 400.0 * (y - x * x), -400.0 * x, 200.0);
        hessian.copy_from_slice(&[xx, xy, xy, yy]);
    },
};

const HIMMELBLAU: Definition = Definition {
    id: "himmelblau",
    name: "Himmelblau",
    formula: "(x² + y − 11)² + (x + y² − 7)²",
    source: "Himmelblau: Applied Nonlinear Programming (1972)",
    dim: 2,
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let (a, b) = (x * x + y - 11.0, x + y * y - 7.0);
        gradient[0] = 4.0 * x * a + 2.0 * b;
        gradient[1] = 2.0 * a + 4.0 * y * b;
        a * a + b * b
    },
    hessian: |at, hessian| {
        let (x, y) = (at[0], at[1]);
        let (a, b) = (x * x + y - 11.0, x + y * y - 7.0);
        let (xx, xy, yy) =
            (2.0 + 8.0 * x * x + 4.0 * a, 4.0 * (x + y), 2.0 + 8.0 * y * y + 4.0 * b);
        hessian.copy_from_slice(&[xx, xy, xy, yy]);
    },
};

const BEALE: Definition = Definition {
    id: "beale",
    name: "Beale",
    formula: "(1.5 − x + x y)² + (2.25 − x + x y²)² + (2.625 − x + x y³)²",
    source: "Beale: On an Iterative Method for Finding a Local Minimum of a Function of More Than One Variable (1958)",
    dim: 2,
    domain: &[(-4.5, 4.5), (-4.5, 4.5)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let (y2, y3) = (y * y, y * y * y);
        let (a, b, c) = (1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y3);
        gradient[0] = 2.0 * (a * (y - 1.0) + b * (y2 - 1.0) + c * (y3 - 1.0));
        gradient[1] = 2.0 * x * (a + 2.0 * b * y + 3.0 * c * y2);
        a * a + b * b + c * c
    },
    hessian: |at, hessian| {
        let (x, y) = (at[0], at[1]);
        let (y2, y3) = (y * y, y * y * y);
        let (a, b, c) = (1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y3);
        // The slopes of a, b and c are these in x, and x, 2 x y and 3 x y² in y.
        let (a_x, b_x, c_x) = (y - 1.0, y2 - 1.0, y3 - 1.0);
        let xx = 2.0 * (a_x * a_x + b_x * b_x + c_x * c_x);
        let xy = 2.0 * (a + 2.0 * b * y + 3.0 * c * y2)
            + 2.0 * x * (a_x + 2.0 * b_x * y + 3.0 * c_x * y2);
        let yy = 2.0 * x * (2.0 * b + 6.0 * c * y) + 2.0 * x * x * (1.0 + 4.0 * y2 + 9.0 * y2 * y2);
        hessian.copy_from_slice(&[xx, xy, xy, yy]);
    },
};

const RASTRIGIN: Definition = Definition {
    id: "rastrigin",
    name: "Rastrigin",
    formula: "20 + x² − 10 cos 2πx + y² − 10 cos 2πy",
    source: "Rastrigin: Systems of Extremal Control (1974); Mühlenbein, Schomisch, Born: The Parallel Genetic Algorithm as Function Optimizer (1991)",
    dim: 2,
    domain: &[(-5.12, 5.12), (-5.12, 5.12)],
    value_and_gradient: |at, gradient| {
        let mut value = 20.0;
        for (x, slope) in at.iter().zip(gradient) {
            *slope = 2.0 * x + 20.0 * PI * sin(2.0 * PI * x);
            value += x * x - 10.0 * cos(2.0 * PI * x);
        }
        value
    },
    hessian: |at, hessian| {
        let bend = |x: f64| 2.0 + 40.0 * PI * PI * cos(2.0 * PI * x);
        hessian.copy_from_slice(&[bend(at[0]), 0.0, 0.0, bend(at[1])]);
    },
};

const STYBLINSKI_TANG: Definition = Definition {
    id: "styblinski_tang",
    name: "Styblinski–Tang",
    formula: "½ (x⁴ − 16 x² + 5 x + y⁴ − 16 y² + 5 y)",
    source: "Styblinski, Tang: Experiments in Nonconvex Optimization: Stochastic Approximation with Function Smoothing and Simulated Annealing (1990)",
    dim: 2,
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    value_and_gradient: |at, gradient| {
        let mut value = 0.0;
        for (x, slope) in at.iter().zip(gradient) {
            *slope = 2.0 * x * x * x - 16.0 * x + 2.5;
            value += 0.5 * (x * x * x * x - 16.0 * x * x + 5.0 * x);
        }
        value
    },
    hessian: |at, hessian| {
        let bend = |x: f64| 6.0 * x * x - 16.0;
        hessian.copy_from_slice(&[bend(at[0]), 0.0, 0.0, bend(at[1])]);
    },
};

/// The tip of a cone at the origin: the slope there is 2√2 in every direction,
/// and the gradient, undefined, is given as 0. The Hessian there, infinite, is
/// given as that of the waves alone.
const ACKLEY: Definition = Definition {
    id: "ackley",
    name: "Ackley",
    formula: "20 + e − 20 exp(−0.2 √(½ (x² + y²))) − exp(½ (cos 2πx + cos 2πy))",
    source: "Ackley: A Connectionist Machine for Genetic Hillclimbing (1987)",
    dim: 2,
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let radius = (0.5 * (x * x + y * y)).sqrt();
        let cone = exp(-0.2 * radius);
        let waves = exp(0.5 * (cos(2.0 * PI * x) + cos(2.0 * PI * y)));
        for (x, slope) in at.iter().zip(gradient) {
            let of_cone = if radius == 0.0 { 0.0 } else { 2.0 * x * cone / radius };
            *slope = of_cone + PI * waves * sin(2.0 * PI * x);
        }
        20.0 + E - 20.0 * cone - waves
    },
    hessian: |at, hessian| {
        let (x, y) = (at[0], at[1]);
        let radius = (0.5 * (x * x + y * y)).sqrt();
        let cone = exp(-0.2 * radius);
        // The cone bends down along the ray from the origin and up across it.
        let (along, across, u, v) = match radius == 0.0 {
            true => (0.0, 0.0, 0.0, 0.0),
            false => (0.2 * cone, cone / radius, x / radius, y / radius),
        };
        let waves = PI * PI * exp(0.5 * (cos(2.0 * PI * x) + cos(2.0 * PI * y)));
        let (sin_x, sin_y) = (sin(2.0 * PI * x), sin(2.0 * PI * y));
        let xx = across * v * v - along * u * u + waves * (2.0 * cos(2.0 * PI * x) - sin_x * sin_x);
        let xy = -(across + along) * u * v - waves * sin_x * sin_y;
        let yy = across * u * u - along * v * v + waves * (2.0 * cos(2.0 * PI * y) - sin_y * sin_y);
        hessian.copy_from_slice(&[xx, xy, xy, yy]);
    },
};

const GOLDSTEIN_PRICE: Definition = Definition {
    id: "goldstein_price",
    name: "Goldstein–Price",
    formula: "[1 + (x + y + 1)² (19 − 14 x + 3 x² − 14 y + 6 x y + 3 y²)] [30 + (2 x − 3 y)² (18 − 32 x + 12 x² + 48 y − 36 x y + 27 y²)]",
    source: "Goldstein, Price: On Descent from Local Minima (1971)",
    dim: 2,
    domain: &[(-2.0, 2.0), (-2.0, 2.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        // Each bracket is a number plus a² b; the first has the same slope in x and y.
        let a = x + y + 1.0;
        let b = 19.0 - 14.0 * x + 3.0 * x * x - 14.0 * y + 6.0 * x * y + 3.0 * y * y;
        let left = 1.0 + a * a * b;
        let left_slope = 2.0 * a * b + a * a * (6.0 * x + 6.0 * y - 14.0);
        let a = 2.0 * x - 3.0 * y;
        let b = 18.0 - 32.0 * x + 12.0 * x * x + 48.0 * y - 36.0 * x * y + 27.0 * y * y;
        let right = 30.0 + a * a * b;
        let right_x = 4.0 * a * b + a * a * (24.0 * x - 36.0 * y - 32.0);
        let right_y = -6.0 * a * b + a * a * (54.0 * y - 36.0 * x + 48.0);
        gradient[0] = left_slope * right + left * right_x;
        gradient[1] = left_slope * right + left * right_y;
        left * right
    },
    hessian: |at, hessian| {
        // The left bracket depends on s = x + y alone, the right on r = 2 x − 3 y:
        // L = 1 + (s + 1)² (19 − 14 s + 3 s²) and R = 30 + r² (18 − 16 r + 3 r²).
        let (s, r) = (at[0] + at[1], 2.0 * at[0] - 3.0 * at[1]);
        let (a, b, b1) = (s + 1.0, 19.0 - 14.0 * s + 3.0 * s * s, 6.0 * s - 14.0);
        let left = 1.0 + a * a * b;
        let left1 = 2.0 * a * b + a * a * b1;
        let left2 = 2.0 * b + 4.0 * a * b1 + 6.0 * a * a;
        let right = 30.0 + r * r * (18.0 - 16.0 * r + 3.0 * r * r);
        let right1 = r * (36.0 - 48.0 * r + 12.0 * r * r);
        let right2 = 36.0 - 96.0 * r + 36.0 * r * r;
        let xx = left2 * right + 4.0 * left1 * right1 + 4.0 * left * right2;
        let xy = left2 * right - left1 * right1 - 6.0 * left * right2;
        let yy = left2 * right - 6.0 * left1 * right1 + 9.0 * left * right2;
        hessian.copy_from_slice(&[xx, xy, xy, yy]);
    },
};

const SIX_HUMP_CAMEL: Definition = Definition {
    id: "six_hump_camel",
    name: "Six-hump camel",
    formula: "(4 − 2.1 x² + x⁴/3) x² + x y + (4 y² − 4) y²",
    source: "Branin: Widely Convergent Method for Finding Multiple Solutions of Simultaneous Nonlinear Equations (1972); Dixon, Szegö: Towards Global Optimisation 2 (1978)",
    dim: 2,
    domain: &[(-2.0, 2.0), (-1.0, 1.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let (x2, y2) = (x * x, y * y);
        gradient[0] = x * (8.0 - 8.4 * x2 + 2.0 * x2 * x2) + y;
        gradient[1] = x + y * (16.0 * y2 - 8.0);
        (4.0 - 2.1 * x2 + x2 * x2 / 3.0) * x2 + x * y + (4.0 * y2 - 4.0) * y2
    },
    hessian: |at, hessian| {
        let (x2, y2) = (at[0] * at[0], at[1] * at[1]);
        let (xx, yy) = (8.0 - 25.2 * x2 + 10.0 * x2 * x2, 48.0 * y2 - 8.0);
        hessian.copy_from_slice(&[xx, 1.0, 1.0, yy]);
    },
};

const SADDLE: Definition = Definition {
    id: "saddle",
    name: "Saddle",
    formula: "x² − y²",
    source: "textbook; unbounded below",
    dim: 2,
    domain: &[(-3.0, 3.0), (-3.0, 3.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        gradient[0] = 2.0 * x;
        gradient[1] = -2.0 * y;
        x * x - y * y
    },
    hessian: |_, hessian| hessian.copy_from_slice(&[2.0, 0.0, 0.0, -2.0]),
};

const MCCORMICK: Definition = Definition {
    id: "mccormick",
    name: "McCormick",
    formula: "sin(x + y) + (x − y)² − 1.5 x + 2.5 y + 1",
    source: "McCormick: Computability of Global Solutions to Factorable Nonconvex Programs (1976); unbounded below outside the domain",
    dim: 2,
    domain: &[(-1.5, 4.0), (-3.0, 4.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let (slope, apart) = (cos(x + y), x - y);
        gradient[0] = slope + 2.0 * apart - 1.5;
        gradient[1] = slope - 2.0 * apart + 2.5;
        sin(x + y) + apart * apart - 1.5 * x + 2.5 * y + 1.0
    },
    hessian: |at, hessian| {
        let bend = -sin(at[0] + at[1]);
        hessian.copy_from_slice(&[bend + 2.0, bend - 2.0, bend - 2.0, bend + 2.0]);
    },
};

const MATYAS: Definition = Definition {
    id: "matyas",
    name: "Matyas",
    formula: "0.26 (x² + y²) − 0.48 x y",
    source: "Matyas: Random Optimization (1965)",
    dim: 2,
    domain: &[(-10.0, 10.0), (-10.0, 10.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        gradient[0] = 0.52 * x - 0.48 * y;
        gradient[1] = 0.52 * y - 0.48 * x;
        0.26 * (x * x + y * y) - 0.48 * x * y
    },
    hessian: |_, hessian| hessian.copy_from_slice(&[0.52, -0.48, -0.48, 0.52]),
};

const BOOTH: Definition = Definition {
    id: "booth",
    name: "Booth",
    formula: "(x + 2 y − 7)² + (2 x + y − 5)²",
    source: "Jamil, Yang: A Literature Survey of Benchmark Functions for Global Optimisation Problems (2013)",
    dim: 2,
    domain: &[(-10.0, 10.0), (-10.0, 10.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let (a, b) = (x + 2.0 * y - 7.0, 2.0 * x + y - 5.0);
        gradient[0] = 2.0 * a + 4.0 * b;
        gradient[1] = 4.0 * a + 2.0 * b;
        a * a + b * b
    },
    hessian: |_, hessian| hessian.copy_from_slice(&[10.0, 8.0, 8.0, 10.0]),
};

const THREE_HUMP_CAMEL: Definition = Definition {
    id: "three_hump_camel",
    name: "Three-hump camel",
    formula: "2 x² − 1.05 x⁴ + x⁶/6 + x y + y²",
    source: "Branin: Widely Convergent Method for Finding Multiple Solutions of Simultaneous Nonlinear Equations (1972); Jamil, Yang: A Literature Survey of Benchmark Functions for Global Optimisation Problems (2013)",
    dim: 2,
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    value_and_gradient: |at, gradient| {
        let (x, y) = (at[0], at[1]);
        let x2 = x * x;
        gradient[0] = x * (4.0 - 4.2 * x2 + x2 * x2) + y;
        gradient[1] = x + 2.0 * y;
        x2 * (2.0 - 1.05 * x2 + x2 * x2 / 6.0) + x * y + y * y
    },
    hessian: |at, hessian| {
        let x2 = at[0] * at[0];
        hessian.copy_from_slice(&[4.0 - 12.6 * x2 + 5.0 * x2 * x2, 1.0, 1.0, 2.0]);
    },
};

/// One of [`FUNCTIONS`], by name in text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Function(&'static Definition);

impl Function {
    /// The function of this name.
    pub fn from_id(id: &str) -> Result<Function, Error> {
        crate::named::find("function", id, FUNCTIONS, |definition| definition.id).map(Function)
    }
}

crate::named::named!(Function, Definition);

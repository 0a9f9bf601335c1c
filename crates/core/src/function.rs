//! Test functions of one or two variables, which show an optimizer's path without a network: the
//! named ones below, and any typed formula.
//!
//! To add one: write its [`Definition`] here and put it in [`FUNCTIONS`].

pub mod curve;
pub mod framing;
pub mod stationary;

use crate::Error;
use crate::formula::Formula;
use curve::{Curve, Derivative};
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// A named test function.
#[derive(Debug)]
pub struct Definition {
    /// Name in an experiment and in the address.
    pub id: &'static str,
    /// Display name.
    pub name: &'static str,
    /// f(x) or f(x, y), as a formula that parses.
    pub formula: &'static str,
    /// Formula for a given condition number, the largest over the smallest curvature; `None` if
    /// it is fixed.
    pub conditioned: Option<fn(condition_number: f64) -> String>,
    /// Paper or book that introduced it.
    pub source: &'static str,
    /// Default domain: (lowest, highest) of each variable.
    pub domain: &'static [(f64, f64)],
    /// Global minimizers within the domain, to the digits of the source.
    pub minima: &'static [&'static [f64]],
}

impl Definition {
    /// Number of variables.
    pub fn dim(&self) -> usize {
        self.domain.len()
    }
}

/// All functions, in the order in which they are offered.
pub static FUNCTIONS: &[&Definition] = &[
    &SQUARE,
    &QUARTIC,
    &DOUBLE_WELL,
    &WAVY,
    &TERRACE,
    &PLATEAU,
    &KINK,
    &CUSP,
    &LOGISTIC_LOSS,
    &TWO_SINES,
    &FORRESTER,
    &GRAMACY_LEE,
    &BOWL,
    &SADDLE,
    &MONKEY_SADDLE,
    &ROSENBROCK,
    &HIMMELBLAU,
    &BEALE,
    &RASTRIGIN,
    &ACKLEY,
    &STYBLINSKI_TANG,
    &GOLDSTEIN_PRICE,
    &SIX_HUMP_CAMEL,
    &THREE_HUMP_CAMEL,
    &MCCORMICK,
    &MATYAS,
    &BOOTH,
    &EASOM,
    &GRIEWANK,
    &LEVY,
];

/// Defaults of the entries below.
const PLAIN: Definition = Definition {
    id: "",
    name: "",
    formula: "",
    conditioned: None,
    source: "textbook",
    domain: &[],
    minima: &[],
};

const SQUARE: Definition = Definition {
    id: "square",
    name: "Parabola",
    formula: "x^2",
    domain: &[(-5.0, 5.0)],
    minima: &[&[0.0]],
    ..PLAIN
};

const QUARTIC: Definition = Definition {
    id: "quartic",
    name: "Flat bottom",
    formula: "x^4",
    domain: &[(-2.0, 2.0)],
    minima: &[&[0.0]],
    ..PLAIN
};

const DOUBLE_WELL: Definition = Definition {
    id: "double_well",
    name: "Asymmetric double well",
    formula: "x^4 - 3x^2 + x",
    domain: &[(-2.5, 2.5)],
    minima: &[&[-1.3008395659415772]],
    ..PLAIN
};

const WAVY: Definition = Definition {
    id: "wavy",
    name: "Sine on a parabola",
    formula: "sin(3x) + 0.3x^2",
    domain: &[(-5.0, 5.0)],
    minima: &[&[-0.4908243689984079]],
    ..PLAIN
};

const TERRACE: Definition = Definition {
    id: "terrace",
    name: "Terrace on the way down",
    formula: "x^4/4 - x^3",
    domain: &[(-2.0, 4.5)],
    minima: &[&[3.0]],
    ..PLAIN
};

const PLATEAU: Definition = Definition {
    id: "plateau",
    name: "Pit in a plateau",
    formula: "1 - e^(-x^2)",
    domain: &[(-5.0, 5.0)],
    minima: &[&[0.0]],
    ..PLAIN
};

const KINK: Definition = Definition {
    id: "kink",
    name: "Kink",
    formula: "|x|",
    domain: &[(-3.0, 3.0)],
    minima: &[&[0.0]],
    ..PLAIN
};

const CUSP: Definition = Definition {
    id: "cusp",
    name: "Cusp",
    formula: "sqrt(|x|)",
    domain: &[(-3.0, 3.0)],
    minima: &[&[0.0]],
    ..PLAIN
};

const LOGISTIC_LOSS: Definition = Definition {
    id: "logistic_loss",
    name: "Loss of one neuron, without a minimum",
    formula: "ln(1 + e^(-x))",
    source: "Cox: The Regression Analysis of Binary Sequences (1958)",
    domain: &[(-5.0, 5.0)],
    minima: &[&[5.0]],
    ..PLAIN
};

const TWO_SINES: Definition = Definition {
    id: "two_sines",
    name: "Two sines",
    formula: "sin(x) + sin(10x/3)",
    source: "Žilinskas: Axiomatic Characterization of a Global Optimization Algorithm and Investigation of Its Search Strategy (1985)",
    domain: &[(2.7, 7.5)],
    minima: &[&[5.1457353]],
    ..PLAIN
};

const FORRESTER: Definition = Definition {
    id: "forrester",
    name: "Forrester",
    formula: "(6x - 2)^2 sin(12x - 4)",
    source: "Forrester, Sóbester, Keane: Engineering Design via Surrogate Modelling (2008)",
    domain: &[(0.0, 1.0)],
    minima: &[&[0.7572488]],
    ..PLAIN
};

const GRAMACY_LEE: Definition = Definition {
    id: "gramacy_lee",
    name: "Gramacy–Lee",
    formula: "sin(10 pi x)/(2x) + (x - 1)^4",
    source: "Gramacy, Lee: Cases for the Nugget in Modeling Computer Experiments (2012)",
    domain: &[(0.5, 2.5)],
    minima: &[&[0.5485634]],
    ..PLAIN
};

const BOWL: Definition = Definition {
    id: "bowl",
    name: "Elliptic bowl",
    formula: "x^2 + 10y^2",
    conditioned: Some(|condition_number| format!("x^2 + {condition_number}y^2")),
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    minima: &[&[0.0, 0.0]],
    ..PLAIN
};

const SADDLE: Definition = Definition {
    id: "saddle",
    name: "Saddle",
    formula: "x^2 - y^2",
    source: "textbook; unbounded below",
    domain: &[(-3.0, 3.0), (-3.0, 3.0)],
    minima: &[&[0.0, -3.0], &[0.0, 3.0]],
    ..PLAIN
};

const MONKEY_SADDLE: Definition = Definition {
    id: "monkey_saddle",
    name: "Monkey saddle",
    formula: "x^3 - 3x y^2",
    source: "textbook; unbounded below; named by Hilbert, Cohn-Vossen: Anschauliche Geometrie (1932)",
    domain: &[(-2.0, 2.0), (-2.0, 2.0)],
    minima: &[&[2.0, -2.0], &[2.0, 2.0]],
    ..PLAIN
};

const ROSENBROCK: Definition = Definition {
    id: "rosenbrock",
    name: "Rosenbrock",
    formula: "(1 - x)^2 + 100(y - x^2)^2",
    source: "Rosenbrock: An Automatic Method for Finding the Greatest or Least Value of a Function (1960)",
    domain: &[(-2.0, 2.0), (-1.0, 3.0)],
    minima: &[&[1.0, 1.0]],
    ..PLAIN
};

const HIMMELBLAU: Definition = Definition {
    id: "himmelblau",
    name: "Himmelblau",
    formula: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    source: "Himmelblau: Applied Nonlinear Programming (1972)",
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    minima: &[&[3.0, 2.0], &[-2.805118, 3.131313], &[-3.779310, -3.283186], &[3.584428, -1.848127]],
    ..PLAIN
};

const BEALE: Definition = Definition {
    id: "beale",
    name: "Beale",
    formula: "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
    source: "Beale: On an Iterative Method for Finding a Local Minimum of a Function of More Than One Variable (1958)",
    domain: &[(-4.5, 4.5), (-4.5, 4.5)],
    minima: &[&[3.0, 0.5]],
    ..PLAIN
};

const RASTRIGIN: Definition = Definition {
    id: "rastrigin",
    name: "Rastrigin",
    formula: "20 + x^2 - 10cos(2 pi x) + y^2 - 10cos(2 pi y)",
    source: "Rastrigin: Systems of Extremal Control (1974); Mühlenbein, Schomisch, Born: The Parallel Genetic Algorithm as Function Optimizer (1991)",
    domain: &[(-5.12, 5.12), (-5.12, 5.12)],
    minima: &[&[0.0, 0.0]],
    ..PLAIN
};

/// The origin is the tip of a cone: the slope there is 2√2 in every direction, and the gradient,
/// undefined, is given as 0.
const ACKLEY: Definition = Definition {
    id: "ackley",
    name: "Ackley",
    formula: "-20exp(-0.2sqrt(0.5(x^2 + y^2))) - exp(0.5(cos(2 pi x) + cos(2 pi y))) + 20 + e",
    source: "Ackley: A Connectionist Machine for Genetic Hillclimbing (1987)",
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    minima: &[&[0.0, 0.0]],
    ..PLAIN
};

const STYBLINSKI_TANG: Definition = Definition {
    id: "styblinski_tang",
    name: "Styblinski–Tang",
    formula: "0.5(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)",
    source: "Styblinski, Tang: Experiments in Nonconvex Optimization: Stochastic Approximation with Function Smoothing and Simulated Annealing (1990)",
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    minima: &[&[-2.903534, -2.903534]],
    ..PLAIN
};

const GOLDSTEIN_PRICE: Definition = Definition {
    id: "goldstein_price",
    name: "Goldstein–Price",
    formula: "[1 + (x + y + 1)^2 (19 - 14x + 3x^2 - 14y + 6xy + 3y^2)] [30 + (2x - 3y)^2 (18 - 32x + 12x^2 + 48y - 36xy + 27y^2)]",
    source: "Goldstein, Price: On Descent from Local Minima (1971)",
    domain: &[(-2.0, 2.0), (-2.0, 2.0)],
    minima: &[&[0.0, -1.0]],
    ..PLAIN
};

const SIX_HUMP_CAMEL: Definition = Definition {
    id: "six_hump_camel",
    name: "Six-hump camel",
    formula: "(4 - 2.1x^2 + x^4/3) x^2 + xy + (4y^2 - 4) y^2",
    source: "Branin: Widely Convergent Method for Finding Multiple Solutions of Simultaneous Nonlinear Equations (1972); Dixon, Szegö: Towards Global Optimisation 2 (1978)",
    domain: &[(-2.0, 2.0), (-1.0, 1.0)],
    minima: &[&[0.0898, -0.7126], &[-0.0898, 0.7126]],
    ..PLAIN
};

const THREE_HUMP_CAMEL: Definition = Definition {
    id: "three_hump_camel",
    name: "Three-hump camel",
    formula: "2x^2 - 1.05x^4 + x^6/6 + xy + y^2",
    source: "Branin: Widely Convergent Method for Finding Multiple Solutions of Simultaneous Nonlinear Equations (1972); Jamil, Yang: A Literature Survey of Benchmark Functions for Global Optimisation Problems (2013)",
    domain: &[(-5.0, 5.0), (-5.0, 5.0)],
    minima: &[&[0.0, 0.0]],
    ..PLAIN
};

const MCCORMICK: Definition = Definition {
    id: "mccormick",
    name: "McCormick",
    formula: "sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1",
    source: "McCormick: Computability of Global Solutions to Factorable Nonconvex Programs (1976); unbounded below outside the domain",
    domain: &[(-1.5, 4.0), (-3.0, 4.0)],
    minima: &[&[-0.547198, -1.547198]],
    ..PLAIN
};

const MATYAS: Definition = Definition {
    id: "matyas",
    name: "Matyas",
    formula: "0.26(x^2 + y^2) - 0.48xy",
    source: "Matyas: Random Optimization (1965)",
    domain: &[(-10.0, 10.0), (-10.0, 10.0)],
    minima: &[&[0.0, 0.0]],
    ..PLAIN
};

const BOOTH: Definition = Definition {
    id: "booth",
    name: "Booth",
    formula: "(x + 2y - 7)^2 + (2x + y - 5)^2",
    source: "Jamil, Yang: A Literature Survey of Benchmark Functions for Global Optimisation Problems (2013)",
    domain: &[(-10.0, 10.0), (-10.0, 10.0)],
    minima: &[&[1.0, 3.0]],
    ..PLAIN
};

const EASOM: Definition = Definition {
    id: "easom",
    name: "Easom",
    formula: "-cos(x) cos(y) exp(-(x - pi)^2 - (y - pi)^2)",
    source: "Easom: A Survey of Global Optimization Techniques (1990); usually on ±100, where its pit is a dot",
    domain: &[(-3.0, 9.0), (-3.0, 9.0)],
    minima: &[&[std::f64::consts::PI, std::f64::consts::PI]],
    ..PLAIN
};

const GRIEWANK: Definition = Definition {
    id: "griewank",
    name: "Griewank",
    formula: "1 + (x^2 + y^2)/4000 - cos(x) cos(y/sqrt(2))",
    source: "Griewank: Generalized Descent for Global Optimization (1981); usually on ±600, with thousands of minima",
    domain: &[(-10.0, 10.0), (-10.0, 10.0)],
    minima: &[&[0.0, 0.0]],
    ..PLAIN
};

const LEVY: Definition = Definition {
    id: "levy",
    name: "Lévy",
    formula: "sin^2(pi(x + 3)/4) + ((x - 1)/4)^2 (1 + 10sin^2(pi(x + 3)/4 + 1)) + ((y - 1)/4)^2 (1 + sin^2(pi(y + 3)/2))",
    source: "Lévy, Montalvo: The Tunneling Algorithm for the Global Minimization of Functions (1985)",
    domain: &[(-10.0, 10.0), (-10.0, 10.0)],
    minima: &[&[1.0, 1.0]],
    ..PLAIN
};

/// Default domain of a typed formula, for each variable.
const USUAL: (f64, f64) = (-5.0, 5.0);

/// One of [`FUNCTIONS`], or a typed formula. Serialized as its name or as the formula.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Function {
    definition: Option<&'static Definition>,
    formula: Arc<Formula>,
}

impl Function {
    /// The function of this name, else the formula parsed from the text. Fails if it is neither.
    pub fn from_id(text: &str) -> Result<Function, Error> {
        let definition = FUNCTIONS.iter().copied().find(|definition| definition.id == text);
        let formula = Formula::parse(definition.map_or(text, |it| it.formula))?;
        Ok(Function { definition, formula: Arc::new(formula) })
    }

    /// The same function with another condition number; unchanged if it has none to choose.
    pub fn conditioned(&self, condition_number: f64) -> Function {
        let conditioned = self.definition.and_then(|definition| definition.conditioned);
        let formula =
            conditioned.and_then(|formula| Formula::parse(&formula(condition_number)).ok());
        match formula {
            Some(formula) => Function { formula: Arc::new(formula), ..*self },
            None => self.clone(),
        }
    }

    /// Name of the function, or its formula as it was typed.
    pub fn id(&self) -> &str {
        self.definition.map_or(self.formula.typed(), |definition| definition.id)
    }

    /// Definition, if the function is one of [`FUNCTIONS`].
    pub fn definition(&self) -> Option<&'static Definition> {
        self.definition
    }

    /// Derivatives at a point along each variable: at a kink two, at a jump or a cusp none.
    /// `window`: (lowest, highest) of each variable, in which to look.
    pub fn derivatives_at(&self, x: &[f64], window: &[(f64, f64)]) -> Vec<Derivative> {
        /// Nearest surroundings, as a share of the window.
        const NEAR: f64 = 1e-4;
        let at = [0, 1].map(|axis| x.get(axis).copied().unwrap_or(0.0));
        let along = |(axis, (low, high)): (usize, &(f64, f64))| {
            Curve::through(self, at, axis).derivative(at[axis], NEAR * (high - low))
        };
        window.iter().enumerate().map(along).collect()
    }

    /// Default domain: (lowest, highest) of each variable.
    pub fn domain(&self) -> Vec<(f64, f64)> {
        match self.definition {
            Some(definition) => definition.domain.to_vec(),
            None => vec![USUAL; self.dim()],
        }
    }
}

impl Deref for Function {
    type Target = Formula;
    fn deref(&self) -> &Formula {
        &self.formula
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Function) -> bool {
        (self.id(), self.typed()) == (other.id(), other.typed())
    }
}

impl From<Function> for String {
    fn from(function: Function) -> String {
        function.id().to_string()
    }
}

impl TryFrom<String> for Function {
    type Error = Error;
    fn try_from(text: String) -> Result<Function, Error> {
        Function::from_id(&text)
    }
}

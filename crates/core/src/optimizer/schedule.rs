//! Learning rate schedules: a factor of η for each iteration.
//!
//! To add one: write its [`Definition`] here and put it in [`SCHEDULES`].

use crate::Error;
use crate::numeric::math;
use serde::Serialize;
use std::f64::consts::PI;
use std::fmt;
use std::str::FromStr;

/// A schedule: formula and parameters.
#[derive(Debug)]
pub struct Definition {
    /// Name: the first part of the text form.
    pub id: &'static str,
    /// Factor of the learning rate at iteration k.
    pub formula: &'static str,
    /// Implementation whose conventions are followed.
    pub source: &'static str,
    /// Parameters, in the text form's order.
    pub parameters: &'static [Parameter],
    factor: fn(iteration: u32, parameters: [f64; MOST_PARAMETERS]) -> f64,
}

/// A parameter of a schedule.
#[derive(Debug)]
pub struct Parameter {
    /// Letter in the formula.
    pub id: &'static str,
    /// Default value.
    pub default: f64,
    /// Whether it is a number of iterations; otherwise it is a factor.
    pub whole: bool,
}

impl Parameter {
    fn takes(&self, value: f64) -> bool {
        match self.whole {
            true => (1.0..=1e9).contains(&value) && value.trunc() == value,
            false => value > 0.0 && value <= 10.0,
        }
    }

    fn expected(&self) -> &'static str {
        match self.whole {
            true => "a whole number of iterations from 1 on",
            false => "a factor above 0 and up to 10",
        }
    }
}

/// Largest number of parameters of a schedule.
const MOST_PARAMETERS: usize = 2;

/// All schedules, in the order in which they are offered.
pub static SCHEDULES: &[&Definition] =
    &[&CONSTANT, &STEP, &EXPONENTIAL, &COSINE, &WARMUP, &ONE_CYCLE];

const CONSTANT: Definition = Definition {
    id: "constant",
    formula: "1",
    source: "PyTorch without a scheduler",
    parameters: &[],
    factor: |_, _| 1.0,
};

const STEP: Definition = Definition {
    id: "step",
    formula: "γ^⌊k/n⌋",
    source: "PyTorch StepLR",
    parameters: &[
        Parameter { id: "n", default: 30.0, whole: true },
        Parameter { id: "γ", default: 0.1, whole: false },
    ],
    factor: |iteration, [every, factor]| math::powi(factor, iteration / every as u32),
};

const EXPONENTIAL: Definition = Definition {
    id: "exponential",
    formula: "γᵏ",
    source: "PyTorch ExponentialLR",
    parameters: &[Parameter { id: "γ", default: 0.99, whole: false }],
    factor: |iteration, [factor, _]| math::powi(factor, iteration),
};

/// After n iterations the factor rises again, as in PyTorch: its period is 2n.
const COSINE: Definition = Definition {
    id: "cosine",
    formula: "½ (1 + cos(π k/n))",
    source: "Loshchilov, Hutter: SGDR: Stochastic Gradient Descent with Warm Restarts (2017); PyTorch CosineAnnealingLR(eta_min=0)",
    parameters: &[Parameter { id: "n", default: 200.0, whole: true }],
    factor: |iteration, [over, _]| {
        let along = f64::from(iteration) % (2.0 * over) / over;
        between(1.0, 0.0, along)
    },
};

const WARMUP: Definition = Definition {
    id: "warmup",
    formula: "⅓ + ⅔ min(k/n, 1)",
    source: "PyTorch LinearLR(start_factor=1/3, end_factor=1)",
    parameters: &[Parameter { id: "n", default: 20.0, whole: true }],
    factor: |iteration, [over, _]| {
        let along = (f64::from(iteration) / over).min(1.0);
        1.0 / 3.0 + (1.0 - 1.0 / 3.0) * along
    },
};

/// The learning rate is the maximum of the cycle. Only the learning rate follows the cycle
/// (PyTorch's `cycle_momentum=False`); after n iterations the factor stays at its last value,
/// where PyTorch refuses to go on.
const ONE_CYCLE: Definition = Definition {
    id: "one_cycle",
    formula: "1/25 → 1 until k = 0.3 n − 1, then → 1/250000 until k = n − 1, both along half a cosine",
    source: "Smith, Topin: Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates (2019); PyTorch OneCycleLR(pct_start=0.3, div_factor=25, final_div_factor=1e4)",
    parameters: &[Parameter { id: "n", default: 300.0, whole: true }],
    factor: |iteration, [over, _]| {
        const FIRST: f64 = 1.0 / 25.0;
        const LAST: f64 = FIRST / 1e4;
        let (top, end) = (0.3 * over - 1.0, over - 1.0);
        let k = f64::from(iteration).min(end);
        if k <= top {
            between(FIRST, 1.0, k / top)
        } else {
            between(1.0, LAST, (k - top) / (end - top))
        }
    },
};

/// Half a cosine from one number to the other, as `along` goes from 0 to 1.
fn between(from: f64, to: f64, along: f64) -> f64 {
    to + (from - to) / 2.0 * (math::cos(PI * along) + 1.0)
}

/// One of [`SCHEDULES`] with its parameters, in text as `step:30:0.1`.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(into = "String")]
pub struct Schedule {
    definition: &'static Definition,
    /// Values of the parameters; those beyond the definition's are 0.
    parameters: [f64; MOST_PARAMETERS],
}

impl Schedule {
    /// Constant learning rate.
    pub const CONSTANT: Schedule =
        Schedule { definition: &CONSTANT, parameters: [0.0; MOST_PARAMETERS] };

    /// A schedule with its default parameters.
    pub fn usual(definition: &'static Definition) -> Schedule {
        let mut parameters = [0.0; MOST_PARAMETERS];
        for (to, parameter) in parameters.iter_mut().zip(definition.parameters) {
            *to = parameter.default;
        }
        Schedule { definition, parameters }
    }

    /// Definition of the schedule.
    pub fn definition(&self) -> &'static Definition {
        self.definition
    }

    /// Parameters, in the definition's order.
    pub fn parameters(&self) -> &[f64] {
        &self.parameters[..self.definition.parameters.len()]
    }

    /// Factor of the learning rate for the update from θₖ, k being the iteration.
    pub fn factor(&self, iteration: u32) -> f64 {
        (self.definition.factor)(iteration, self.parameters)
    }
}

impl Default for Schedule {
    fn default() -> Schedule {
        Schedule::CONSTANT
    }
}

impl PartialEq for Schedule {
    fn eq(&self, other: &Schedule) -> bool {
        self.definition.id == other.definition.id && self.parameters == other.parameters
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.definition.id)?;
        self.parameters().iter().try_for_each(|parameter| write!(f, ":{parameter}"))
    }
}

impl FromStr for Schedule {
    type Err = Error;

    fn from_str(text: &str) -> Result<Schedule, Error> {
        let fail = |expected: String| Err(Error::bad_value("schedule", text, expected));
        let mut parts = text.split(':');
        let id = parts.next().unwrap_or_default();
        let Some(definition) = SCHEDULES.iter().find(|definition| definition.id == id) else {
            let usual = SCHEDULES.iter().map(|definition| Schedule::usual(definition).to_string());
            return fail(format!("one such as {}", usual.collect::<Vec<_>>().join(", ")));
        };
        let mut schedule = Schedule::usual(definition);
        let numbers: Vec<&str> = parts.collect();
        let fits = numbers.len() == definition.parameters.len()
            && numbers.iter().zip(definition.parameters).zip(&mut schedule.parameters).all(
                |((text, parameter), to)| {
                    let number = text.parse().ok().filter(|number| parameter.takes(*number));
                    number.map(|number| *to = number).is_some()
                },
            );
        if fits {
            return Ok(schedule);
        }
        let usual = Schedule::usual(definition);
        match definition.parameters {
            [] => fail(format!("{usual} without numbers")),
            parameters => {
                let numbers: Vec<&str> = parameters.iter().map(Parameter::expected).collect();
                fail(format!("{id} with {}, such as {usual}", numbers.join(" and ")))
            }
        }
    }
}

impl From<Schedule> for String {
    fn from(schedule: Schedule) -> String {
        schedule.to_string()
    }
}

//! A formula as a list of operations, to be carried out at many points.
//!
//! Each operation works on a jet: a value with its first and second derivatives, or
//! with the first alone, or bare. They go by the rules of differentiation
//! (automatic differentiation in forward mode: Wengert, *A Simple Automatic
//! Derivative Evaluation Program*, 1964), so they are exact but for rounding.

use super::call::Definition;
use super::expression::Expression;
use crate::math;

use Expression::{Call, Euler, Maximum, Minimum, Pi, Power, Prime, Product, Sum, Variable};

/// f, ∂f/∂x, ∂f/∂y, ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y²: the first, the first three, or all.
type Jet<const N: usize> = [f64; N];

/// How many results are kept where no memory needs to be asked for.
const FEW: usize = 12;

/// One operation on results of earlier ones; they are named by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Operation {
    Constant(f64),
    Variable(usize),
    /// scale a + shift
    Affine {
        a: usize,
        scale: f64,
        shift: f64,
    },
    /// a + scale b
    Combine {
        a: usize,
        b: usize,
        scale: f64,
    },
    Multiply(usize, usize),
    Divide(usize, usize),
    Square(usize),
    Whole(usize, i32),
    Power(usize, usize),
    Call(&'static Definition, usize),
    Maximum(usize, usize),
    Minimum(usize, usize),
}

use Operation as Op;

/// A formula made ready.
#[derive(Clone, Debug, Default)]
pub struct Program {
    operations: Vec<Operation>,
    /// Where the result of each operation is kept.
    places: Vec<usize>,
    /// How many places there are.
    size: usize,
}

impl Program {
    /// The operations of a formula.
    pub fn new(expression: &Expression) -> Program {
        let mut program = Program::default();
        program.add(expression);
        program.share_places();
        program
    }

    /// Its value.
    pub fn value(&self, x: &[f64]) -> f64 {
        self.evaluate::<1>(x)[0]
    }

    /// Its value and slopes.
    pub fn slopes(&self, x: &[f64]) -> [f64; 3] {
        self.evaluate(x)
    }

    /// Its value, slopes and second derivatives.
    pub fn bends(&self, x: &[f64]) -> [f64; 6] {
        self.evaluate(x)
    }

    fn evaluate<const N: usize>(&self, x: &[f64]) -> Jet<N> {
        let mut few = [[0.0; N]; FEW];
        if self.size <= FEW {
            self.run(x, &mut few)
        } else {
            self.run(x, &mut vec![[0.0; N]; self.size])
        }
    }

    fn run<const N: usize>(&self, x: &[f64], kept: &mut [Jet<N>]) -> Jet<N> {
        let mut result = [0.0; N];
        for (operation, place) in self.operations.iter().zip(&self.places) {
            result = carry_out(operation, x, kept);
            kept[*place] = result;
        }
        result
    }

    /// Adds an operation, unless its result is there already, and says where.
    fn push(&mut self, operation: Operation) -> usize {
        if let Some(place) = self.operations.iter().position(|it| *it == operation) {
            return place;
        }
        self.operations.push(operation);
        self.operations.len() - 1
    }

    fn constant(&self, place: usize) -> Option<f64> {
        match self.operations[place] {
            Op::Constant(value) => Some(value),
            _ => None,
        }
    }

    /// Adds the operations of an expression and says where its result is.
    fn add(&mut self, expression: &Expression) -> usize {
        let operation = match expression {
            Expression::Number(_) | Pi | Euler => {
                Op::Constant(expression.constant().unwrap_or(f64::NAN))
            }
            Variable(index) => Op::Variable(*index),
            Sum(terms) => return self.add_sum(terms),
            Product(factors) => return self.add_product(factors),
            Power(base, exponent) if **base == Euler => {
                let exponent = self.add(exponent);
                return self.simple(Op::Call(&super::call::EXP, exponent), &[exponent]);
            }
            Power(base, exponent) => return self.add_power(base, exponent),
            Call(definition, u) => {
                let u = self.add(u);
                return self.simple(Op::Call(definition, u), &[u]);
            }
            Maximum(a, b) => {
                let (a, b) = (self.add(a), self.add(b));
                return self.simple(Op::Maximum(a, b), &[a, b]);
            }
            Minimum(a, b) => {
                let (a, b) = (self.add(a), self.add(b));
                return self.simple(Op::Minimum(a, b), &[a, b]);
            }
            // Only a step of the way to a derivative has one.
            Prime(_) => Op::Constant(f64::NAN),
        };
        self.push(operation)
    }

    /// Adds an operation; one on numbers alone is carried out at once.
    fn simple(&mut self, operation: Operation, of: &[usize]) -> usize {
        if of.iter().any(|place| self.constant(*place).is_none()) {
            return self.push(operation);
        }
        let kept: Vec<Jet<1>> = (0..self.operations.len())
            .map(|place| [self.constant(place).unwrap_or(f64::NAN)])
            .collect();
        let value = carry_out(&operation, &[], &kept)[0];
        self.push(Op::Constant(value))
    }

    fn add_sum(&mut self, terms: &[Expression]) -> usize {
        let mut sum = None;
        for term in terms {
            // A number times something is added in one go; a quotient is divided.
            let (scale, term) = match term {
                Product(factors) => match &factors[..] {
                    [Expression::Number(scale), rest @ ..]
                        if scale.value() == -1.0 || !rest.iter().any(is_reciprocal) =>
                    {
                        (scale.value(), self.add_product(rest))
                    }
                    factors => (1.0, self.add_product(factors)),
                },
                term => (1.0, self.add(term)),
            };
            sum = Some(self.add_scaled(sum, scale, term));
        }
        sum.unwrap_or_else(|| self.push(Op::Constant(0.0)))
    }

    fn add_scaled(&mut self, sum: Option<usize>, scale: f64, b: usize) -> usize {
        let Some(a) = sum else { return self.scaled(b, scale, 0.0) };
        match (self.constant(a), self.constant(b)) {
            (_, Some(value)) => self.scaled(a, 1.0, scale * value),
            (Some(value), None) => self.scaled(b, scale, value),
            _ => self.push(Op::Combine { a, b, scale }),
        }
    }

    fn scaled(&mut self, a: usize, scale: f64, shift: f64) -> usize {
        if (scale, shift) == (1.0, 0.0) {
            return a;
        }
        self.simple(Op::Affine { a, scale, shift }, &[a])
    }

    fn add_product(&mut self, factors: &[Expression]) -> usize {
        let mut product = None;
        for factor in factors {
            let (below, factor) = match factor {
                Power(base, _) if is_reciprocal(factor) => (true, &**base),
                factor => (false, factor),
            };
            let place = self.add(factor);
            product = Some(match (product, below) {
                (None, false) => place,
                (None, true) => {
                    let one = self.push(Op::Constant(1.0));
                    self.simple(Op::Divide(one, place), &[one, place])
                }
                (Some(a), true) => self.simple(Op::Divide(a, place), &[a, place]),
                (Some(a), false) => match (self.constant(a), self.constant(place)) {
                    (Some(scale), _) => self.scaled(place, scale, 0.0),
                    (None, Some(scale)) => self.scaled(a, scale, 0.0),
                    _ if a == place => self.push(Op::Square(a)),
                    _ => self.push(Op::Multiply(a, place)),
                },
            });
        }
        product.unwrap_or_else(|| self.push(Op::Constant(1.0)))
    }

    fn add_power(&mut self, base: &Expression, exponent: &Expression) -> usize {
        let base = self.add(base);
        let exponent = self.add(exponent);
        let operation = match self.constant(exponent) {
            Some(2.0) => Op::Square(base),
            Some(whole) if whole.fract() == 0.0 && whole.abs() <= 64.0 => {
                Op::Whole(base, whole as i32)
            }
            _ => Op::Power(base, exponent),
        };
        self.simple(operation, &[base, exponent])
    }

    /// Lets results that are not needed any more make room for later ones, and
    /// drops the numbers that others have taken up.
    fn share_places(&mut self) {
        let count = self.operations.len();
        let mut last = vec![0; count];
        last[count - 1] = usize::MAX;
        // What is needed, from the result back.
        for index in (0..count).rev() {
            if last[index] > 0 {
                for used in inputs(&self.operations[index]).into_iter().flatten() {
                    last[used] = last[used].max(index);
                }
            }
        }
        let mut place_of = vec![usize::MAX; count];
        let (mut free, mut size) = (Vec::new(), 0);
        let (mut operations, mut places) = (Vec::new(), Vec::new());
        for index in (0..count).filter(|index| last[*index] > 0) {
            let mut operation = self.operations[index];
            let used = inputs(&operation);
            rename(&mut operation, |input| place_of[input]);
            for input in used.into_iter().flatten() {
                if last[input] == index && !free.contains(&place_of[input]) {
                    free.push(place_of[input]);
                }
            }
            let place = free.pop().unwrap_or_else(|| {
                size += 1;
                size - 1
            });
            place_of[index] = place;
            operations.push(operation);
            places.push(place);
        }
        *self = Program { operations, places, size };
    }
}

fn is_reciprocal(factor: &Expression) -> bool {
    matches!(factor, Power(_, exponent) if exponent.constant() == Some(-1.0))
}

fn inputs(operation: &Operation) -> [Option<usize>; 2] {
    match *operation {
        Op::Constant(_) | Op::Variable(_) => [None, None],
        Op::Affine { a, .. } | Op::Square(a) | Op::Whole(a, _) | Op::Call(_, a) => [Some(a), None],
        Op::Combine { a, b, .. }
        | Op::Multiply(a, b)
        | Op::Divide(a, b)
        | Op::Power(a, b)
        | Op::Maximum(a, b)
        | Op::Minimum(a, b) => [Some(a), Some(b)],
    }
}

fn rename(operation: &mut Operation, to: impl Fn(usize) -> usize) {
    match operation {
        Op::Constant(_) | Op::Variable(_) => {}
        Op::Affine { a, .. } | Op::Square(a) | Op::Whole(a, _) | Op::Call(_, a) => *a = to(*a),
        Op::Combine { a, b, .. }
        | Op::Multiply(a, b)
        | Op::Divide(a, b)
        | Op::Power(a, b)
        | Op::Maximum(a, b)
        | Op::Minimum(a, b) => (*a, *b) = (to(*a), to(*b)),
    }
}

#[inline(always)]
fn carry_out<const N: usize>(operation: &Operation, x: &[f64], kept: &[Jet<N>]) -> Jet<N> {
    match *operation {
        Op::Constant(value) => constant(value),
        Op::Variable(index) => {
            let mut jet = constant(x.get(index).copied().unwrap_or(0.0));
            if N > 1 {
                jet[1 + index] = 1.0;
            }
            jet
        }
        Op::Affine { a, scale, shift } => {
            let mut jet = kept[a].map(|part| scale * part);
            jet[0] += shift;
            jet
        }
        Op::Combine { a, b, scale } => {
            let (mut jet, b) = (kept[a], kept[b]);
            jet.iter_mut().zip(b).for_each(|(a, b)| *a += scale * b);
            jet
        }
        Op::Multiply(a, b) => multiply(kept[a], kept[b]),
        Op::Divide(a, b) => divide(kept[a], kept[b]),
        Op::Square(a) => {
            let a = kept[a];
            chain(a, a[0] * a[0], 2.0 * a[0], 2.0)
        }
        Op::Whole(a, n) => whole(kept[a], n),
        Op::Power(a, b) => power(kept[a], kept[b]),
        Op::Call(definition, a) => {
            let [value, slope, bend] = (definition.jet)(kept[a][0]);
            chain(kept[a], value, slope, bend)
        }
        Op::Maximum(a, b) => larger(kept[a], kept[b], |a, b| a > b),
        Op::Minimum(a, b) => larger(kept[a], kept[b], |a, b| a < b),
    }
}

fn constant<const N: usize>(value: f64) -> Jet<N> {
    let mut jet = [0.0; N];
    jet[0] = value;
    jet
}

/// f(u) from f, f′ and f″ at u. Where u does not change, f does not either, however
/// steep it is: at the tip of √(x² + y²) the mean of all slopes is 0.
#[inline(always)]
fn chain<const N: usize>(u: Jet<N>, value: f64, slope: f64, bend: f64) -> Jet<N> {
    let times = |steep: f64, change: f64| if change == 0.0 { 0.0 } else { steep * change };
    let mut jet = constant(value);
    if N > 1 {
        jet[1] = times(slope, u[1]);
        jet[2] = times(slope, u[2]);
    }
    if N > 3 {
        let slope = if u[1] == 0.0 && u[2] == 0.0 && slope.is_infinite() { 0.0 } else { slope };
        jet[3] = times(bend, u[1] * u[1]) + times(slope, u[3]);
        jet[4] = times(bend, u[1] * u[2]) + times(slope, u[4]);
        jet[5] = times(bend, u[2] * u[2]) + times(slope, u[5]);
    }
    jet
}

#[inline(always)]
fn multiply<const N: usize>(a: Jet<N>, b: Jet<N>) -> Jet<N> {
    let mut jet = constant(a[0] * b[0]);
    if N > 1 {
        jet[1] = a[1] * b[0] + a[0] * b[1];
        jet[2] = a[2] * b[0] + a[0] * b[2];
    }
    if N > 3 {
        jet[3] = a[3] * b[0] + 2.0 * (a[1] * b[1]) + a[0] * b[3];
        jet[4] = a[4] * b[0] + (a[1] * b[2] + a[2] * b[1]) + a[0] * b[4];
        jet[5] = a[5] * b[0] + 2.0 * (a[2] * b[2]) + a[0] * b[5];
    }
    jet
}

/// q = a/b, from a = q b and its derivatives: q′ = (a′ − q b′)/b, and
/// q″ = (a″ − 2 q′ b′ − q b″)/b.
#[inline(always)]
fn divide<const N: usize>(a: Jet<N>, b: Jet<N>) -> Jet<N> {
    let below = b[0];
    let q = a[0] / below;
    let mut jet = constant(q);
    if N > 1 {
        jet[1] = (a[1] - q * b[1]) / below;
        jet[2] = (a[2] - q * b[2]) / below;
    }
    if N > 3 {
        jet[3] = (a[3] - 2.0 * (jet[1] * b[1]) - q * b[3]) / below;
        jet[4] = (a[4] - (jet[1] * b[2] + jet[2] * b[1]) - q * b[4]) / below;
        jet[5] = (a[5] - 2.0 * (jet[2] * b[2]) - q * b[5]) / below;
    }
    jet
}

/// uⁿ for a whole n.
#[inline(always)]
fn whole<const N: usize>(u: Jet<N>, n: i32) -> Jet<N> {
    let raised = |exponent: i32| match exponent {
        0.. => math::powi(u[0], exponent.unsigned_abs()),
        _ => 1.0 / math::powi(u[0], exponent.unsigned_abs()),
    };
    let m = f64::from(n);
    // A factor of 0 does away with a power that would be infinite at 0.
    let slope = if n == 0 { 0.0 } else { m * raised(n - 1) };
    let bend = if n == 0 || n == 1 { 0.0 } else { m * (m - 1.0) * raised(n - 2) };
    chain(u, raised(n), slope, bend)
}

/// uᵛ. Without a change of v like xᵃ, else as e to the v ln u: there is no value
/// left of 0.
#[inline(never)]
fn power<const N: usize>(u: Jet<N>, v: Jet<N>) -> Jet<N> {
    if v[1..].iter().all(|part| *part == 0.0) {
        let a = v[0];
        let raised = |exponent: f64| if exponent == 0.0 { 1.0 } else { math::pow(u[0], exponent) };
        let slope = if a == 0.0 { 0.0 } else { a * raised(a - 1.0) };
        let bend = if a == 0.0 || a == 1.0 { 0.0 } else { a * (a - 1.0) * raised(a - 2.0) };
        return chain(u, raised(a), slope, bend);
    }
    let ln = math::ln(u[0]);
    let inner = multiply(v, chain(u, ln, 1.0 / u[0], -1.0 / (u[0] * u[0])));
    let value = if u[0] >= 0.0 { math::pow(u[0], v[0]) } else { f64::NAN };
    chain(inner, value, value, value)
}

/// The one that leads; where both are equal, the mean of their slopes.
#[inline(always)]
fn larger<const N: usize>(a: Jet<N>, b: Jet<N>, leads: fn(f64, f64) -> bool) -> Jet<N> {
    // A value that is missing makes the whole missing.
    if a[0].is_nan() || !b[0].is_nan() && leads(a[0], b[0]) {
        return a;
    }
    if b[0].is_nan() || leads(b[0], a[0]) {
        return b;
    }
    let mut jet = a;
    jet.iter_mut().zip(b).for_each(|(a, b)| *a = 0.5 * (*a + b));
    jet
}

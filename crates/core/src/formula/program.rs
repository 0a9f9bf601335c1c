//! Compiled formula: a list of operations, for evaluation at many points.
//!
//! Each operation works on a jet: a value with first and second derivatives, or with the first
//! alone, or without. They follow the rules of differentiation (forward-mode automatic
//! differentiation: Wengert, *A Simple Automatic Derivative Evaluation Program*, 1964), so they
//! are exact but for rounding.

#![expect(clippy::needless_range_loop, reason = "parts and lanes of several jets go side by side")]

use super::expression::{Callable, Expression};
use super::number::Number;
use super::relation::Relation;
use crate::numeric::{math, rng};

use Expression::{
    Call, Choose, Compare, Euler, Maximum, Minimum, Pi, Power, Prime, Product, Sum, Undefined,
    Variable,
};

/// Jet f, ∂f/∂x, ∂f/∂y, ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y²: the first N = 1, 3 or 6, `[part][point]`, at
/// L points side by side, so that the compiler vectorizes.
type Jet<const N: usize, const L: usize> = [[f64; L]; N];

/// Number of points evaluated side by side if there are many.
const LANES: usize = 16;

/// Number of results kept on the stack, without an allocation.
const FEW: usize = 12;

/// One operation on earlier results, which are named by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Operation {
    Constant(f64),
    Variable(usize),
    /// scale a + shift.
    Affine {
        a: usize,
        scale: f64,
        shift: f64,
    },
    /// a + scale b.
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
    /// A power with a constant exponent, a fraction with an odd denominator.
    OddRoot {
        a: usize,
        exponent: f64,
        /// Whether the numerator is odd, so that the power of a negative number is negative.
        odd: bool,
    },
    Call(&'static Callable, usize),
    Maximum(usize, usize),
    Minimum(usize, usize),
    Compare(&'static Relation, usize, usize),
    /// The second where the first is not 0, elsewhere the third.
    Choose(usize, usize, usize),
}

use Operation as Op;

/// A compiled formula.
#[derive(Clone, Debug, Default)]
pub struct Program {
    operations: Vec<Operation>,
    /// Place in memory of each operation's result.
    places: Vec<usize>,
    /// Number of places.
    size: usize,
}

impl Program {
    /// Compiles a formula.
    pub fn new(expression: &Expression) -> Program {
        let mut program = Program::default();
        let result = program.add(expression);
        program.share_places(result);
        program
    }

    /// f(x).
    pub fn value(&self, x: &[f64]) -> f64 {
        let [value] = self.at_one(x);
        value
    }

    /// f, ∂f/∂x, ∂f/∂y at x.
    pub fn slopes(&self, x: &[f64]) -> [f64; 3] {
        self.at_one(x)
    }

    /// f, ∂f/∂x, ∂f/∂y, ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y² at x.
    pub fn bends(&self, x: &[f64]) -> [f64; 6] {
        self.at_one(x)
    }

    /// f, ∂f/∂x, ∂f/∂y at many points: `x` and `to` are `[part][point]`.
    pub fn many(&self, x: [&[f64]; 2], to: [&mut [f64]; 3]) {
        let mut kept = vec![[[0.0; LANES]; 3]; self.size];
        let count = to[0].len();
        for from in (0..count).step_by(LANES) {
            let until = count.min(from + LANES);
            let point = x.map(|x| {
                let mut lanes = [0.0; LANES];
                lanes.iter_mut().zip(&x[from..until]).for_each(|(lane, x)| *lane = *x);
                lanes
            });
            let jet = self.run(&point, &mut kept);
            for part in 0..3 {
                to[part][from..until].copy_from_slice(&jet[part][..until - from]);
            }
        }
    }

    /// Bounds on the rounding errors of f, ∂f/∂x and ∂f/∂y at x, also of x itself: results differ
    /// by so much if each operation's is off by its last digit in one way or the other (the
    /// perturbations of Vignes, *A Stochastic Arithmetic for Reliable Scientific Computation*,
    /// 1993, with fixed signs). They are infinite if it divides by what may be 0 but for rounding.
    pub fn rounding(&self, x: &[f64]) -> ([f64; 3], bool) {
        /// Ways of rounding tried side by side.
        const WAYS: usize = 8;
        /// Few ways do not meet the worst one.
        const CAUTION: f64 = 4.0;
        let exact: [f64; 3] = self.at_one(x);
        let point = [0, 1].map(|axis| [x.get(axis).copied().unwrap_or(0.0); WAYS]);
        let (mut few, mut many) = ([[[0.0; WAYS]; 3]; FEW], Vec::new());
        let kept = if self.size <= FEW {
            &mut few[..]
        } else {
            many.resize(self.size, [[0.0; WAYS]; 3]);
            &mut many[..]
        };
        let (mut last, mut is_unknown) = (0, false);
        for (index, (operation, place)) in self.operations.iter().zip(&self.places).enumerate() {
            is_unknown |= divisor(operation, kept).is_some_and(|ways| {
                let lowest = ways.into_iter().fold(f64::INFINITY, f64::min);
                let highest = ways.into_iter().fold(f64::NEG_INFINITY, f64::max);
                let doubt = highest - lowest;
                let is_sure = lowest > doubt || highest < -doubt;
                highest > lowest && !is_sure
            });
            let mut jet = carry_out(operation, &point, kept);
            if !matches!(operation, Op::Constant(_)) {
                let signs = rng::mixed(index as u64 + 1);
                for (bit, part) in jet.iter_mut().flatten().enumerate() {
                    let sign = if signs >> bit & 1 == 0 { -1.0 } else { 1.0 };
                    *part *= 1.0 + sign * f64::EPSILON;
                }
            }
            kept[*place] = jet;
            last = *place;
        }
        // A way that leaves the domain is no measure.
        let apart = |part: usize| {
            kept[last][part].iter().fold(0.0f64, |most, it| most.max((it - exact[part]).abs()))
        };
        let leaves = kept[last][0].iter().any(|it| it.is_nan());
        let bound = |part| if is_unknown { f64::INFINITY } else { CAUTION * apart(part) };
        ([0, 1, 2].map(bound), leaves)
    }

    fn at_one<const N: usize>(&self, x: &[f64]) -> [f64; N] {
        let point = [0, 1].map(|axis| [x.get(axis).copied().unwrap_or(0.0)]);
        let jet = if self.size <= FEW {
            self.run(&point, &mut [[[0.0; 1]; N]; FEW])
        } else {
            self.run(&point, &mut vec![[[0.0; 1]; N]; self.size])
        };
        jet.map(|[part]| part)
    }

    fn run<const N: usize, const L: usize>(
        &self,
        x: &[[f64; L]; 2],
        kept: &mut [Jet<N, L>],
    ) -> Jet<N, L> {
        let mut last = 0;
        for (operation, place) in self.operations.iter().zip(&self.places) {
            kept[*place] = carry_out(operation, x, kept);
            last = *place;
        }
        kept[last]
    }

    /// Adds an operation, unless the same one exists, and returns its index.
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

    /// Adds the operations of an expression and returns the index of the result.
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
            Compare(relation, a, b) => {
                let (a, b) = (self.add(a), self.add(b));
                return self.simple(Op::Compare(relation, a, b), &[a, b]);
            }
            Choose(condition, yes, no) => {
                let [condition, yes, no] = [condition, yes, no].map(|part| self.add(part));
                let operation = Op::Choose(condition, yes, no);
                return self.simple(operation, &[condition, yes, no]);
            }
            // Only a step of the way to a derivative has a prime.
            Undefined | Prime(_) => Op::Constant(f64::NAN),
        };
        self.push(operation)
    }

    /// Adds an operation; one on constants alone is evaluated at once.
    fn simple(&mut self, operation: Operation, of: &[usize]) -> usize {
        if of.iter().any(|place| self.constant(*place).is_none()) {
            return self.push(operation);
        }
        let kept: Vec<Jet<1, 1>> = (0..self.operations.len())
            .map(|place| [[self.constant(place).unwrap_or(f64::NAN)]])
            .collect();
        let [[value]] = carry_out(&operation, &[[0.0]; 2], &kept);
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
        if let Expression::Number(number @ Number::OddRoot(numerator, _)) = exponent {
            let odd = numerator % 2 != 0;
            let operation = Op::OddRoot { a: base, exponent: number.value(), odd };
            return self.simple(operation, &[base]);
        }
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

    /// Assigns places in memory: a result that is not needed any more frees its place for a
    /// later one, and unused operations are dropped.
    ///
    /// The result is not always that of the last operation: in `x + 0` it is that of the first.
    fn share_places(&mut self, result: usize) {
        let count = self.operations.len();
        let mut last = vec![0; count];
        last[result] = usize::MAX;
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

fn inputs(operation: &Operation) -> [Option<usize>; 3] {
    match *operation {
        Op::Constant(_) | Op::Variable(_) => [None; 3],
        Op::Affine { a, .. }
        | Op::OddRoot { a, .. }
        | Op::Square(a)
        | Op::Whole(a, _)
        | Op::Call(_, a) => [Some(a), None, None],
        Op::Combine { a, b, .. }
        | Op::Multiply(a, b)
        | Op::Divide(a, b)
        | Op::Power(a, b)
        | Op::Maximum(a, b)
        | Op::Minimum(a, b)
        | Op::Compare(_, a, b) => [Some(a), Some(b), None],
        Op::Choose(a, b, c) => [Some(a), Some(b), Some(c)],
    }
}

/// What an operation divides by, if it does.
fn divisor<const N: usize, const L: usize>(
    operation: &Operation,
    kept: &[Jet<N, L>],
) -> Option<[f64; L]> {
    match *operation {
        Op::Divide(_, b) => Some(kept[b][0]),
        Op::Whole(a, n) if n < 0 => Some(kept[a][0]),
        Op::OddRoot { a, exponent, .. } if exponent < 0.0 => Some(kept[a][0]),
        Op::Power(a, b) if kept[b][0].iter().all(|it| *it < 0.0) => Some(kept[a][0]),
        _ => None,
    }
}

fn rename(operation: &mut Operation, to: impl Fn(usize) -> usize) {
    match operation {
        Op::Constant(_) | Op::Variable(_) => {}
        Op::Affine { a, .. }
        | Op::OddRoot { a, .. }
        | Op::Square(a)
        | Op::Whole(a, _)
        | Op::Call(_, a) => *a = to(*a),
        Op::Combine { a, b, .. }
        | Op::Multiply(a, b)
        | Op::Divide(a, b)
        | Op::Power(a, b)
        | Op::Maximum(a, b)
        | Op::Minimum(a, b)
        | Op::Compare(_, a, b) => (*a, *b) = (to(*a), to(*b)),
        Op::Choose(a, b, c) => (*a, *b, *c) = (to(*a), to(*b), to(*c)),
    }
}

#[inline(always)]
fn carry_out<const N: usize, const L: usize>(
    operation: &Operation,
    x: &[[f64; L]; 2],
    kept: &[Jet<N, L>],
) -> Jet<N, L> {
    match *operation {
        Op::Constant(value) => alone([value; L]),
        Op::Variable(index) => {
            let mut jet = alone(x[index]);
            if N > 1 {
                jet[1 + index] = [1.0; L];
            }
            jet
        }
        Op::Affine { a, scale, shift } => {
            let mut jet = kept[a].map(|part| part.map(|part| scale * part));
            jet[0] = jet[0].map(|value| value + shift);
            jet
        }
        Op::Combine { a, b, scale } => {
            let (a, b) = (&kept[a], &kept[b]);
            each(|part, lane| a[part][lane] + scale * b[part][lane])
        }
        Op::Multiply(a, b) => multiply(&kept[a], &kept[b]),
        Op::Divide(a, b) => divide(&kept[a], &kept[b]),
        Op::Square(a) => chain(&kept[a], |u| [u * u, 2.0 * u, 2.0]),
        Op::Whole(a, n) => chain(&kept[a], |u| whole(u, n)),
        Op::Power(a, b) => power(&kept[a], &kept[b]),
        Op::Call(definition, a) => chain(&kept[a], definition.jet),
        Op::OddRoot { a, exponent, odd } => chain(&kept[a], |u| odd_root(u, exponent, odd)),
        Op::Maximum(a, b) => larger(&kept[a], &kept[b], |a, b| a > b),
        Op::Minimum(a, b) => larger(&kept[a], &kept[b], |a, b| a < b),
        Op::Compare(relation, a, b) => compare(relation, &kept[a][0], &kept[b][0]),
        Op::Choose(condition, yes, no) => {
            let (condition, yes, no) = (&kept[condition][0], &kept[yes], &kept[no]);
            each(|part, lane| match condition[lane] {
                missing if missing.is_nan() => missing,
                0.0 => no[part][lane],
                _ => yes[part][lane],
            })
        }
    }
}

/// A jet from its parts, point by point.
#[inline(always)]
fn each<const N: usize, const L: usize>(of: impl Fn(usize, usize) -> f64) -> Jet<N, L> {
    let mut jet = [[0.0; L]; N];
    for part in 0..N {
        for lane in 0..L {
            jet[part][lane] = of(part, lane);
        }
    }
    jet
}

/// Jet of a constant: all derivatives 0.
#[inline(always)]
fn alone<const N: usize, const L: usize>(value: [f64; L]) -> Jet<N, L> {
    let mut jet = [[0.0; L]; N];
    jet[0] = value;
    jet
}

/// Indices of the first derivatives that form each second derivative.
const PAIRS: [(usize, usize); 3] = [(1, 1), (1, 2), (2, 2)];

/// Chain rule: f(u) from f, f′ and f″ at u. If u does not change, f does not either, however
/// steep it is: at the tip of √(x² + y²) the mean of all slopes is 0.
#[inline(always)]
fn chain<const N: usize, const L: usize>(u: &Jet<N, L>, f: impl Fn(f64) -> [f64; 3]) -> Jet<N, L> {
    let times = |steep: f64, change: f64| if change == 0.0 { 0.0 } else { steep * change };
    let at = u[0].map(f);
    let (slope, bend) = (at.map(|it| it[1]), at.map(|it| it[2]));
    let mut jet = alone(at.map(|it| it[0]));
    for part in 1..N.min(3) {
        for lane in 0..L {
            jet[part][lane] = times(slope[lane], u[part][lane]);
        }
    }
    for part in 3..N {
        let (one, other) = PAIRS[part - 3];
        for lane in 0..L {
            let tip = u[1][lane] == 0.0 && u[2][lane] == 0.0 && slope[lane].is_infinite();
            let slope = if tip { 0.0 } else { slope[lane] };
            jet[part][lane] =
                times(bend[lane], u[one][lane] * u[other][lane]) + times(slope, u[part][lane]);
        }
    }
    jet
}

#[inline(always)]
fn multiply<const N: usize, const L: usize>(a: &Jet<N, L>, b: &Jet<N, L>) -> Jet<N, L> {
    each(|part, lane| {
        let (a, b) = (|of: usize| a[of][lane], |of: usize| b[of][lane]);
        match part {
            0 => a(0) * b(0),
            1 | 2 => a(part) * b(0) + a(0) * b(part),
            _ => {
                let (one, other) = PAIRS[part - 3];
                a(part) * b(0) + (a(one) * b(other) + a(other) * b(one)) + a(0) * b(part)
            }
        }
    })
}

/// Quotient q = a/b, from a = q b and its derivatives: q′ = (a′ − q b′)/b, and q″ = (a″ − 2 q′
/// b′ − q b″)/b.
#[inline(always)]
fn divide<const N: usize, const L: usize>(a: &Jet<N, L>, b: &Jet<N, L>) -> Jet<N, L> {
    let mut q: Jet<N, L> = [[0.0; L]; N];
    for part in 0..N {
        for lane in 0..L {
            let b = |of: usize| b[of][lane];
            let rest = match part {
                0 => a[0][lane],
                1 | 2 => a[part][lane] - q[0][lane] * b(part),
                _ => {
                    let (one, other) = PAIRS[part - 3];
                    let mixed = q[one][lane] * b(other) + q[other][lane] * b(one);
                    a[part][lane] - mixed - q[0][lane] * b(part)
                }
            };
            q[part][lane] = rest / b(0);
        }
    }
    q
}

/// uⁿ for an integer n, with its first and second derivatives.
fn whole(u: f64, n: i32) -> [f64; 3] {
    let raised = |exponent: i32| match exponent {
        0.. => math::powi(u, exponent.unsigned_abs()),
        _ => 1.0 / math::powi(u, exponent.unsigned_abs()),
    };
    let m = f64::from(n);
    // A factor of 0 does away with a power that would be infinite at 0.
    let slope = if n == 0 { 0.0 } else { m * raised(n - 1) };
    let bend = if n == 0 || n == 1 { 0.0 } else { m * (m - 1.0) * raised(n - 2) };
    [raised(n), slope, bend]
}

/// uᵃ with its first and second derivatives.
fn raised(u: f64, a: f64) -> [f64; 3] {
    let raised = |exponent: f64| if exponent == 0.0 { 1.0 } else { math::pow(u, exponent) };
    let slope = if a == 0.0 { 0.0 } else { a * raised(a - 1.0) };
    let bend = if a == 0.0 || a == 1.0 { 0.0 } else { a * (a - 1.0) * raised(a - 2.0) };
    [raised(a), slope, bend]
}

/// uᵃ for a fraction a with an odd denominator, with its first and second derivatives: left of
/// 0 it mirrors what is right of 0, at the origin if its numerator is odd, else at the axis.
#[inline(never)]
fn odd_root(u: f64, a: f64, odd: bool) -> [f64; 3] {
    if u < 0.0 {
        let [value, slope, bend] = raised(-u, a);
        return if odd { [-value, slope, -bend] } else { [value, -slope, bend] };
    }
    raised(u, a)
}

/// Jet of a comparison: its derivatives are 0.
#[inline(never)]
fn compare<const N: usize, const L: usize>(
    relation: &Relation,
    a: &[f64; L],
    b: &[f64; L],
) -> Jet<N, L> {
    let mut value = [f64::NAN; L];
    for lane in 0..L {
        if !a[lane].is_nan() && !b[lane].is_nan() {
            value[lane] = f64::from((relation.holds)(a[lane], b[lane]));
        }
    }
    alone(value)
}

/// uᵛ. Like xᵃ for a constant v, else as exp(v ln u), which has no value left of 0.
#[inline(never)]
fn power<const N: usize, const L: usize>(u: &Jet<N, L>, v: &Jet<N, L>) -> Jet<N, L> {
    let mut jet = [[0.0; L]; N];
    for lane in 0..L {
        let (u, v) = (u.map(|part| [part[lane]]), v.map(|part| [part[lane]]));
        let a = v[0][0];
        let one: Jet<N, 1> = if v[1..].iter().all(|part| part[0] == 0.0) {
            chain(&u, |u| raised(u, a))
        } else {
            let ln = chain(&u, |u| [math::ln(u), 1.0 / u, -1.0 / (u * u)]);
            let value = if u[0][0] >= 0.0 { math::pow(u[0][0], a) } else { f64::NAN };
            chain(&multiply(&v, &ln), |_| [value; 3])
        };
        (0..N).for_each(|part| jet[part][lane] = one[part][0]);
    }
    jet
}

/// Jet of the maximum or minimum, by `leads`; where both are equal, the mean of theirs. The
/// jet of a NaN value leads.
#[inline(always)]
fn larger<const N: usize, const L: usize>(
    a: &Jet<N, L>,
    b: &Jet<N, L>,
    leads: fn(f64, f64) -> bool,
) -> Jet<N, L> {
    each(|part, lane| {
        let (a, b, of_a, of_b) = (a[0][lane], b[0][lane], a[part][lane], b[part][lane]);
        if a.is_nan() || !b.is_nan() && leads(a, b) {
            of_a
        } else if b.is_nan() || leads(b, a) {
            of_b
        } else {
            0.5 * (of_a + of_b)
        }
    })
}

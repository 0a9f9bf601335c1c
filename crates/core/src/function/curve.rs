//! A formula along one axis, and its behaviour on both sides of a point: limits of value and
//! slope, told from differences that shrink with the distance.

use crate::formula::Formula;
use crate::numeric::math;

/// Value, first and second derivative at a point.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Position along the axis.
    pub x: f64,
    /// f.
    pub value: f64,
    /// f′ along the axis.
    pub slope: f64,
    /// f″ along the axis.
    pub bend: f64,
}

impl Sample {
    /// Whether f and f′ are finite.
    pub fn is_finite(&self) -> bool {
        self.value.is_finite() && self.slope.is_finite()
    }
}

/// Bounds on rounding errors of value and slope.
#[derive(Clone, Copy, Debug)]
pub struct Rounding {
    /// Of the value.
    pub value: f64,
    /// Of the slope.
    pub slope: f64,
}

/// A formula along one of its axes.
#[derive(Clone, Copy)]
pub struct Curve<'a> {
    formula: &'a Formula,
    axis: usize,
    at: [f64; 2],
}

/// Limit of a function on the way to a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// The function is undefined on that side.
    Undefined,
    /// It decreases without end.
    Falls,
    /// It increases without end.
    Rises,
    /// It has this limit.
    Finite(f64),
}

impl Limit {
    /// The limit, if it is finite.
    pub fn finite(self) -> Option<f64> {
        match self {
            Limit::Finite(limit) => Some(limit),
            _ => None,
        }
    }

    /// Whether it is a pole's.
    pub fn is_endless(self) -> bool {
        matches!(self, Limit::Falls | Limit::Rises)
    }
}

/// Behaviour of a function on one side of a point.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// Limit of the value.
    pub value: Limit,
    /// Limit of the slope.
    pub slope: Limit,
    /// Sign of the slope near the point: 0 if it is level there, or if rounding hides it.
    pub sign: f64,
}

/// Behaviour of a function on both sides of a point.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// Towards smaller x.
    pub left: Side,
    /// Towards larger x.
    pub right: Side,
    /// Whether the two limits of the value differ.
    pub jumps: bool,
    /// Whether the two limits of the slope are finite and differ, without a jump.
    pub kinks: bool,
    /// Whether both limits of the slope are 0.
    pub is_level: bool,
    /// Doubt of the point's position: what was given, or as far as rounding hides the slopes.
    pub doubt: f64,
}

/// Derivative of a function along a line through a point: one, two or none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Derivative {
    /// It has one.
    #[default]
    One,
    /// At a kink: the slopes on the left and on the right.
    Two([f64; 2]),
    /// At a jump: none; the values on the left and on the right.
    Jump([f64; 2]),
    /// At a cusp or where the curve is upright: none, the slope grows without end.
    Upright,
    /// None, as the value oscillates without end: it has no limit.
    Oscillating,
    /// None, as the slope oscillates without end, while the value has a limit.
    Shaking,
}

/// Number of distances at which a side is sampled.
const SCALES: usize = 5;

/// Samples at falling distances from a point.
struct Approach {
    samples: [Sample; SCALES],
    rounding: [Rounding; SCALES],
    /// Doubt of the point's position.
    doubt: f64,
}

/// Spacing of floating-point numbers near x.
pub fn ulp(x: f64) -> f64 {
    f64::EPSILON * x.abs()
}

/// The shortest decimal number of an interval. The middle, if there is none shorter.
pub fn shortest(low: f64, high: f64) -> f64 {
    let middle = low.midpoint(high);
    if low <= 0.0 && high >= 0.0 {
        return 0.0;
    }
    for power in -15..=15 {
        let unit = math::power_of_ten(power);
        let decimal = (middle * unit).round() / unit;
        if (low..=high).contains(&decimal) {
            return decimal;
        }
    }
    middle
}

impl<'a> Curve<'a> {
    /// A formula of one variable.
    pub fn new(formula: &'a Formula) -> Curve<'a> {
        Curve { formula, axis: 0, at: [0.0; 2] }
    }

    /// A formula of two variables along one of them, through a point.
    pub fn through(formula: &'a Formula, at: [f64; 2], axis: usize) -> Curve<'a> {
        Curve { formula, axis, at }
    }

    fn place(&self, x: f64) -> [f64; 2] {
        let mut at = self.at;
        at[self.axis] = x;
        at
    }

    /// Value and derivatives at a point.
    pub fn sample(&self, x: f64) -> Sample {
        let jet = self.formula.jet(&self.place(x));
        Sample { x, value: jet[0], slope: jet[1 + self.axis], bend: jet[[3, 5][self.axis]] }
    }

    /// Rounding errors at a point.
    pub fn rounding(&self, x: f64) -> Rounding {
        let bounds = self.formula.rounding(&self.place(x));
        Rounding { value: bounds[0], slope: bounds[1 + self.axis] }
    }

    /// Sign of the slope at a sample; 0 if it may be due to rounding.
    pub fn sign(&self, at: &Sample) -> f64 {
        match at.slope {
            0.0 => 0.0,
            slope if slope.abs() <= self.rounding(at.x).slope => 0.0,
            slope => slope.signum(),
        }
    }

    /// Behaviour on both sides of a point that is known to `doubt`, sampled within `reach`.
    pub fn around(&self, x: f64, reach: f64, doubt: f64) -> Around {
        let (before, after) = (self.approach(x, -reach, doubt), self.approach(x, reach, doubt));
        let (left, right) = (self.side(&before), self.side(&after));
        let gap = |what: fn(&Approach, f64, usize) -> (f64, f64)| {
            differs(|scale| {
                let ((a, doubt_a), (b, doubt_b)) =
                    (what(&before, x, scale), what(&after, x, scale));
                ((b - a).abs(), doubt_a + doubt_b)
            })
        };
        let joined = left.value.finite().is_some() && right.value.finite().is_some();
        let jumps = joined && gap(Approach::value_at);
        let smooth = left.slope.finite().is_some() && right.slope.finite().is_some();
        let kinks = joined && !jumps && smooth && gap(Approach::slope_at);
        let is_level = joined && !jumps && !kinks && before.vanishes() && after.vanishes();
        let doubt = before.doubt.max(after.doubt);
        Around { left, right, jumps, kinks, is_level, doubt }
    }

    /// Derivatives at a point, told from samples within `reach`.
    pub fn derivative(&self, x: f64, reach: f64) -> Derivative {
        let sides = self.oscillations(x, reach);
        if let Some(found) = [Derivative::Oscillating, Derivative::Shaking]
            .into_iter()
            .find(|it| sides.contains(&Some(*it)))
        {
            return found;
        }
        let Around { left, right, jumps, kinks, .. } = self.around(x, reach, 0.0);
        let both = |of: fn(&Side) -> Limit| Some([of(&left).finite()?, of(&right).finite()?]);
        let Some(values) = both(|side| side.value) else { return Derivative::One };
        match both(|side| side.slope) {
            _ if jumps => Derivative::Jump(values),
            Some(slopes) if kinks => Derivative::Two(slopes),
            None if left.slope.is_endless() || right.slope.is_endless() => Derivative::Upright,
            _ => Derivative::One,
        }
    }

    /// Whether the function oscillates without end at a point, its value or its slope.
    pub fn oscillates(&self, x: f64, reach: f64) -> bool {
        self.oscillations(x, reach).iter().any(Option::is_some)
    }

    fn oscillations(&self, x: f64, reach: f64) -> [Option<Derivative>; 2] {
        [-reach, reach].map(|reach| self.oscillation(x, reach))
    }

    /// Whether the function oscillates without end on one side of a point: at distances that fall
    /// by powers of ten it rises and falls again and again, while the extent of its values, or that
    /// extent as a share of the distance, shrinks hardly.
    fn oscillation(&self, x: f64, reach: f64) -> Option<Derivative> {
        const DISTANCES: [f64; 4] = [1e-3, 1e-2, 1e-1, 1.0];
        const SAMPLES: usize = 24;
        const TURNS: usize = 4;
        const HARDLY: f64 = 0.3;
        let extents = DISTANCES.map(|share| {
            // The golden section meets no period.
            let place = |index: usize| x + reach * share * (1.0 - (index as f64 * 0.618) % 0.9);
            let mut samples: Vec<Sample> = (0..SAMPLES).map(|it| self.sample(place(it))).collect();
            samples.sort_by(|a, b| a.x.total_cmp(&b.x));
            let rise = |pair: &[Sample]| pair[1].value - pair[0].value;
            let turns =
                samples.windows(3).filter(|it| rise(&it[..2]) * rise(&it[1..]) < 0.0).count();
            samples.sort_by(|a, b| a.value.total_cmp(&b.value));
            // Of the middle half: beside a pole a value may be any.
            let extent = samples[3 * SAMPLES / 4].value - samples[SAMPLES / 4].value;
            let doubt = self.rounding(x + reach * share).value;
            (turns >= TURNS && samples.iter().all(Sample::is_finite) && extent > doubt)
                .then_some(extent)
        });
        let [nearest, .., farthest] = extents;
        let (nearest, farthest) = (nearest?, farthest?);
        extents.iter().all(Option::is_some).then_some(())?;
        let shrinks = |power: i32| nearest / farthest < HARDLY * math::power_of_ten(-3 * power);
        match (shrinks(0), shrinks(1)) {
            (false, _) => Some(Derivative::Oscillating),
            (true, false) => Some(Derivative::Shaking),
            _ => None,
        }
    }

    /// Samples on one side, at distances that fall from |`reach`| to a few floats, or to where
    /// rounding hides the slope.
    fn approach(&self, x: f64, reach: f64, doubt: f64) -> Approach {
        /// Distance up to which rounding may hide the slope, as a share of the reach.
        const HIDDEN: f64 = 0.1;
        let near = (8.0 * ulp(x).max(doubt)).max(1e-10 * reach.abs()).min(0.1 * reach.abs());
        let mut least = near;
        while least < HIDDEN * reach.abs() && !self.is_told(x + least.copysign(reach)) {
            least *= 2.0;
        }
        // All the way: it is no rounding that hides it.
        if least >= HIDDEN * reach.abs() {
            least = near;
        }
        let doubt = if least > near { doubt.max(least) } else { doubt };
        let ratio = math::pow(least / reach.abs(), 1.0 / (SCALES - 1) as f64);
        let mut distance = reach;
        let places: [f64; SCALES] = std::array::from_fn(|_| {
            let place = x + distance;
            distance *= ratio;
            place
        });
        Approach {
            samples: places.map(|x| self.sample(x)),
            rounding: places.map(|x| self.rounding(x)),
            doubt: doubt + 4.0 * ulp(x),
        }
    }

    /// Whether there is a slope that is larger than its rounding error.
    fn is_told(&self, x: f64) -> bool {
        let (at, rounding) = (self.sample(x), self.rounding(x));
        let is_large = rounding.slope <= 1e-3 * at.slope.abs();
        at.value.is_finite() && is_large && !self.formula.is_at_an_end(&self.place(x))
    }

    fn side(&self, of: &Approach) -> Side {
        let value = of.limit(|sample, rounding| (sample.value, rounding.value));
        let slope = of.limit(|sample, rounding| (sample.slope, rounding.slope));
        let sign = of.samples[2].slope;
        let certain = sign.abs() > of.rounding[2].slope;
        Side { value, slope, sign: if certain { sign.signum() } else { 0.0 } }
    }
}

impl Approach {
    fn limit(&self, of: fn(&Sample, &Rounding) -> (f64, f64)) -> Limit {
        let [far, _, near, _, nearest] =
            std::array::from_fn(|scale| of(&self.samples[scale], &self.rounding[scale]));
        if !nearest.0.is_finite() || !near.0.is_finite() {
            return match nearest.0 {
                f64::INFINITY => Limit::Rises,
                f64::NEG_INFINITY => Limit::Falls,
                _ => Limit::Undefined,
            };
        }
        let (first, second) = (near.0 - far.0, nearest.0 - near.0);
        // Towards a limit the differences shrink; those of a logarithm stay as they are.
        let shrinks = second.abs() <= 0.7 * first.abs() + near.1 + nearest.1;
        match first * second > 0.0 && !shrinks {
            true if second < 0.0 => Limit::Falls,
            true => Limit::Rises,
            false => Limit::Finite(nearest.0),
        }
    }

    /// The value carried on to x along the tangent, and its doubt.
    fn value_at(&self, x: f64, scale: usize) -> (f64, f64) {
        let (at, rounding) = (&self.samples[scale], self.rounding[scale]);
        let run = x - at.x;
        let rise = if at.slope.is_finite() { run * at.slope } else { 0.0 };
        // Beside its place, a kink looks like a jump.
        let doubt = self.doubt * if at.slope.is_finite() { at.slope.abs() } else { 0.0 };
        (at.value + rise, rounding.value + run.abs() * rounding.slope + doubt)
    }

    /// The slope carried on to x along its tangent, and its doubt.
    fn slope_at(&self, x: f64, scale: usize) -> (f64, f64) {
        let (at, rounding) = (&self.samples[scale], self.rounding[scale]);
        let change = if at.bend.is_finite() { (x - at.x) * at.bend } else { 0.0 };
        (at.slope + change, rounding.slope)
    }

    /// Whether the slope goes to 0.
    fn vanishes(&self) -> bool {
        let far = self.samples[0].slope.abs();
        [2, SCALES - 1]
            .into_iter()
            .all(|scale| self.samples[scale].slope.abs() <= 0.1 * far + self.rounding[scale].slope)
    }
}

/// Whether a difference, given with its doubt, stays as the distance falls. Where the doubt is as
/// large as the difference, the distance is too small to tell.
fn differs(of: impl Fn(usize) -> (f64, f64)) -> bool {
    let gaps: [(f64, f64); SCALES] = std::array::from_fn(of);
    let certain = gaps.iter().filter(|(gap, doubt)| gap > doubt);
    let (count, largest) =
        certain.fold((0, 0.0f64), |(count, most), (gap, _)| (count + 1, most.max(*gap)));
    count > 1 && gaps.iter().all(|(gap, doubt)| *gap > 0.5 * largest || *doubt > 0.25 * largest)
}

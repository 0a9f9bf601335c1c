//! Transition: the ball drawn between two snapshots, along the ground or in an arc over it.

use downhill_core::function::Function;

/// Number of places at which the ground in between is looked at.
const PLACES: u32 = 64;

/// Share of the picture's height below which a rise or fall of the ground is not seen.
const UNSEEN: f64 = 2e-3;

/// Transition from one snapshot's position to the next one's. It holds positions of the picture
/// only; the run has no state in between.
#[derive(Clone, Debug)]
pub struct Transition {
    function: Function,
    from: Vec<f64>,
    to: Vec<f64>,
    /// Heights between which the straight line below an arc leads.
    ends: (f64, f64),
    /// Height of the arc's middle above that line; `None` on the ground.
    arc: Option<f64>,
    /// Height above that at which it begins.
    lift: f64,
}

/// Position of the ball in a transition.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Position in the variables.
    pub at: Vec<f64>,
    /// Height of the ball.
    pub height: f64,
    /// Slope of a function of one variable there; NaN for two variables.
    pub slope: f64,
    /// Whether it is in the air.
    pub leaps: bool,
}

impl Transition {
    /// The transition between two positions in a picture with this range of heights: along the
    /// ground where that only rises or only falls from one to the other, in an arc where a ridge
    /// or the floor of a valley lies between. An arc to a place above the picture leads level to
    /// its edge: one sees the ball fly across before it is gone.
    pub fn new(
        function: &Function,
        from: &[f64],
        to: &[f64],
        (bottom, top): (f64, f64),
    ) -> Transition {
        let picture = top - bottom;
        let (function, from, to) = (function.clone(), from.to_vec(), to.to_vec());
        let mut transition =
            Transition { function, from, to, ends: (0.0, 0.0), arc: None, lift: 0.0 };
        let share = |index: u32| f64::from(index) / f64::from(PLACES);
        let ground: Vec<f64> =
            (0..=PLACES).map(|index| transition.ground(&transition.at(share(index)))).collect();
        let [first, last] = [ground[0], ground[PLACES as usize]];
        let (low, high) = (first.min(last), first.max(last));
        let unseen = UNSEEN * picture;
        let (mut up, mut down) = (0.0, 0.0);
        for pair in ground.windows(2) {
            let rise = pair[1] - pair[0];
            if rise > 0.0 { up += rise } else { down -= rise }
        }
        // Travelling downhill, all that it rises on the way is against the direction, and the
        // other way round. A gap without values is in between, too.
        let against = if last < first { up } else { down };
        if against <= unseen && ground.iter().all(|height| height.is_finite()) {
            return transition;
        }
        let last = if last > top { first } else { last };
        transition.ends = (first, last);
        let arc = (1..PLACES).fold(0.0f64, |arc, index| {
            let (share, height) = (share(index), ground[index as usize]);
            let line = first + share * (last - first);
            // A pole in between is passed at the picture's height.
            let above = height.min(high + picture) - line;
            arc.max(above / (4.0 * share * (1.0 - share)))
        });
        let seen = 0.1 * picture.min((high - low) + against.min(picture));
        transition.arc = Some(arc.min(2.0 * picture) + seen.max(unseen));
        transition
    }

    /// The transition from where a ball is seen on its way, on the ground or in the air.
    pub fn from_place(
        function: &Function,
        seen: &Place,
        to: &[f64],
        picture: (f64, f64),
    ) -> Transition {
        let mut transition = Transition::new(function, &seen.at, to, picture);
        let lift = seen.height - transition.ground(&seen.at);
        transition.lift = if lift.is_finite() { lift } else { 0.0 };
        transition
    }

    /// Position after a share of the way, 0 … 1.
    pub fn place(&self, share: f64) -> Place {
        let at = self.at(share);
        let height = match self.arc {
            Some(arc) => {
                let (from, to) = self.ends;
                from + share * (to - from) + 4.0 * share * (1.0 - share) * arc
            }
            None => self.ground(&at),
        } + self.lift * (1.0 - share) * (1.0 - share);
        let mut slope = [f64::NAN];
        if at.len() == 1 {
            self.function.value_and_gradient(&at, &mut slope);
        }
        let [slope] = slope;
        Place { at, height, slope, leaps: self.arc.is_some() || self.lift != 0.0 }
    }

    /// Whether it is long enough to be seen in a window: (lowest, highest) of each variable.
    pub fn is_seen(&self, window: &[(f64, f64)]) -> bool {
        let ends = self.from.iter().zip(&self.to);
        ends.zip(window).any(|((from, to), (low, high))| (to - from).abs() > UNSEEN * (high - low))
    }

    fn at(&self, share: f64) -> Vec<f64> {
        let ends = self.from.iter().zip(&self.to);
        ends.map(|(from, to)| (1.0 - share) * from + share * to).collect()
    }

    fn ground(&self, at: &[f64]) -> f64 {
        self.function.value(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transition(formula: &str, from: f64, to: f64, picture: f64) -> Transition {
        let function = Function::from_id(formula).unwrap();
        Transition::new(&function, &[from], &[to], (0.0, picture))
    }

    #[test]
    fn it_slides_where_the_ground_only_falls_or_only_rises() {
        for (from, to) in [(2.0, 0.5), (0.5, 2.0), (-1.0, -0.01)] {
            let slide = transition("x^2", from, to, 4.0);
            for index in 0..=20 {
                let place = slide.place(f64::from(index) / 20.0);
                assert!(!place.leaps);
                assert_eq!(place.height, place.at[0] * place.at[0]);
                assert!((place.slope - 2.0 * place.at[0]).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn across_a_valley_or_a_ridge_it_leaps_above_the_ground() {
        for (formula, from, to) in
            [("x^2", 2.0, -1.5), ("-x^2", 1.0, -1.5), ("cos(3x)", -2.0, 2.0), ("1/x^2", 1.0, -2.0)]
        {
            let leap = transition(formula, from, to, 4.0);
            for index in 1..20 {
                let place = leap.place(f64::from(index) / 20.0);
                let ground = leap.ground(&place.at);
                assert!(place.leaps, "{formula}");
                assert!(place.height > ground.min(4.0), "{formula}: {place:?} on {ground}");
            }
            assert_eq!(leap.place(0.0).height, leap.ground(&[from]), "{formula}");
            assert_eq!(leap.place(1.0).height, leap.ground(&[to]), "{formula}");
        }
    }

    #[test]
    fn from_the_air_it_comes_down_without_a_jump() {
        let leap = transition("x^2", 2.0, -1.5, 4.0);
        let seen = leap.place(0.4);
        let function = Function::from_id("x^2").unwrap();
        let other = Transition::from_place(&function, &seen, &[1.0], (0.0, 4.0));
        assert_eq!(other.place(0.0).at, seen.at);
        assert!((other.place(0.0).height - seen.height).abs() < 1e-12);
        assert_eq!(other.place(1.0).height, 1.0);
        let (before, after) = (other.place(0.01), other.place(0.02));
        assert!((before.height - after.height).abs() < 0.2, "{before:?} {after:?}");
    }

    #[test]
    fn a_rise_too_small_to_be_seen_is_no_ridge() {
        assert!(!transition("x^2", 1.0, -0.01, 4.0).place(0.5).leaps);
        assert!(transition("x^2", 1.0, -0.3, 4.0).place(0.5).leaps);
    }

    #[test]
    fn a_step_that_is_not_seen_has_no_transition() {
        assert!(!transition("x^2", 1.0, 1.001, 4.0).is_seen(&[(-2.0, 2.0)]));
        assert!(transition("x^2", 1.0, 1.01, 4.0).is_seen(&[(-2.0, 2.0)]));
    }
}

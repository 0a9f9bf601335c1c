//! Goals: what a class is to reach with a run, as it stands in an address.

use downhill_core::Error;
use std::fmt;

/// Goal of a run: a target, and the number of steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Target.
    pub target: Target,
    /// The number of steps that there are for it; `None` for no end.
    pub within: Option<u32>,
}

/// Target of a goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// A loss on all training samples below this one; a function's height.
    Loss(f64),
    /// A loss on the test samples below this one.
    TestLoss(f64),
    /// The lowest place of a function in the picture.
    Lowest,
}

/// Valid values of a goal.
const EXPECTED: &str = "loss<0.1, test_loss<0.2 or lowest, each with the number of steps that \
                        there are for it if there is a limit, as in loss<0.1 in 50";

impl Target {
    /// Name of the quantity in an address.
    pub fn id(self) -> &'static str {
        match self {
            Target::Loss(_) => "loss",
            Target::TestLoss(_) => "test_loss",
            Target::Lowest => "lowest",
        }
    }

    /// The number that the quantity is to fall below, if it is compared with one.
    pub fn below(self) -> Option<f64> {
        match self {
            Target::Loss(below) | Target::TestLoss(below) => Some(below),
            Target::Lowest => None,
        }
    }
}

impl Goal {
    /// The goal in a text such as `loss<0.1 in 50`.
    pub fn parse(text: &str) -> Result<Goal, Error> {
        let wrong = || Error::bad_value("goal", text, EXPECTED);
        let (target, within) = match text.split_once(" in ") {
            Some((target, steps)) => {
                let steps = steps.trim().trim_end_matches("steps").trim_end();
                let steps = steps.parse().ok().filter(|steps| *steps > 0).ok_or_else(wrong)?;
                (target, Some(steps))
            }
            None => (text, None),
        };
        let target = match target.split_once('<') {
            None if target.trim() == "lowest" => Target::Lowest,
            None => return Err(wrong()),
            Some((name, below)) => {
                let below: f64 = below.trim().parse().map_err(|_| wrong())?;
                match name.trim() {
                    _ if !below.is_finite() => return Err(wrong()),
                    "loss" => Target::Loss(below),
                    "test_loss" => Target::TestLoss(below),
                    _ => return Err(wrong()),
                }
            }
        };
        Ok(Goal { target, within })
    }
}

/// As [`Goal::parse`] takes it.
impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.target.id())?;
        if let Some(below) = self.target.below() {
            write!(f, "<{below}")?;
        }
        match self.within {
            Some(steps) => write!(f, " in {steps}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_read_as_it_is_written() {
        for (text, target, within) in [
            ("loss<0.1 in 50", Target::Loss(0.1), Some(50)),
            ("loss<-3.5", Target::Loss(-3.5), None),
            ("test_loss<0.25 in 1000", Target::TestLoss(0.25), Some(1000)),
            ("lowest", Target::Lowest, None),
            ("lowest in 20", Target::Lowest, Some(20)),
        ] {
            let goal = Goal { target, within };
            assert_eq!((Goal::parse(text).unwrap(), goal.to_string()), (goal, text.to_string()));
        }
        for text in [" loss < 0.10  in  50 steps ", "loss<1e-1 in 50"] {
            assert_eq!(Goal::parse(text).unwrap().to_string(), "loss<0.1 in 50");
        }
    }

    #[test]
    fn what_is_no_goal_says_what_one_is() {
        for text in [
            "low",
            "loss",
            "loss<",
            "loss<x",
            "loss<NaN",
            "loss<inf",
            "loss>0.1",
            "loss<0.1 in",
            "loss<0.1 in 0",
            "loss<0.1 in -5",
            "loss<0.1 in 5.5",
            "accuracy<1",
            "lowest in soon",
            "lowest<3",
            "<0.1",
            " in 50",
            "loss<0.1 in 50 in 60",
            "loss<0.1 in 99999999999",
        ] {
            let error = Goal::parse(text).unwrap_err().to_string();
            assert!(error.contains("loss<0.1 in 50") && error.starts_with("goal = "), "{error}");
        }
    }
}

//! Race: runs of one experiment that differ in one setting and step simultaneously.

use crate::numeric::math;
use crate::numeric::rng::{Rng, Stream};
use crate::optimizer::Rule;
use crate::run::descent::Descent;
use crate::run::snapshot::Status;
use crate::run::timeline::Steps;
use crate::{Error, Experiment};

/// Largest number of optimizers or learning rates in a race.
pub const MOST: usize = 6;
/// Number of starting points.
pub const STARTS: usize = 10;

/// Setting in which the runs differ.
#[derive(Clone, Debug, PartialEq)]
pub enum Lanes {
    /// Different optimizers, from one start with one learning rate.
    Optimizers(Vec<Rule>),
    /// Different learning rates, from one start.
    LearningRates(Vec<f64>),
    /// Different starting points all over the window, chosen by the seed.
    Starts,
}

impl Lanes {
    /// Parses `sgd,adam`, `0.01,0.1` or `starts`. Fails for anything else, and for more than
    /// [`MOST`] lanes.
    pub fn parse(text: &str) -> Result<Lanes, Error> {
        let (mut rules, mut rates, mut count) = (Vec::new(), Vec::new(), 0);
        for part in text.split(',').map(str::trim) {
            count += 1;
            rules.extend(Rule::from_id(part));
            rates.extend(part.parse::<f64>().ok().filter(|rate| *rate > 0.0 && *rate <= 1e6));
        }
        let few = count <= MOST;
        if text.trim() == "starts" {
            Ok(Lanes::Starts)
        } else if few && rules.len() == count {
            Ok(Lanes::Optimizers(rules))
        } else if few && rates.len() == count {
            Ok(Lanes::LearningRates(rates))
        } else {
            let expected = "up to six optimizers as in sgd,adam, up to six step sizes as in \
                            0.01,0.1, or starts";
            Err(Error::bad_value("race", text, expected))
        }
    }

    /// Names of the lanes; joined by commas they are the text form.
    pub fn names(&self) -> Vec<String> {
        match self {
            Lanes::Optimizers(rules) => rules.iter().map(|rule| rule.id.to_string()).collect(),
            Lanes::LearningRates(rates) => rates.iter().map(f64::to_string).collect(),
            Lanes::Starts => vec!["starts".to_string()],
        }
    }
}

/// The runs, all after the same number of steps, or where they ended.
#[derive(Clone, Debug)]
pub struct Race {
    runs: Vec<Descent>,
    iteration: u32,
}

impl Race {
    /// The runs at their starts, without the experiment's edits. Fails if a lane is invalid or
    /// no starting point is left.
    pub fn new(experiment: &Experiment, lanes: &Lanes) -> Result<Race, Error> {
        let mut plain = experiment.clone();
        plain.edits.clear();
        let starts = if *lanes == Lanes::Starts { starts(&plain) } else { Vec::new() };
        let count = match lanes {
            Lanes::Optimizers(rules) => rules.len(),
            Lanes::LearningRates(rates) => rates.len(),
            Lanes::Starts => starts.len(),
        };
        let mut runs = Vec::new();
        for lane in 0..count {
            let mut one = plain.clone();
            match lanes {
                Lanes::Optimizers(rules) => {
                    (one.optimizer, one.search) = (rules[lane], None);
                    if rules[lane] != plain.optimizer {
                        one.hyperparameters.clear();
                    }
                }
                Lanes::LearningRates(rates) => one.learning_rate = rates[lane],
                Lanes::Starts => one.start.clone_from(&starts[lane]),
            }
            runs.push(Descent::new(&one)?);
        }
        if runs.is_empty() {
            return Err(Error::Inconsistent(
                "There is no start in this picture from which a ball could roll: look at \
                 another domain."
                    .into(),
            ));
        }
        Ok(Race { runs, iteration: 0 })
    }

    /// The runs, in the order of the lanes.
    pub fn runs(&self) -> &[Descent] {
        &self.runs
    }
}

impl Steps for Race {
    fn iteration(&self) -> u32 {
        self.iteration
    }
    /// 0: runs have no common height.
    fn height(&self) -> f64 {
        0.0
    }
    /// One step of each run that can make one. False if none can.
    fn step(&mut self) -> bool {
        let mut moved = false;
        for run in &mut self.runs {
            moved |= run.step();
        }
        self.iteration += u32::from(moved);
        moved
    }
    fn work(&self) -> u64 {
        self.runs.iter().map(Steps::work).sum()
    }
    fn hear_of(&mut self, _later: &Race) {}
}

/// Starting points that fill the window evenly, on round numbers: multiples of the golden ratio,
/// or on the plane of the plastic number (Roberts 2018), modulo 1, with an offset drawn by the
/// seed.
fn starts(experiment: &Experiment) -> Vec<Vec<f64>> {
    const LINE: [f64; 1] = [0.618_033_988_749_895];
    const PLANE: [f64; 2] = [0.754_877_666_246_693, 0.569_840_290_998_053];
    let domain = experiment.in_sight();
    let steps = if domain.len() == 1 { &LINE[..] } else { &PLANE[..] };
    let mut rng = Rng::new(experiment.seed, Stream::Starts);
    let from = [rng.unit(), rng.unit()];
    let (mut starts, mut one) = (Vec::new(), experiment.clone());
    // Some functions have values in a small place only.
    for index in 0..2000 {
        let mut start = Vec::new();
        for (axis, (low, high)) in domain.iter().enumerate() {
            let share = (from[axis] + f64::from(index) * steps[axis]).fract();
            let decimals = 2.0 - math::log10(high - low).floor();
            let value = low + share * (high - low);
            let decimals = math::clamp(decimals, 0.0, 300.0) as usize;
            start.push(format!("{value:.decimals$}").parse().unwrap_or(value));
        }
        one.start = start;
        if Descent::new(&one).is_ok_and(|descent| descent.status() == Status::Running) {
            starts.push(one.start.clone());
        }
        if starts.len() == STARTS {
            break;
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_are_read_as_they_are_written() {
        for text in ["sgd,adam", "0.01,0.1,1", "starts", "lion"] {
            assert_eq!(Lanes::parse(text).unwrap().names().join(","), text);
        }
        for wrong in ["", "sgd,0.1", "sgd,", "0", "-1", "nan", "1,2,3,4,5,6,7", "start"] {
            assert!(Lanes::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn each_lane_is_the_run_that_it_would_be_alone() {
        let (experiment, _) = Experiment::from_query(
            "function=himmelblau&start=-1,2&learning_rate=0.02&optimizer=momentum&momentum=0.5",
        );
        for (text, key) in
            [("sgd,momentum,adam", "optimizer"), ("0.01,0.3", "learning_rate"), ("starts", "start")]
        {
            let lanes = Lanes::parse(text).unwrap();
            let mut race = Race::new(&experiment, &lanes).unwrap();
            for _ in 0..40 {
                assert!(race.step());
            }
            for (lane, run) in race.runs().iter().enumerate() {
                let mut alone = experiment.clone();
                if key == "start" {
                    alone.start.clone_from(&run.experiment().start);
                } else {
                    alone.set(key, &lanes.names()[lane]).unwrap();
                }
                if key == "optimizer" && alone.optimizer != experiment.optimizer {
                    alone.hyperparameters.clear();
                }
                let mut alone = Descent::new(&alone).unwrap();
                while alone.snapshot().iteration < 40 && alone.step() {}
                assert_eq!(run.snapshot().x, alone.snapshot().x, "{text} {lane}");
            }
        }
    }

    #[test]
    fn ten_starts_are_spread_out_and_the_seed_says_which() {
        for function in ["double_well", "himmelblau", "ln(x)", "sqrt(x) + sqrt(y)"] {
            let of = |seed: u32| {
                let mut experiment = Experiment { seed, ..Experiment::default() };
                experiment.set("function", function).unwrap();
                starts(&experiment)
            };
            let first = of(1);
            assert_eq!(first.len(), STARTS, "{function}");
            assert_eq!(first, of(1));
            assert_ne!(first, of(2));
            for (index, a) in first.iter().enumerate() {
                assert!(!first[..index].contains(a), "{function}: {first:?}");
            }
        }
    }
}

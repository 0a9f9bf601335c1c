//! A class at work: what its link locks, how far a run has come with its goal, and the short code
//! of a result.

use crate::application::Application;
use crate::subject::Subject;
use downhill_core::function::stationary::{Kind, Lowest, Point};
use downhill_core::numeric::digest;
use downhill_core::{Descent, Error};
use downhill_view::function::ending::is_near;
use downhill_view::options::goal::{Goal, Target};
use downhill_view::options::lock::Lock;
use downhill_view::options::show::Show;
use downhill_view::text::messages::Words;

/// Share of the picture's width within which a ball is at the lowest place; and of a valley that
/// is as low all along, the share of the way down from the start's height that may be left.
const NEAR: f64 = 0.02;
const LEFT: f64 = 0.001;

/// How far a run has come with its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not reached yet.
    Open,
    /// It is reached, at this step first. A long run's history has not every step: then it is the
    /// first of those that it has.
    Reached(u32),
    /// It is not reached, and its steps are over.
    Missed,
}

/// Result that a code tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Whether the goal was reached.
    pub reached: bool,
    /// The step at which it was, or the one at which the code was made.
    pub step: u32,
}

/// Digits of a code: no letter is easily taken for another one or for a digit (Crockford's).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Number of bits of a code for the step, and for the check.
const STEP: u32 = 20;
const CHECK: u32 = 19;

impl Application {
    /// Fails if a setting is locked.
    pub(crate) fn check_lock(&self, key: &str) -> Result<(), Error> {
        match self.show.lock.holds(key) {
            true => Err(self.locked(key)),
            false => Ok(()),
        }
    }

    /// The error of a change of a locked setting.
    pub(crate) fn locked(&self, key: &str) -> Error {
        let name = self.name_of(key);
        Error::Inconsistent(self.words.fill("locked_why", &[("name", &name.replace('_', " "))]))
    }

    /// Fails if the goal that is to be shown is none for this run.
    pub(crate) fn check_goal(&self, show: &Show) -> Result<(), Error> {
        let wrong = match (show.goal.map(|goal| goal.target), &self.subject) {
            (Some(Target::Lowest), Subject::Network(_)) => "goal_no_function",
            (Some(Target::TestLoss(_)), Subject::Ball(_)) => "goal_no_test",
            (Some(Target::TestLoss(_)), Subject::Network(it)) if it.run().split().test.n == 0 => {
                "goal_no_test"
            }
            _ => return Ok(()),
        };
        Err(Error::Inconsistent(self.words.get(wrong).into()))
    }

    /// How far the run has come with its goal; `None` without one, in a race, and where the
    /// picture has no lowest place or is still searched for it.
    pub fn standing(&self) -> Option<Standing> {
        let goal = self.show.goal?;
        let reached = match &self.subject {
            Subject::Network(network) => {
                let (run, now) = (network.run(), network.run().snapshot());
                let meets = |train: f64, test: f64| match goal.target {
                    Target::Loss(below) => train < below,
                    Target::TestLoss(below) => test < below,
                    Target::Lowest => false,
                };
                let past = run.history().points().iter();
                let past = past.map(|it| (it.iteration, meets(it.train, it.test)));
                goal.target.below()?;
                first(goal, past, (now.iteration, meets(now.train.loss, now.test.loss)))
            }
            Subject::Ball(ball) if ball.race.is_none() => {
                let descent = ball.descent();
                let lowest = self.lowest();
                let meets = |x: &[f64], value: f64| match (goal.target, &lowest) {
                    (Target::Loss(below), _) => Some(value < below),
                    (Target::Lowest, Some(points)) => Some(is_lowest(descent, points, x, value)),
                    _ => None,
                };
                let (history, now) = (descent.history(), descent.snapshot());
                let here = (now.iteration, meets(&now.x, now.value)?);
                let past = history.points().iter().zip(history.states());
                let past = past.map(|(at, x)| (at.iteration, meets(x, at.train) == Some(true)));
                first(goal, past, here)
            }
            Subject::Ball(_) => return None,
        };
        let over = goal.within.is_some_and(|most| self.subject.iteration() >= most);
        Some(match reached {
            Some(step) => Standing::Reached(step),
            None if over => Standing::Missed,
            None => Standing::Open,
        })
    }

    /// Whether the goal is reached, or its steps are over.
    pub(crate) fn is_decided(&self) -> bool {
        self.standing().is_some_and(|standing| standing != Standing::Open)
    }

    /// The lowest places in a function's picture; `None` while they are searched for, and where
    /// there are none.
    fn lowest(&self) -> Option<Vec<&Point>> {
        let Subject::Ball(ball) = &self.subject else { return None };
        let known = !ball.searching && ball.search.lowest() == Lowest::Found;
        let points = ball.search.points().iter().filter(|it| it.kind == Kind::GlobalMinimum);
        known.then(|| points.collect()).filter(|points: &Vec<&Point>| !points.is_empty())
    }

    /// Whether a function's picture is known to have no lowest place.
    pub(crate) fn has_no_lowest(&self) -> bool {
        match &self.subject {
            Subject::Ball(ball) => !ball.searching && self.lowest().is_none(),
            Subject::Network(_) => true,
        }
    }

    /// The query for a class: the settings in force, from their start, with this lock, goal and
    /// seed. Fails, and says why, if one of them does not fit.
    pub fn class_query(&self, lock: &str, goal: &str, seed: &str) -> Result<String, Error> {
        let mut show = self.show.clone();
        show.set("lock", lock)?;
        show.set("goal", goal)?;
        self.check_goal(&show)?;
        let mut experiment = self.settled();
        experiment.set("seed", seed)?;
        experiment.to_query_with(show.pairs(&experiment))
    }

    /// The code of the present result: whether the goal is reached, and at which step. `None`
    /// without a goal that can be judged, or with more steps than it has room for.
    pub fn result_code(&self) -> Option<String> {
        let (reached, step) = match self.standing()? {
            Standing::Reached(step) => (true, step),
            Standing::Open | Standing::Missed => (false, self.subject.iteration()),
        };
        (step < 1 << STEP).then(|| written(&self.task(), Checked { reached, step }))
    }

    /// Result that a code tells, with the task of a link. Fails if it is no code, or not one
    /// of this task.
    pub fn check_code(query: &str, code: &str, words: Words) -> Result<Checked, Error> {
        let app = Application::new(query, words)?;
        let wrong = |key: &str| Error::Inconsistent(app.words.get(key).into());
        let value = value_of(code).ok_or_else(|| wrong("code_bad"))?;
        let check = (value & ((1 << CHECK) - 1)) as u32;
        let told = (value >> CHECK) as u32 ^ mask(check);
        let checked = Checked { reached: told >> STEP == 1, step: told & ((1 << STEP) - 1) };
        match check == check_of(&app.task(), checked) {
            true => Ok(checked),
            false => Err(wrong("code_other")),
        }
    }

    /// All that is the same for everyone with the same link: the goal, and what is locked at
    /// which values.
    fn task(&self) -> String {
        let Show { lock, goal, scene, .. } = &self.show;
        let goal = goal.map_or_else(String::new, |goal| goal.to_string());
        let values = values(lock, self);
        format!("{}|{goal}|{lock}|{values}", scene.id)
    }
}

/// The values of the locked settings.
fn values(lock: &Lock, app: &Application) -> String {
    let settings = app.subject.settings();
    let value = |key: &str| settings.get(key).or_else(|_| app.show.get(key)).unwrap_or_default();
    lock.keys().into_iter().map(|key| format!("{key}={}", value(key))).collect::<Vec<_>>().join("&")
}

/// The first step within the goal's limit at which it was met: of those before, or now.
fn first(goal: Goal, past: impl Iterator<Item = (u32, bool)>, now: (u32, bool)) -> Option<u32> {
    let in_time = |step: u32| goal.within.is_none_or(|most| step <= most);
    past.chain([now]).find(|(step, met)| *met && in_time(*step)).map(|(step, _)| step)
}

/// Whether a place is one of the lowest.
fn is_lowest(descent: &Descent, points: &[&Point], x: &[f64], value: f64) -> bool {
    let start = descent.history().points().first().map_or(value, |start| start.train);
    points.iter().any(|point| match point.along {
        true => value <= point.value + LEFT * (start - point.value).max(0.0),
        false => is_near(&point.x, x, descent.domain(), NEAR),
    })
}

/// A code: what is told, mixed with its check, and the check.
fn written(task: &str, told: Checked) -> String {
    let check = check_of(task, told);
    let told = u32::from(told.reached) << STEP | told.step;
    let value = u64::from(told ^ mask(check)) << CHECK | u64::from(check);
    let digit = |place: u32| char::from(DIGITS[(value >> (5 * place)) as usize & 31]);
    let digits: String = (0..8).rev().map(digit).collect();
    format!("{}-{}", &digits[..4], &digits[4..])
}

/// The number that a code stands for. Letters may be small, O is 0, I and L are 1.
fn value_of(code: &str) -> Option<u64> {
    let signs = code.chars().filter(|sign| !sign.is_whitespace() && *sign != '-');
    let digits: Option<Vec<usize>> = signs
        .map(|sign| {
            let sign = match sign.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                sign => sign,
            };
            DIGITS.iter().position(|digit| char::from(*digit) == sign)
        })
        .collect();
    let digits = digits.filter(|digits| digits.len() == 8)?;
    Some(digits.into_iter().fold(0, |value, digit| value << 5 | digit as u64))
}

/// A check of what is told of a task. It finds slips and guesses, and is no cryptography.
fn check_of(task: &str, Checked { reached, step }: Checked) -> u32 {
    let hash = digest::of_text(&format!("{task}|{reached}|{step}"));
    (hash >> CHECK ^ hash) & ((1 << CHECK) - 1)
}

/// The bits that what is told is mixed with, so that codes of neighbouring steps do not look alike.
fn mask(check: u32) -> u32 {
    digest::of_text(&check.to_string()) & ((1 << (STEP + 1)) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_what_it_was_made_of() {
        for step in [0, 1, 37, 511, 99_999, (1 << STEP) - 1] {
            for reached in [false, true] {
                let code = written("task", Checked { reached, step });
                assert_eq!(code.len(), 9, "{code}");
                let value = value_of(&code).unwrap();
                let check = (value & ((1 << CHECK) - 1)) as u32;
                let told = (value >> CHECK) as u32 ^ mask(check);
                assert_eq!((told >> STEP == 1, told & ((1 << STEP) - 1)), (reached, step));
                assert_eq!(check, check_of("task", Checked { reached, step }));
                let typed = code.to_lowercase().replace('-', " ").replace('0', "o");
                assert_eq!(value_of(&typed.replace('1', "l")), Some(value), "{typed}");
            }
        }
        for code in ["", "1234", "1234-56789", "1234-567U", "ßßßß-ßßßß"] {
            assert_eq!(value_of(code), None, "{code}");
        }
    }
}

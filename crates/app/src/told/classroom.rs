//! A class as the page is told: the lock, the goal, the code of a result, a link as a QR code.

use super::control_list::names;
use crate::application::Application;
use crate::classroom::{Checked, Standing};
use crate::subject::Subject;
use downhill_core::Error;
use downhill_view::function::ending::steps;
use downhill_view::options::goal::Target;
use downhill_view::options::lock::{is_setting, setting_of};
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;
use std::fmt::Write;

/// The settings that a link has locked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Locked {
    /// The keys of the controls that are locked.
    pub keys: Vec<&'static str>,
    /// The same in words.
    pub text: String,
}

pub(super) fn locked(app: &Application) -> Option<Locked> {
    let lock = &app.show.lock;
    if lock.is_empty() {
        return None;
    }
    let controls = names(app).into_iter().filter(|(key, _)| lock.holds(key));
    let (mut keys, mut named) = (vec!["scene"], Vec::<String>::new());
    for (key, name) in controls {
        if !keys.contains(&key) {
            keys.push(key);
        }
        if !named.contains(&name) {
            named.push(name);
        }
    }
    let text = match lock.is_all() {
        true => app.words.get("locked_all").to_string(),
        false => app.words.fill("locked", &[("names", &named.join(", "))]),
    };
    Some(Locked { keys, text })
}

/// The settings that a link can lock here, each with its name.
pub fn lockable(app: &Application) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = Vec::new();
    for (control, name) in names(app) {
        let key = setting_of(control);
        // With anything locked, the examples are, too.
        if !is_setting(key) || key == "example" || all.iter().any(|(known, _)| *known == key) {
            continue;
        }
        let name = if key == control { name } else { app.name_of(key).replace('_', " ") };
        all.push((key, name));
    }
    all
}

/// Goal of the run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Goal {
    /// Quantity to be reached: `loss`, `test_loss` or `lowest`.
    pub target: &'static str,
    /// The number that the loss is to fall below, as it is typed; empty for none.
    pub below: String,
    /// The number of steps that there are for it; empty for no end.
    pub within: String,
    /// How far the run has come with it: `open`, `reached` or `missed`.
    pub standing: &'static str,
    /// The step at which it was reached; null if it is not.
    pub reached: Option<u32>,
    /// All of it in a sentence.
    pub text: String,
}

pub(super) fn goal(app: &Application) -> Option<Goal> {
    let (goal, words) = (app.show.goal?, app.words);
    let on_function = matches!(app.subject, Subject::Ball(_));
    let key = match goal.target {
        Target::Loss(_) if on_function => "goal_height",
        Target::Loss(_) => "goal_loss",
        Target::TestLoss(_) => "goal_test_loss",
        Target::Lowest => "goal_lowest",
    };
    let below = goal.target.below();
    let shown = below.map_or_else(String::new, |below| app.words.trimmed(below, 6));
    let asked = words.fill(key, &[("below", &shown)]);
    let asked = match goal.within {
        Some(most) => {
            words.fill("goal_within", &[("goal", &asked), ("steps", &steps(most, words))])
        }
        None => asked,
    };
    let iteration = app.subject.iteration();
    let standing = app.standing();
    let (key, step) = match standing {
        None if goal.target == Target::Lowest && app.has_no_lowest() => ("goal_none", iteration),
        None => ("goal_unknown", iteration),
        Some(Standing::Open) if goal.target == Target::Lowest => ("goal_away", iteration),
        Some(Standing::Open) => ("goal_open", iteration),
        Some(Standing::Reached(step)) => ("goal_reached", step),
        Some(Standing::Missed) => ("goal_missed", iteration),
    };
    let now = match (&app.subject, goal.target) {
        (Subject::Network(it), Target::TestLoss(_)) => it.run().snapshot().test.loss,
        (Subject::Network(it), _) => it.run().snapshot().train.loss,
        (Subject::Ball(it), _) => it.descent().snapshot().value,
    };
    let values =
        [("goal", asked), ("now", app.words.significant(now, 3)), ("step", app.words.count(step))];
    Some(Goal {
        target: goal.target.id(),
        below: below.map_or_else(String::new, |below| below.to_string()),
        within: goal.within.map_or_else(String::new, |most| most.to_string()),
        standing: match standing {
            Some(Standing::Reached(_)) => "reached",
            Some(Standing::Missed) => "missed",
            _ => "open",
        },
        reached: match standing {
            Some(Standing::Reached(step)) => Some(step),
            _ => None,
        },
        text: words.fill(key, &values.each_ref().map(|(key, text)| (*key, text.as_str()))),
    })
}

/// Meaning of a code, in a sentence; fails if it is none, or one of another link.
pub fn checked(app: &Application, query: &str, code: &str) -> Result<String, Error> {
    let Checked { reached, step } = Application::check_code(query, code, app.words)?;
    let key = if reached { "code_reached" } else { "code_open" };
    Ok(app.words.fill(key, &[("step", &app.words.count(step))]))
}

/// A text as a QR code: a square of modules.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Qr {
    /// The `viewBox` of its SVG, with the margin that a reader needs.
    pub view_box: String,
    /// The dark modules, as the data of an SVG path.
    pub path: String,
}

/// Modules of the margin around a QR code.
const MARGIN: i32 = 4;

/// A text as a QR code; `None` for one that is too long.
pub fn qr(text: &str) -> Option<Qr> {
    let levels = [QrCodeEcc::Medium, QrCodeEcc::Low];
    let code = levels.into_iter().find_map(|level| QrCode::encode_text(text, level).ok())?;
    let (size, mut path) = (code.size(), String::new());
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    let all = size + 2 * MARGIN;
    Some(Qr { view_box: format!("-{MARGIN} -{MARGIN} {all} {all}"), path })
}

/// The steps of the run that a handout shows: four to six, from the start to the furthest. None
/// of a run of fewer than three.
pub fn handout(app: &Application) -> Vec<u32> {
    let furthest = app.subject.furthest();
    let stills = (furthest + 1).min(6);
    match stills >= 4 {
        true => {
            let last = u64::from(stills - 1);
            (0..=last).map(|still| (u64::from(furthest) * still / last) as u32).collect()
        }
        false => Vec::new(),
    }
}

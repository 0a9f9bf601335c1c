//! Runs that are kept to be compared with the present one. In the address each stands as what
//! of it differs: `kept=iterations=120&learning_rate=0.1`, written as one value.

use crate::function::race;
use crate::text::messages::Words;
use crate::text::number;
use downhill_core::{Error, Experiment, Run};

/// How many there may be.
pub const MOST: usize = 4;

/// How many steps of one are computed again when an address is opened. A longer one is not
/// written down.
const LONGEST: u32 = 20_000;

/// The lane of a race whose colour and mark a kept run has: one that is not mistaken for
/// the present run.
pub fn lane(index: usize) -> usize {
    if index < 2 { index } else { index + 1 }
}

/// The run that a text of the address tells of, beside what else the address asks for.
pub fn parse(text: &str, beside: &Experiment) -> Result<Run, Error> {
    let expected = || {
        let expected = "a number of steps up to 20000 and what differs, such as \
                        iterations=120&learning_rate=0.1 (in an address, %3D and %26 stand for = \
                        and &)";
        Error::bad_value("kept", text, expected)
    };
    let mut steps = None;
    let read = beside.with_differences(text, &mut |key, value| {
        steps = (key == "iterations").then(|| value.parse().ok()).flatten();
        steps.filter(|steps| *steps <= LONGEST).map(|_| ()).ok_or_else(expected)
    });
    let (experiment, steps) = (read.map_err(|_| expected())?, steps.ok_or_else(expected)?);
    let mut run = Run::new(&experiment)?;
    run.advance(steps);
    Ok(run)
}

/// The text of a run; none if it is too long for an address.
pub fn text(run: &Run, beside: &Experiment) -> Option<String> {
    let steps = run.snapshot().iteration;
    let iterations = [("iterations", steps.to_string())];
    let own = run.experiment();
    (steps <= LONGEST && own.differs_shortly(beside))
        .then(|| own.query_of_differences(beside, iterations))
}

/// A row of the table: what a run has come to, and what of it is not as in the present one.
pub struct Row {
    /// The name of its colour, and its mark.
    pub sign: String,
    /// The same as a letter.
    pub mark: &'static str,
    /// What it is called.
    pub name: String,
    /// Its iteration, its losses on training and test samples, and the share of the training
    /// samples that it has right, or R² of values.
    pub numbers: [String; 4],
    /// Their digits.
    pub values: [f64; 4],
    /// What differs.
    pub told: String,
}

/// The table of the present run, which comes first, and of those that are kept.
pub fn table<'a>(present: &Run, kept: impl Iterator<Item = &'a Run>, words: Words) -> Vec<Row> {
    let row = |run: &Run, index: Option<usize>| {
        let lane = index.map(lane);
        let at = run.snapshot();
        let right = if at.train.accuracy.is_nan() {
            (at.train.r_squared, number::significant(at.train.r_squared, 3))
        } else {
            (at.train.accuracy, number::percent(at.train.accuracy))
        };
        let digits = |value: f64| match value.is_nan() {
            true => "–".to_string(),
            false => number::significant(value, 3),
        };
        Row {
            sign: lane.map_or_else(String::new, |lane| format!("racer-{}", lane + 1)),
            mark: lane.map_or("", race::sign),
            name: index.map_or(words.get("kept_now").to_string(), |index| (index + 1).to_string()),
            numbers: [
                number::count(at.iteration),
                digits(at.train.loss),
                digits(at.test.loss),
                right.1,
            ],
            values: [f64::from(at.iteration), at.train.loss, at.test.loss, right.0],
            told: match lane {
                Some(_) => told(run, present, words),
                None => String::new(),
            },
        }
    };
    let kept = kept.enumerate().map(|(index, run)| row(run, Some(index)));
    std::iter::once(row(present, None)).chain(kept).collect()
}

/// What of a run is not as in the present one, in words.
fn told(run: &Run, present: &Run, words: Words) -> String {
    let mut told = Vec::new();
    for (key, own, now) in run.experiment().differences(present.experiment()) {
        let or_none = |text: String| if text.is_empty() { "–".to_string() } else { text };
        let (own, now) = (or_none(own), or_none(now));
        let key = key.replace('_', " ");
        told.push(words.fill("kept_differs", &[("key", &key), ("value", &own), ("now", &now)]));
    }
    match told.is_empty() {
        true => words.get("kept_same").to_string(),
        false => told.join("; "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::messages::ENGLISH;

    fn experiment(query: &str) -> Experiment {
        let (experiment, errors) = Experiment::from_query(query);
        assert_eq!(errors, [], "{query}");
        experiment
    }

    #[test]
    fn a_kept_run_comes_back_from_its_text_bit_for_bit() {
        for (kept, here) in [
            ("", "learning_rate=0.1"),
            ("seed=2&layers=8-8&activation=relu", ""),
            ("optimizer=adam&learning_rate=0.01", "optimizer=momentum&momentum=0.5"),
            ("optimizer=momentum", "optimizer=momentum&momentum=0.5"),
            ("edits=10:learning_rate:0.05,20:batch_size:8", "edits=5:learning_rate:1"),
            ("target=x^2 %2B y&samples=50", "data=moons"),
            ("schedule=step:30:0.1&l2=0.01", "schedule=cosine:200"),
            ("", ""),
        ] {
            let (own, here) = (experiment(kept), experiment(here));
            let mut run = Run::new(&own).unwrap();
            (0..60).for_each(|_| assert!(run.step()));
            let text = text(&run, &here).unwrap();
            let again = parse(&text, &here).unwrap();
            assert_eq!(again.snapshot().iteration, 60, "{text}");
            assert_eq!(again.snapshot().parameters, run.snapshot().parameters, "{text}");
            assert_eq!(again.history().points(), run.history().points(), "{text}");
            assert_eq!(super::text(&again, &here).unwrap(), text);
        }
    }

    #[test]
    fn what_differs_is_told_and_nothing_else() {
        let present = Run::new(&experiment("learning_rate=0.1&seed=3")).unwrap();
        let mut kept = Run::new(&experiment("layers=8-8")).unwrap();
        assert!(kept.advance(25));
        let rows = table(&present, [&kept, &present].into_iter(), ENGLISH);
        assert_eq!(rows.len(), 3);
        assert_eq!((&*rows[0].name, &*rows[0].told), ("now", ""));
        assert_eq!(rows[1].told, "layers 8-8 (now 5); learning rate 0.3 (now 0.1); seed 1 (now 3)");
        assert_eq!(rows[1].values[0], 25.0);
        assert_eq!(rows[1].values[1], kept.snapshot().train.loss);
        assert_eq!(rows[2].told, "nothing differs");
    }

    #[test]
    fn what_cannot_be_kept_is_said() {
        let here = Experiment::default();
        for wrong in [
            "",
            "iterations=x",
            "iterations=20001",
            "iterations=5&nonsense=1",
            "learning_rate=0.1",
            "iterations=5&learning_rate=-1",
            "iterations=5&function=square",
        ] {
            assert!(parse(wrong, &here).is_err(), "{wrong}");
        }
        let mut long = Run::new(&here).unwrap();
        assert!(long.advance(20_001));
        assert_eq!(text(&long, &here), None);
    }
}

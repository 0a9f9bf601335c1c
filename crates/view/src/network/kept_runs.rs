//! Table of the runs kept for comparison.

use crate::plots::run_marks::{self, lane};
use crate::text::messages::Words;
use downhill_core::Run;

/// Row of the table: results of a run, and its differences from the current one.
pub struct Row {
    /// Name of its colour.
    pub sign: String,
    /// Mark, as a character.
    pub mark: &'static str,
    /// Name.
    pub name: String,
    /// Iteration, training loss, test loss, and training accuracy, or R² for regression.
    pub numbers: [String; 4],
    /// Full values of these numbers.
    pub values: [f64; 4],
    /// Differences, in words.
    pub told: String,
}

/// Table of the current run, which comes first, and of the kept ones.
pub fn table<'a>(present: &Run, kept: impl Iterator<Item = &'a Run>, words: Words) -> Vec<Row> {
    let row = |run: &Run, index: Option<usize>| {
        let lane = index.map(lane);
        let at = run.snapshot();
        let right = if at.train.accuracy.is_nan() {
            (at.train.r_squared, words.significant(at.train.r_squared, 3))
        } else {
            (at.train.accuracy, words.percent(at.train.accuracy))
        };
        let digits = |value: f64| match value.is_nan() {
            true => "–".to_string(),
            false => words.significant(value, 3),
        };
        Row {
            sign: lane.map_or_else(String::new, |lane| format!("racer-{}", lane + 1)),
            mark: lane.map_or("", run_marks::sign),
            name: index.map_or(words.get("kept_now").to_string(), |index| (index + 1).to_string()),
            numbers: [
                words.count(at.iteration),
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

/// Differences of a run from the current one, in words.
fn told(run: &Run, present: &Run, words: Words) -> String {
    let mut told = Vec::new();
    for (key, own, now) in run.experiment().differences(present.experiment()) {
        let or_none = |text: String| if text.is_empty() { "–".to_string() } else { text };
        let (own, now) = (or_none(own), or_none(now));
        let key = words.setting(key);
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
    use crate::text::native::ENGLISH;
    use downhill_core::Experiment;

    fn experiment(query: &str) -> Experiment {
        let (experiment, errors) = Experiment::from_query(query);
        assert_eq!(errors, [], "{query}");
        experiment
    }

    #[test]
    fn what_differs_is_told_and_nothing_else() {
        let present = Run::new(&experiment("learning_rate=0.1&seed=3")).unwrap();
        let mut kept = Run::new(&experiment("layers=8-8")).unwrap();
        assert!(kept.advance(25));
        let rows = table(&present, [&kept, &present].into_iter(), ENGLISH);
        assert_eq!(rows.len(), 3);
        assert_eq!((&*rows[0].name, &*rows[0].told), ("now", ""));
        assert_eq!(
            rows[1].told,
            "hidden layers 8-8 (now 5); learning rate 0.3 (now 0.1); seed 1 (now 3)"
        );
        assert_eq!(rows[1].values[0], 25.0);
        assert_eq!(rows[1].values[1], kept.snapshot().train.loss);
        assert_eq!(rows[2].told, "nothing differs");
    }
}

//! The abandoned run ("ghost") in the address: the run that was left for another by a change.
//! `ghost=30` went on for 30 steps without the change, `ghost=30,20:learning_rate:0.1` with
//! another one.

use crate::experiment::edit::Edit;
use crate::experiment::keys::KEYS;
use crate::experiment::value::Value;
use crate::{Error, Experiment};

/// Largest number of its steps that are recomputed: an address must not take minutes to open.
pub const MOST: u32 = 10_000;

/// The abandoned run: its experiment and its number of updates.
#[derive(Clone, Debug, PartialEq)]
pub struct Ghost {
    /// Experiment, with the edits made during the run.
    pub experiment: Experiment,
    /// Number of updates.
    pub steps: u32,
}

impl Ghost {
    /// Parses a ghost, beside the run of an experiment. Fails if the steps exceed [`MOST`] or an
    /// edit is invalid.
    pub fn parse(text: &str, beside: &Experiment) -> Result<Ghost, Error> {
        let (steps, edits) = text.split_once(',').unwrap_or((text, ""));
        let mut experiment = beside.clone();
        let set = experiment.set("edits", edits).and_then(|()| experiment.check());
        match (steps.trim().parse(), set) {
            (Ok(steps @ 0..=MOST), Ok(())) => Ok(Ghost { experiment, steps }),
            _ => Err(Error::bad_value(
                "ghost",
                text,
                "up to 10000 steps and the changes made in them, such as 30,20:learning_rate:0.1",
            )),
        }
    }

    /// Text form, beside the run of another experiment. Initial differences are written as edits
    /// after 0 steps. Fails if a key is unknown.
    pub fn text(&self, beside: &Experiment) -> Result<String, Error> {
        let mut experiment = beside.clone();
        experiment.edits.clear();
        let own = &self.experiment;
        let from_start = |id: &str| own.edits.iter().any(|it| it.iteration == 0 && it.key == id);
        let live = KEYS.iter().filter(|key| key.live).map(|key| key.id);
        for id in live.chain(own.optimizer.hyperparameters.iter().map(|of| of.id)) {
            if own.get(id)? == beside.get(id)? || from_start(id) {
                continue;
            }
            let usual = own.optimizer.hyperparameters.iter().find(|of| of.id == id);
            let value = match (own.get(id)?, usual) {
                (text, Some(of)) if text.is_empty() => Value::Number(of.default),
                (text, _) => Value::from(&*text),
            };
            experiment.edits.push(Edit { iteration: 0, key: id.to_string(), value });
        }
        experiment.edits.extend_from_slice(&own.edits);
        let mut text = self.steps.min(MOST).to_string();
        if !experiment.edits.is_empty() {
            text.push(',');
            text.push_str(&experiment.get("edits")?);
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Descent;

    #[test]
    fn the_left_run_comes_back_from_its_text_bit_for_bit() {
        let query = "function=double_well&start=2&optimizer=momentum&learning_rate=0.01";
        for (left, here) in [
            ("", "&edits=10:learning_rate:0.25"),
            ("&edits=5:momentum:0.5", "&edits=5:momentum:0.5,9:learning_rate:0.1"),
            ("", "&momentum=0.5"),
            ("&momentum=0.5&learning_rate=0.02", "&edits=3:learning_rate:0.3"),
        ] {
            let of = |more: &str| Experiment::from_query(&format!("{query}{more}")).0;
            let ghost = Ghost { experiment: of(left), steps: 30 };
            let text = ghost.text(&of(here)).unwrap();
            let again = Ghost::parse(&text, &of(here)).unwrap();
            assert_eq!(again.steps, 30);
            let [mut a, mut b] =
                [&ghost, &again].map(|ghost| Descent::new(&ghost.experiment).unwrap());
            for step in 0..30 {
                assert_eq!(a.snapshot().x, b.snapshot().x, "{text} at {step}");
                assert!(a.step() && b.step());
            }
            assert_eq!(again.text(&of(here)).unwrap(), text);
        }
        let plain = Experiment::from_query(query).0;
        let ghost = Ghost { experiment: plain.clone(), steps: 30 };
        assert_eq!(ghost.text(&plain).unwrap(), "30");
        for wrong in ["", "x", "-1", "10001", "30,5:seed:3", "30,nonsense", "30,4:momentum:x"] {
            assert!(Ghost::parse(wrong, &plain).is_err(), "{wrong}");
        }
    }
}

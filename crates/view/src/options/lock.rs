//! Locks: the settings that a link keeps as they are.

use downhill_core::experiment::edit::weight;
use downhill_core::experiment::keys::KEYS;
use downhill_core::optimizer::is_hyperparameter;
use downhill_core::{Error, Experiment};
use std::fmt;

/// The name that locks every setting of the run.
const ALL: &str = "all";

/// Settings that are no keys of an experiment and make another run all the same.
const OF_RUN: [&str; 8] =
    ["scene", "example", "iterations", "epochs", "target_loss", "patience", "race", "weight_value"];

/// Settings that bring another experiment or another task: they are locked as soon as anything
/// is.
const WITH_ANY: [&str; 4] = ["scene", "example", "lock", "goal"];

/// Settings that bring other data: they are locked with these.
const WITH_DATA: [&str; 2] = ["target", "points"];

/// The settings that a link keeps as they are, in the order in which it names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock(Vec<String>);

impl Lock {
    /// The lock in a text such as `learning_rate optimizer`, or `all`; an empty one locks nothing.
    pub fn parse(text: &str) -> Result<Lock, Error> {
        let mut names: Vec<String> = Vec::new();
        for name in text.split([' ', ',', '+']).filter(|name| !name.is_empty()) {
            if name != ALL && !is_setting(name) {
                return Err(Error::bad_value(
                    "lock",
                    name,
                    "all, or names of settings with spaces between them, such as learning_rate \
                     optimizer",
                ));
            }
            if !names.iter().any(|known| known == name) {
                names.push(name.to_string());
            }
        }
        Ok(Lock(names))
    }

    /// Whether nothing is locked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every setting of the run is locked.
    pub fn is_all(&self) -> bool {
        self.0.iter().any(|name| name == ALL)
    }

    /// Whether a setting is locked, by the name of its key or of its control.
    pub fn holds(&self, name: &str) -> bool {
        if self.is_empty() {
            return false;
        }
        let name = setting_of(name);
        let names = |name: &str| self.0.iter().any(|locked| locked == name);
        WITH_ANY.contains(&name)
            || self.is_all() && is_setting(name)
            || WITH_DATA.contains(&name) && names("data")
            || names(name)
    }

    /// Keys of an experiment that are locked.
    pub fn keys(&self) -> Vec<&str> {
        match self.is_all() {
            true => KEYS.iter().map(|key| key.id).collect(),
            false => self.0.iter().map(String::as_str).collect(),
        }
    }

    /// The first of the locked keys whose value is not the same in two experiments.
    pub fn broken(&self, before: &Experiment, after: &Experiment) -> Option<&str> {
        let differs = |key: &&str| before.get(key).ok() != after.get(key).ok();
        self.keys().into_iter().find(differs)
    }
}

/// Whether a name is that of a setting that makes another run, and can be locked.
pub fn is_setting(name: &str) -> bool {
    let key = KEYS.iter().any(|key| key.id == name && name != "version");
    key || OF_RUN.contains(&name) || is_hyperparameter(name)
}

/// The setting that a control changes.
pub fn setting_of(control: &str) -> &str {
    match control {
        "ball_x" | "ball_y" => "start",
        "drop_ten" => "race",
        "freeze" => "frozen",
        _ if weight(control).is_some() => "weight_value",
        _ => control,
    }
}

/// As [`Lock::parse`] takes it.
impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_read_as_it_is_written() {
        for (text, written) in [
            ("", ""),
            ("learning_rate optimizer", "learning_rate optimizer"),
            ("learning_rate,optimizer+seed", "learning_rate optimizer seed"),
            (" seed  seed ", "seed"),
            ("beta1 weight_value race", "beta1 weight_value race"),
            ("all", "all"),
        ] {
            assert_eq!(Lock::parse(text).unwrap().to_string(), written, "{text}");
        }
        for text in ["everything", "learning rate", "theme", "lock", "version", "seed;start"] {
            let error = Lock::parse(text).unwrap_err().to_string();
            assert!(error.contains("such as learning_rate optimizer"), "{text}: {error}");
        }
    }

    #[test]
    fn what_is_locked_is_known_by_the_names_of_its_controls() {
        let lock = Lock::parse("start frozen weight_value race").unwrap();
        for name in ["ball_x", "ball_y", "start", "drop_ten", "freeze", "weight_3", "scene"] {
            assert!(lock.holds(name), "{name}");
        }
        for name in ["weight", "seed", "theme", "learning_rate", "chart", "reset"] {
            assert!(!lock.holds(name), "{name}");
        }
        assert!(["target", "points"].iter().all(|name| Lock::parse("data").unwrap().holds(name)));
        let all = Lock::parse("all").unwrap();
        assert!(KEYS.iter().all(|key| key.id == "version" || all.holds(key.id)));
        for name in ["theme", "chart", "iterations_per_frame", "weight", "secant", "reset"] {
            assert!(!all.holds(name), "{name}");
        }
        assert!(!Lock::default().holds("scene"));
    }

    #[test]
    fn a_broken_lock_is_found() {
        let of = |query| Experiment::from_query(query).0;
        let lock = Lock::parse("learning_rate beta1").unwrap();
        let before = of("learning_rate=0.1&optimizer=adam");
        assert_eq!(lock.broken(&before, &of("learning_rate=0.1&seed=4")), None);
        assert_eq!(lock.broken(&before, &of("learning_rate=0.2")), Some("learning_rate"));
        let other = of("learning_rate=0.1&optimizer=adam&beta1=0.5");
        assert_eq!(lock.broken(&before, &other), Some("beta1"));
        assert_eq!(Lock::parse("all").unwrap().broken(&before, &of("seed=2")), Some("optimizer"));
    }
}

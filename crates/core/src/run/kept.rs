//! Runs kept for comparison with the current one. In the address each stands as its differences:
//! `kept=iterations=120&learning_rate=0.1`, written as one value.

use crate::{Error, Experiment, Run};

/// Largest number of kept runs.
pub const MOST: usize = 4;

/// Largest number of steps that are recomputed when an address is opened; a longer run is not
/// written.
const LONGEST: u32 = 20_000;

/// Parses a kept run, as differences from the experiment of the address: its own experiment, and
/// the number of steps to make. Fails if a difference is invalid or the steps exceed 20000.
pub fn parse(text: &str, beside: &Experiment) -> Result<(Experiment, u32), Error> {
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
    Ok((experiment, steps))
}

/// Text form of a run kept after so many steps; `None` if it is too long for an address.
pub fn text(run: &Run, steps: u32, beside: &Experiment) -> Option<String> {
    let iterations = [("iterations", steps.to_string())];
    let own = run.experiment();
    (steps <= LONGEST && own.differs_shortly(beside))
        .then(|| own.query_of_differences(beside, iterations))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let text = text(&run, 60, &here).unwrap();
            let (own, steps) = parse(&text, &here).unwrap();
            let mut again = Run::new(&own).unwrap();
            assert_eq!(steps, 60, "{text}");
            assert!(again.advance(steps), "{text}");
            assert_eq!(again.snapshot().parameters, run.snapshot().parameters, "{text}");
            assert_eq!(again.history().points(), run.history().points(), "{text}");
            assert_eq!(super::text(&again, 60, &here).unwrap(), text);
        }
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
        let run = Run::new(&here).unwrap();
        assert!(text(&run, 20_000, &here).is_some());
        assert_eq!(text(&run, 20_001, &here), None);
    }
}

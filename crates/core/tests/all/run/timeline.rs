//! Back and forth in time: every state is the one that the run itself has there.

use crate::cases::for_all;
use downhill_core::run::timeline::{Steps, Timeline};
use downhill_core::{Descent, Experiment, Run};
use proptest::collection::vec;
use proptest::prelude::*;

fn experiment(query: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, [], "{query}");
    experiment
}

fn scrub<T: Steps>(start: T, length: u32, bits: impl Fn(&T) -> Vec<u64>) {
    let mut straight = vec![bits(&start)];
    let mut run = start.clone();
    for _ in 0..length {
        assert!(run.step());
        straight.push(bits(&run));
    }
    let mut timeline = Timeline::new(start);
    (0..length).for_each(|_| assert!(timeline.step()));
    assert_eq!(timeline.furthest(), length);
    let place = prop_oneof![
        Just(17),
        Just(18),
        Just(16),
        Just(length),
        0..length,
        Just(0),
        Just(length + 5)
    ];
    for_all(file!(), 10, vec(place, 10), |places| {
        let mut timeline = timeline.clone();
        for place in places {
            timeline.seek(place);
            assert_eq!(timeline.now().iteration(), place.min(length));
            assert_eq!(bits(timeline.now()), straight[place.min(length) as usize], "{place}");
        }
        Ok(())
    });
    timeline.seek(length);
    assert!(timeline.step() && timeline.furthest() == length + 1);
}

fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

#[test]
fn every_state_is_the_same_however_one_comes_to_it() {
    for query in [
        "function=himmelblau&start=-1,2&learning_rate=0.01&optimizer=adam&gradient_noise=0.3",
        "function=x^2 %2B sin(3x)&start=3&learning_rate=0.05&edits=40:learning_rate:0.02",
    ] {
        scrub(Descent::new(&experiment(query)).unwrap(), 3000, |descent| {
            bits(&[&descent.snapshot().x[..], &[descent.snapshot().value]].concat())
        });
    }
    scrub(Run::new(&experiment("batch_size=10&dropout=0.1")).unwrap(), 700, |run| {
        bits(&run.snapshot().parameters)
    });
}

#[test]
fn many_updates_at_once_are_the_same_as_one_by_one() {
    for query in [
        "batch_size=10&dropout=0.1",
        "",
        "learning_rate=1000&optimizer=momentum",
        "edits=40:learning_rate:2",
    ] {
        let start = Run::new(&experiment(query)).unwrap();
        for_all(file!(), 2, vec(1..=60u32, 40), |counts| {
            let (mut one_by_one, mut at_once) =
                (Timeline::new(start.clone()), Timeline::new(start.clone()));
            for count in counts {
                let made = (0..count).all(|_| one_by_one.step());
                assert_eq!(at_once.advance(count), made, "{query}");
                assert_eq!(at_once.furthest(), one_by_one.furthest());
                assert_eq!(at_once.rose(), one_by_one.rose(), "{query}");
                let (here, there) = (at_once.now(), one_by_one.now());
                assert_eq!(bits(&here.snapshot().parameters), bits(&there.snapshot().parameters));
                assert_eq!(here.snapshot().batch, there.snapshot().batch);
                assert_eq!(here.snapshot().train.loss, there.snapshot().train.loss);
                assert_eq!(here.history().points(), there.history().points());
                assert_eq!(here.status(), there.status());
            }
            // The way back is the same, too.
            for place in [0, 17, 500, 333] {
                at_once.seek(place);
                one_by_one.seek(place);
                let [here, there] = [&at_once, &one_by_one].map(|time| time.now().snapshot());
                assert_eq!(bits(&here.parameters), bits(&there.parameters), "{query} at {place}");
            }
            Ok(())
        });
    }
}

#[test]
fn a_change_makes_another_run_from_there_on() {
    let start = experiment("function=square&start=2&learning_rate=0.1");
    let mut timeline = Timeline::new(Descent::new(&start).unwrap());
    (0..100).for_each(|_| assert!(timeline.step()));
    let first = timeline.clone();
    timeline.seek(40);
    timeline.change(|descent| descent.edit("learning_rate", "1.05")).unwrap();
    assert_eq!((timeline.furthest(), timeline.rose()), (40, None));
    (0..50).for_each(|_| assert!(timeline.step()));
    assert_eq!(timeline.rose(), Some(41));
    let end = timeline.now().snapshot().x.clone();
    timeline.seek(7);
    assert_eq!(timeline.now().experiment().edits.len(), 1, "the address is the branch's");
    timeline.seek(90);
    assert_eq!(timeline.now().snapshot().x, end, "the way back leads into the branch");
    assert!(timeline.change(|descent| descent.edit("learning_rate", "no")).is_err());
    assert_eq!(timeline.furthest(), 90);
    // The address leads to both.
    let again = experiment(&timeline.now().experiment().to_query().unwrap());
    let mut other = Timeline::new(Descent::new(&again).unwrap());
    (0..90).for_each(|_| assert!(other.step()));
    assert_eq!(other.now().snapshot().x, timeline.now().snapshot().x);
    let mut first = first;
    first.seek(90);
    assert_ne!(first.now().snapshot().x, other.now().snapshot().x);
}

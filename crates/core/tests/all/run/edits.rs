//! Weights set by hand and held fast during a run.

use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::run::timeline::Timeline;
use downhill_core::{Descent, Error, Experiment, Run};

fn experiment(query: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, [], "{query}");
    experiment
}

fn run(query: &str, iterations: u32) -> Run {
    let mut run = Run::new(&experiment(query)).unwrap();
    assert!(run.advance(iterations));
    run
}

/// All that a run has come to, and its whole way.
fn state(run: &Run) -> String {
    let at = run.snapshot();
    let memory: Vec<_> = at.optimizer.memory().collect();
    let way: Vec<&[f64]> = run.history().states().collect();
    format!(
        "{:?} {} {:?} {:?} {:?} {:?} {} {:?} {:?} {} {:?} {memory:?} {:?} {way:?}",
        run.status(),
        at.iteration,
        at.parameters,
        at.gradient,
        at.next,
        at.batch,
        at.batch_loss,
        at.train,
        at.test,
        at.grew,
        at.watch,
        run.history().points(),
    )
}

const QUERIES: [&str; 3] = [
    "",
    "batch_size=10&optimizer=momentum&momentum=0.9&dropout=0.1&gradient_noise=0.01",
    "layers=4-4&batch_size=32&optimizer=adam&learning_rate=0.01&l2=0.01",
];

#[test]
fn a_weight_set_by_hand_is_the_same_as_one_set_by_the_address() {
    for query in QUERIES {
        for at in [0, 1, 60] {
            let mut by_hand = run(query, at);
            let before = by_hand.snapshot().parameters.clone();
            by_hand.edit("weight_6", "0.5").unwrap();
            let now = by_hand.snapshot();
            for (index, (now, before)) in now.parameters.iter().zip(&before).enumerate() {
                assert_eq!(*now, if index == 6 { 0.5 } else { *before }, "{query} {at}");
            }
            assert_eq!(by_hand.history().parameter(6).last(), Some(0.5), "{query} {at}");
            assert_eq!(
                by_hand.objective().loss(&now.parameters, &mut <_>::default()),
                now.batch_loss
            );
            // What a drag has on its way leaves nothing.
            by_hand.edit("weight_6", "7").unwrap();
            by_hand.edit("weight_6", "0.5").unwrap();
            let text = format!("{query}&edits={at}:weight_6:0.5");
            assert_eq!(*by_hand.experiment(), experiment(&text));
            assert_eq!(experiment(&by_hand.experiment().to_query().unwrap()), experiment(&text));
            let mut asked = run(&text, at);
            assert_eq!(state(&asked), state(&by_hand), "{text}");
            assert!(by_hand.advance(50) && asked.train(50));
            assert_eq!(by_hand.snapshot().parameters, asked.snapshot().parameters, "{text}");
            let mut steps = run(&text, 0);
            assert!((0..at + 50).all(|_| steps.step()));
            assert_eq!(state(&steps), state(&by_hand), "{text}");
        }
    }
}

#[test]
fn edits_of_one_moment_are_all_made_in_any_order() {
    let mut first = run("l2=0.1", 9);
    for (key, value) in [("weight_0", "1"), ("l2", "0"), ("weight_6", "-2"), ("frozen", "6")] {
        first.edit(key, value).unwrap();
    }
    let mut second = run("l2=0.1", 9);
    for (key, value) in [("frozen", "6"), ("weight_6", "-2"), ("weight_0", "1"), ("l2", "0")] {
        second.edit(key, value).unwrap();
    }
    assert_eq!(state(&first), state(&second));
    assert_eq!(
        first.experiment().get("edits").unwrap(),
        "9:weight_0:1,9:l2:0,9:weight_6:-2,9:frozen:6"
    );
    assert!(first.advance(30) && second.advance(30));
    assert_eq!(state(&first), state(&second));
    assert_eq!(first.snapshot().parameters[6], -2.0);
}

#[test]
fn back_and_forth_in_time_every_state_has_the_same_bits() {
    let mut time = Timeline::new(run(QUERIES[1], 0));
    assert!(time.advance(100));
    time.seek(60);
    time.change(|run| run.edit("weight_6", "0.5")).unwrap();
    assert!(time.advance(80));
    let replayed = experiment(&time.now().experiment().to_query().unwrap());
    let states: Vec<String> = (0..=140)
        .scan(Run::new(&replayed).unwrap(), |run, _| {
            let state = state(run);
            run.step();
            Some(state)
        })
        .collect();
    for place in [140, 0, 59, 60, 61, 17, 128, 60] {
        time.seek(place);
        assert_eq!(state(time.now()), states[place as usize], "{place}");
    }
}

#[test]
fn a_frozen_weight_moves_with_no_optimizer_and_its_gradient_is_known() {
    for rule in OPTIMIZERS {
        let query = format!("batch_size=20&optimizer={}&learning_rate=0.01", rule.id);
        let mut run = run(&query, 20);
        let held = run.snapshot().parameters.clone();
        run.edit("frozen", "0-6").unwrap();
        let mut trained = run.clone();
        for _ in 0..30 {
            let at = run.snapshot();
            for index in [0, 6] {
                assert_eq!(at.parameters[index].to_bits(), held[index].to_bits(), "{}", rule.id);
                assert_eq!(at.next[index].to_bits(), held[index].to_bits(), "{}", rule.id);
                assert_ne!(at.gradient[index], 0.0, "{}", rule.id);
            }
            assert_ne!(at.next[1], at.parameters[1], "{}", rule.id);
            assert!(run.step());
        }
        assert!(trained.train(30));
        assert_eq!(trained.snapshot().parameters, run.snapshot().parameters, "{}", rule.id);
        // A frozen one is still set by hand, and goes on when it is let go.
        run.edit("weight_6", "0.25").unwrap();
        assert!(run.step());
        assert_eq!(run.snapshot().parameters[6], 0.25);
        run.edit("frozen", "").unwrap();
        assert!(run.step());
        assert_ne!(run.snapshot().parameters[6], 0.25, "{}", rule.id);
        let again = experiment(&run.experiment().to_query().unwrap());
        assert_eq!(again, *run.experiment());
        let mut replayed = Run::new(&again).unwrap();
        assert!(replayed.advance(52));
        assert_eq!(state(&replayed), state(&run), "{}", rule.id);
    }
}

#[test]
fn lists_are_written_so_that_edits_can_hold_them() {
    for text in ["0-5-7", "0,5,7", "0, 5, 7"] {
        assert_eq!(experiment(&format!("frozen={text}")).frozen, [0, 5, 7]);
    }
    assert_eq!(experiment("frozen=0,5").get("frozen").unwrap(), "0-5");
    let mut run = run("", 3);
    run.edit("frozen", "0,5").unwrap();
    assert_eq!(run.experiment().get("edits").unwrap(), "3:frozen:0-5");
}

#[test]
fn what_cannot_be_set_is_explained_and_changes_nothing() {
    let mut run = run("", 5);
    let before = state(&run);
    for (key, value, said) in [
        ("weight_6", "", "a number from -1000000"),
        ("weight_6", "large", "such as 0.5"),
        ("weight_6", "NaN", "weight_6"),
        ("weight_6", "1e7", "weight_6"),
        ("weight_33", "1", "no weight 33, only 0 to 32"),
        ("weight_06", "1", "not known"),
        ("weight_-1", "1", "not known"),
        ("frozen", "33", "no weight 33, only 0 to 32"),
        ("frozen", "x", "such as 6 or 0-5-7"),
    ] {
        let error = run.edit(key, value).unwrap_err().to_string();
        assert!(error.contains(said), "{key}={value}: {error}");
        assert_eq!(state(&run), before);
        assert_eq!(*run.experiment(), Experiment::default());
        let (asked, errors) = Experiment::from_query(&format!("edits=2:{key}:{value}"));
        match &errors[..] {
            // Only the network knows how many weights it has.
            [] => {
                let error = Run::new(&asked).unwrap_err().to_string();
                assert!(error.contains(said), "{key}={value}: {error}");
            }
            [error] => {
                assert!(error.to_string().contains(said), "{key}={value}: {error}");
                assert_eq!(asked, Experiment::default());
            }
            more => panic!("{more:?}"),
        }
    }
    let mut ball = Descent::new(&experiment("function=bowl&start=1,1")).unwrap();
    let error = ball.edit("weight_0", "1").unwrap_err();
    assert!(error.to_string().contains("change start"), "{error}");
    let (_, errors) = Experiment::from_query("function=bowl&start=1,1&edits=3:weight_0:1");
    assert!(matches!(&errors[..], [Error::Inconsistent(said)] if said.contains("change start")));
    // It is no key of its own.
    assert!(matches!(Experiment::from_query("weight_6=1").1[..], [Error::UnknownKey(_)]));
}

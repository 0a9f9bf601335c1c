//! Inputs that are formulas of the data's own.

use downhill_core::numeric::math;
use downhill_core::{Experiment, Run};

fn experiment(query: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, [], "{query}");
    experiment
}

fn run(query: &str, steps: u32) -> Run {
    let mut run = Run::new(&experiment(query)).unwrap();
    (0..steps).for_each(|_| assert!(run.step(), "{query}"));
    run
}

fn refused(query: &str) -> String {
    let (experiment, errors) = Experiment::from_query(query);
    match errors.into_iter().next() {
        Some(error) => error.to_string(),
        None => Run::new(&experiment).unwrap_err().to_string(),
    }
}

#[test]
fn the_inputs_as_features_are_the_inputs_bit_for_bit() {
    for (data, features) in [
        ("", "x;y"),
        ("data=circles&standardize=false&layers=8-8&batch_size=10", "x1; x2"),
        ("data=moons&test_fraction=0&optimizer=adam&learning_rate=0.01&dropout=0.2", "x;y"),
        ("data=nebulae&cost=squared_error&learning_rate=0.05", "x"),
        ("target=sin(x)-y&samples=50", "x;y;"),
    ] {
        let plain = run(data, 50);
        let same = run(&format!("{data}&features={features}"), 50);
        assert_eq!(plain.split().train.inputs, same.split().train.inputs, "{data}");
        assert_eq!(plain.snapshot().parameters, same.snapshot().parameters, "{data}");
        assert_eq!(plain.snapshot().train.loss, same.snapshot().train.loss, "{data}");
        let place = [&[0.5, -0.25][..], &[0.75, 2.0]];
        let y = if features == "x" { &[][..] } else { place[1] };
        let at = |run: &Run| run.split().inputs_at(place[0], y);
        assert_eq!(at(&plain), at(&same), "{data}");
    }
}

#[test]
fn each_is_a_column_with_a_mean_and_a_deviation_of_its_own() {
    let query = "data=gaussians&noise=0.3&features=x^2;x*y;sin(x);exp(y)";
    let run = run(query, 0);
    let split = run.split();
    assert_eq!(run.network().sizes()[0], 4);
    let n = split.train.n;
    for column in split.train.inputs.chunks_exact(n) {
        let mean = column.iter().sum::<f64>() / n as f64;
        let square = column.iter().map(|value| value * value).sum::<f64>() / n as f64;
        assert!(mean.abs() < 1e-12 && (square - 1.0).abs() < 1e-12, "{mean} {square}");
    }
    // What the network is given at a sample's place is what it has learned from.
    for (rows, batch) in [(&split.train_rows, &split.train), (&split.test_rows, &split.test)] {
        for (sample, row) in rows.iter().enumerate() {
            let place = &split.table.rows[*row];
            let at = split.inputs_at(&place[..1], &place[1..]);
            let learned = batch.inputs.iter().skip(sample).step_by(batch.n);
            assert!(at.iter().eq(learned), "{row}");
        }
    }
    // Not standardized, they are the formulas' values.
    let plain = self::run(&format!("{query}&standardize=false"), 0);
    let [x, y] = [0, 1].map(|input| plain.split().table.rows[plain.split().train_rows[0]][input]);
    let first: Vec<f64> = plain.split().train.inputs.iter().copied().step_by(n).collect();
    assert_eq!(first, [x * x, x * y, math::sin(x), math::exp(y)]);
}

#[test]
fn an_address_leads_back_to_them() {
    for text in ["x;y;x^2;y^2;x*y;sin(x);sin(y)", "exp(-(x^2 + y^2)/2)", "|x|; 2x1 - 3x2", "x²"] {
        let mut asked = Experiment::default();
        asked.set("features", text).unwrap();
        let again = experiment(&asked.to_query().unwrap());
        assert_eq!(again, asked);
        assert!(!again.get("features").unwrap().is_empty());
    }
    assert_eq!(experiment("features=;").to_query().unwrap(), "");
}

#[test]
fn labels_are_short() {
    let names = |query: &str| run(query, 0).split().inputs.join(",");
    let seven = "features=x;y;x^2;y^2;x*y;sin(x);sin(y)";
    let blank = "\u{a0}";
    assert_eq!(
        names(&format!("data=circles&{seven}")),
        format!("x₁,x₂,x₁²,x₂²,x₁x₂,sin{blank}x₁,sin{blank}x₂")
    );
    assert_eq!(
        names(&format!("data=penguins&{seven}")),
        format!("x,y,x²,y²,xy,sin{blank}x,sin{blank}y")
    );
    assert_eq!(names("data=penguins"), "bill length,bill depth");
    assert_eq!(
        names("features=|x|;x^12 y;x^0.5;1/x;2x;sin(x)y;exp(-(x^2%2By^2)/2)"),
        format!("|x|,x¹²y,x^0.5,1/x,2x,sin(x){blank}y,exp(−(x²{blank}…")
    );
}

#[test]
fn what_cannot_be_is_said() {
    for (query, expected) in [
        ("data=iris&features=x;y", "one or two inputs, and these have 4"),
        ("data=nebulae&cost=squared_error&features=x;x*y", "Feature “x*y” has a y"),
        ("data=circles&features=x;sqrt(x)", "Feature “sqrt(x)” has no value at row "),
        (
            "data=penguins&features=exp(x^2)",
            "Feature “exp(x^2)” has no value at row 1 (x = 39.1, y = 18.7)",
        ),
        ("data=penguins&features=exp(9x)", "is too large at row 1"),
        ("features=x;sin(", "Feature “sin(”: At character"),
        (
            "features=1;2;3;4;5;6;7;8;9;10;11;12;13",
            "features = “1;2;3;4;5;6;7;8;9;10;11;12;13” does not fit",
        ),
    ] {
        let said = refused(query);
        assert!(said.contains(expected), "{query}: {said}");
    }
    let long = format!("features={}", ["x"; 12].map(|x| x.repeat(90)).join(";"));
    assert!(refused(&long).contains("1000 characters in all"));
    assert!(run("features=1;2;3;4;5;6;7;8;9;10;11;x", 3).network().sizes()[0] == 12);
}

#[test]
fn they_need_a_new_start() {
    let mut run = run("data=circles", 3);
    let error = run.edit("features", "x^2").unwrap_err();
    assert!(error.to_string().contains("reset first"), "{error}");
    assert_eq!(run.snapshot().iteration, 3);
}

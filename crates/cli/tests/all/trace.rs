//! `downhill trace`: its lines, and the errors of experiments.

use crate::downhill;
use std::process::Output;

fn trace(arguments: &[&str], input: &str) -> Output {
    downhill(&[&["trace"], arguments].concat(), input)
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_query_gives_one_object_a_state() {
    let output = trace(&["batch_size=10&seed=2&l2=0.01", "--iterations", "30"], "");
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines.len(), 31);
    for (index, line) in lines.iter().enumerate() {
        assert_eq!(line["iteration"], index);
        assert_eq!(line["epoch"], index / 24);
        assert_eq!(line["parameters"].as_array().unwrap().len(), 33);
        assert_eq!(line["gradient"].as_array().unwrap().len(), 33);
        let of = |key: &str| line[key].as_f64().unwrap();
        assert!((of("data_loss") + of("penalty") - of("loss")).abs() < 1e-15);
        assert!(of("penalty") > 0.0 && of("batch_loss") > 0.0 && of("gradient_norm") > 0.0);
        for (which, samples) in [("train", 240), ("test", 102)] {
            let metrics = &line["metrics"][which];
            let confusion = metrics["confusion"].as_array().unwrap();
            let count = |row: usize, column: usize| confusion[row][column].as_u64().unwrap();
            let all: u64 = (0..9).map(|place| count(place / 3, place % 3)).sum();
            let right: u64 = (0..3).map(|class| count(class, class)).sum();
            assert_eq!(all, samples);
            let accuracy = metrics["accuracy"].as_f64().unwrap();
            assert!((accuracy - right as f64 / all as f64).abs() < 1e-15);
            assert_eq!(metrics["f1"].as_array().unwrap().len(), 3);
        }
        assert_eq!(line["metrics"]["train"]["loss"], line["loss"]);
    }
}

#[test]
fn validation_samples_have_metrics_of_their_own() {
    let query = "validation_fraction=0.2&l2=0.05&seed=3";
    let output = trace(&[query, "--iterations", "5"], "");
    for line in lines(&output) {
        let metrics = &line["metrics"];
        let count = |part: &str| -> u64 {
            let rows = metrics[part]["confusion"].as_array().unwrap().iter();
            rows.flat_map(|row| row.as_array().unwrap()).map(|cell| cell.as_u64().unwrap()).sum()
        };
        assert_eq!(["train", "validation", "test"].map(count), [171, 69, 102]);
        assert!(metrics["validation"]["loss"].as_f64().unwrap() > 0.0);
        assert!(metrics["validation"]["accuracy"].is_number());
    }
    let table = trace(&[query, "--iterations", "5", "--format", "csv"], "");
    let table = String::from_utf8(table.stdout).unwrap();
    let widths: Vec<usize> = table.lines().map(|line| line.split(',').count()).collect();
    assert!(widths.iter().all(|width| *width == widths[0]));
    assert!(table.lines().next().unwrap().contains(",metrics_validation_loss,"));
    // Without the key, and with the share 0, all is as it was.
    let plain = trace(&["seed=3", "--iterations", "5"], "").stdout;
    assert!(!String::from_utf8_lossy(&plain).contains("validation"));
    assert_eq!(trace(&["seed=3&validation_fraction=0", "--iterations", "5"], "").stdout, plain);
}

#[test]
fn patience_is_said_to_be_the_page_s() {
    let said = |query: &str| {
        let output = trace(&[query, "--iterations", "30"], "");
        assert!(output.status.success());
        assert_eq!(lines(&output).len(), 31, "all updates are made");
        String::from_utf8(output.stderr).unwrap()
    };
    let alone = said("patience=2&learning_rate=1e-9");
    assert!(alone.contains("patience ends no run here"), "{alone}");
    assert!(alone.contains("the training loss, as validation_fraction is 0"), "{alone}");
    let validated = said("patience=2&learning_rate=1e-9&validation_fraction=0.2");
    assert!(validated.contains("it watches the validation loss"), "{validated}");
    assert_eq!(said("validation_fraction=0.2"), "");
}

#[test]
fn a_validation_share_that_does_not_fit_is_an_error() {
    for (query, told) in [
        ("validation_fraction=1", "0 to 0.9"),
        ("validation_fraction=-0.2", "0 to 0.9"),
        ("validation_fraction=NaN", "0 to 0.9"),
        ("validation_fraction=a+fifth", "0 to 0.9"),
        ("validation_fraction=", "0 to 0.9"),
        ("validation_fraction=0.2&validation_fraction=0.3", "validation_fraction"),
        ("validation_fraction=0.6&test_fraction=0.4", "lower one of them"),
    ] {
        let output = trace(&[query], "");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{query}: {said}");
        assert!(output.stdout.is_empty() && said.contains(told), "{query}: {said}");
    }
    let rows = r#"{"data": {"inputs": [[1], [2], [3], [4]], "targets": ["a", "a", "a", "b"]},
                   "test_fraction": 0, "validation_fraction": 0.5}"#;
    let output = trace(&["-"], rows);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("no row of class “b” is left to learn from"), "{said}");
}

#[test]
fn gradient_descent_on_a_parabola_follows_the_closed_form() {
    let output = trace(&["function=square&start=4&learning_rate=0.1", "--iterations", "40"], "");
    let lines = lines(&output);
    for (k, line) in lines.iter().enumerate() {
        let x = line["parameters"][0].as_f64().unwrap();
        let expected = 4.0 * 0.8f64.powi(k as i32);
        assert!((x - expected).abs() <= 1e-12 * expected.max(1.0), "{k}: {x} {expected}");
    }
}

#[test]
fn an_experiment_may_bring_its_data_weights_and_batches() {
    let experiment = r#"{
        "data": {"inputs": [[1], [2], [3]], "targets": [[2.0], [4.0], [6.5]]},
        "standardize": false, "test_fraction": 0, "layers": [], "cost": "squared_error",
        "weights": [{"W": [[0.5]], "b": [0.0]}], "batches": [[0, 0, 2]], "learning_rate": 0.01
    }"#;
    let output = trace(&["-", "--iterations", "1"], experiment);
    assert!(output.status.success(), "{output:?}");
    let lines = lines(&output);
    // (2·(0.5 − 2)² + (1.5 − 6.5)²)/3, and its slopes in w and b.
    let close = |found: &serde_json::Value, expected: f64| {
        assert!((found.as_f64().unwrap() - expected).abs() < 1e-14, "{found} {expected}");
    };
    close(&lines[0]["batch_loss"], 29.5 / 3.0);
    close(&lines[0]["gradient"][0], 2.0 * (2.0 * -1.5 + 3.0 * -5.0) / 3.0);
    close(&lines[0]["gradient"][1], 2.0 * (2.0 * -1.5 - 5.0) / 3.0);
    close(&lines[1]["parameters"][0], 0.5 + 0.12);
    // Residuals −1.5, −3, −5 of targets 2, 4, 6.5, whose mean is 25/6.
    let error = 1.5f64 * 1.5 + 9.0 + 25.0;
    let spread: f64 = [2.0, 4.0, 6.5].iter().map(|y| (y - 25.0 / 6.0) * (y - 25.0 / 6.0)).sum();
    close(&lines[0]["metrics"]["train"]["rmse"], (error / 3.0).sqrt());
    close(&lines[0]["metrics"]["train"]["r_squared"], 1.0 - error / spread);
}

#[test]
fn what_diverges_ends_with_nulls() {
    let output = trace(&["function=bowl&start=1,1&learning_rate=10", "--iterations", "5000"], "");
    assert!(output.status.success());
    let lines = lines(&output);
    let last = lines.last().unwrap();
    assert!(lines.len() < 5000);
    assert!(last["diverged"].is_string());
    assert!(last["loss"].is_null());
    assert!(lines[lines.len() - 2]["loss"].is_f64());
}

#[test]
fn searches_ask_the_function_instead_of_an_optimizer() {
    let ask = |query: &str| {
        let output = trace(&[query, "--iterations", "20"], "");
        assert!(output.status.success(), "{output:?}");
        lines(&output)
    };
    let lines = ask("function=rosenbrock&start=-1.2,1&search=newton");
    let at = |k: usize| numbers(&lines[k]["parameters"]);
    assert_eq!(lines.len(), 21);
    // The first step, computed in fractions, in decimals.
    assert!((at(1)[0] + 1.175_280_898_876_404_5).abs() < 1e-12, "{:?}", at(1));
    assert!((at(1)[1] - 1.380_674_157_303_370_6).abs() < 1e-12, "{:?}", at(1));
    assert!((at(7)[0] - 1.0).abs() < 1e-9 && (at(7)[1] - 1.0).abs() < 1e-9, "{:?}", at(7));

    let lines = ask("function=rosenbrock&start=-1.2,1&search=line_search&learning_rate=1");
    let losses: Vec<f64> = lines.iter().map(|line| line["loss"].as_f64().unwrap()).collect();
    assert!(losses.windows(2).all(|pair| pair[1] < pair[0]), "{losses:?}");

    // The Hessian at (0, 0.005) is [0 0; 0 200]: there is no step.
    let lines = ask("function=rosenbrock&start=0,0.005&search=newton");
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["diverged"], "parameters");
    assert!(lines[1]["parameters"][0].is_null());
}

fn numbers(list: &serde_json::Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[test]
fn csv_has_a_column_for_each_number() {
    let output = trace(
        &[
            "function=rosenbrock&start=-1,1&learning_rate=0.001",
            "--format",
            "csv",
            "--iterations",
            "3",
        ],
        "",
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert_eq!(rows[0][..4], ["iteration", "epoch", "parameters_0", "parameters_1"]);
    assert_eq!(rows[1][2].parse::<f64>().unwrap(), -1.0);
}

#[test]
fn unknown_and_bad_keys_are_an_error_and_all_are_said() {
    for (experiment, input) in [
        ("seed=3&colour=red&learning_rate=fast", ""),
        ("-", r#"{"seed": 3, "colour": "red", "learning_rate": "fast"}"#),
        ("-", r#"{"seed": 3, "colour": [1], "learning_rate": -1}"#),
    ] {
        let output = trace(&[experiment, "--iterations", "2"], input);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("colour") && said.contains("learning_rate"), "{said}");
    }
}

#[test]
fn what_cannot_be_run_is_explained() {
    for (experiment, input, word) in [
        ("nothing.json", "", "no file"),
        ("-", "[1, 2]", "JSON object"),
        ("-", "{", "JSON object"),
        ("function=rosenbrock&start=1", "", "start"),
        ("-", r#"{"data": {"inputs": [], "targets": []}}"#, "inputs"),
        ("-", r#"{"data": {"inputs": [[1], [2, 3]], "targets": [0, 1]}}"#, "row 1"),
        ("-", r#"{"data": {"inputs": [[1], [2]], "targets": [0]}}"#, "targets"),
        ("-", r#"{"batches": [[9999]]}"#, "batches"),
        ("-", r#"{"weights": [{"W": [[1]], "b": [0]}]}"#, "weights"),
        ("frozen=999", "", "frozen"),
        ("search=newton", "", "function"),
    ] {
        let output = trace(&[experiment, "--iterations", "2"], input);
        assert_eq!(output.status.code(), Some(2), "{experiment} {input}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(word), "{experiment} {input}: {said}");
    }
}

#[test]
fn curvature_is_the_parabolas_own() {
    // A line through the origin's neighbourhood: H of the mean of (w x + b − y)² is
    // 2·mean of (x, 1)(x, 1)ᵀ, here 2·[[1, 0], [0, 1]].
    let experiment = r#"{
        "data": {"inputs": [[-1], [1]], "targets": [[0.5], [2.0]]}, "standardize": false,
        "test_fraction": 0, "layers": [], "cost": "squared_error", "learning_rate": 0.1
    }"#;
    let output = trace(&["-", "--iterations", "3", "--curvature"], experiment);
    for line in lines(&output) {
        assert!((line["curvature"].as_f64().unwrap() - 2.0).abs() < 1e-12, "{line}");
    }
}

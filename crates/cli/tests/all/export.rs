//! `downhill export`: exported programs, run by Python, give the losses of the trace, and
//! exported files are read again.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// An experiment and how many updates it makes.
struct Case {
    experiment: String,
    input: String,
    iterations: &'static str,
}

impl Case {
    fn new(experiment: impl Into<String>, iterations: &'static str) -> Case {
        Case { experiment: experiment.into(), input: String::new(), iterations }
    }

    fn call(&self, command: &[&str]) -> String {
        let rest = [&self.experiment, "--iterations", self.iterations];
        let arguments = [command, &rest].concat();
        let output = crate::downhill(&arguments, &self.input);
        assert!(output.status.success(), "{arguments:?} {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn export(&self, what: &str) -> String {
        self.call(&["export", what])
    }

    /// The losses on training, validation and test samples; of the latter two none without any.
    fn losses(&self) -> (f64, Option<f64>, Option<f64>) {
        let last = self.call(&["trace"]);
        let last: serde_json::Value = serde_json::from_str(last.lines().last().unwrap()).unwrap();
        let of = |part: &str| last["metrics"][part]["loss"].as_f64();
        (last["loss"].as_f64().unwrap(), of("validation"), of("test"))
    }
}

const ACTIVATIONS: [&str; 10] =
    ["tanh", "sigmoid", "relu", "leaky_relu", "elu", "silu", "gelu", "softplus", "sin", "identity"];
const COSTS: [&str; 7] = [
    "softmax_cross_entropy",
    "binary_cross_entropy",
    "squared_error",
    "half_squared_error",
    "absolute_error",
    "huber",
    "hinge",
];

fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::new("", "0"),
        Case::new("", "500"),
        Case::new("data=iris&seed=3&layers=6-4&optimizer=adam&learning_rate=0.01", "200"),
        Case::new("data=spirals3&layers=8-8&activation=tanh-relu&batch_size=10", "50"),
        Case::new("data=xor&layers=&standardize=false&test_fraction=0", "30"),
        Case::new("l1=0.003&l2=0.02", "100"),
        Case::new("l1=0.003&l2=0.02&penalize_biases=true", "100"),
        Case::new("dropout=0.3&l2=0.01&batch_size=7", "40"),
        Case::new("validation_fraction=0.2&l1=0.003&l2=0.02", "60"),
        Case::new("data=sunspots&layers=4&validation_fraction=0.1&test_rows=last", "30"),
        // The penalty changes on the way: what holds at the end counts.
        Case::new("edits=10%3Al2%3A0.05", "40"),
        Case::new("data=sunspots&layers=8&cost=squared_error&standardize_targets=true", "50"),
        Case::new("data=nebulae&layers=4&cost=squared_error&learning_rate=0.05", "100"),
        Case::new("data=petals&layers=&cost=huber&learning_rate=0.05", "100"),
        Case::new("features=x;y;x^2;y^2;x*y;sin(x);sin(y)&layers=4", "100"),
        Case::new("data=petals&features=x^2;ln(x)&cost=squared_error&learning_rate=0.05", "100"),
    ];
    for activation in ACTIVATIONS {
        let query = format!("activation={activation}&layers=5-4&learning_rate=0.05");
        cases.push(Case::new(query, "60"));
        let query = format!("output_activation={activation}&cost=squared_error");
        cases.push(Case::new(format!("{query}&learning_rate=0.02"), "20"));
    }
    for cost in COSTS {
        cases.push(Case::new(format!("cost={cost}&learning_rate=0.05"), "60"));
        cases.push(Case::new(format!("cost={cost}&data=moons&layers=3"), "20"));
    }
    // Data of one's own: two outputs, long names, numbers near the ends of their range.
    let own = r#"{
        "data": {
            "inputs": [[1e100, 0], [-1e100, 3e-17], [2.5e99, 1e20], [0, -123456789012345680]],
            "targets": [[2, 1], [4.25, -1], [6.5, 0], [1e-9, 5]],
            "names": ["a\n\"\"\"b\u0007", "c'"]
        },
        "test_fraction": 0.25, "layers": [3], "cost": "squared_error", "learning_rate": 0.01
    }"#;
    cases.push(Case { experiment: "-".into(), input: own.into(), iterations: "25" });
    cases
}

/// Python with NumPy, in an environment of its own; none, and why, where there is none.
fn numpy() -> Result<PathBuf, String> {
    static PYTHON: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let make = || {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("numpy");
        let python = place.join(if cfg!(windows) { "Scripts/python" } else { "bin/python" });
        if !imports(&python, "numpy") {
            let place = place.to_str().ok_or("the path of target/ is no text")?;
            run("python3", &["-m", "venv", place])?;
            let python = python.to_str().ok_or("the path of target/ is no text")?;
            run(python, &["-m", "pip", "install", "--quiet", "numpy"])?;
        }
        Ok(python)
    };
    PYTHON.get_or_init(make).clone()
}

fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(arguments).output();
    match output {
        Err(error) => Err(format!("{program}: {error}")),
        Ok(output) if !output.status.success() => {
            Err(format!("{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr)))
        }
        Ok(_) => Ok(()),
    }
}

fn imports(python: &Path, module: &str) -> bool {
    let imported = Command::new(python).args(["-c", &format!("import {module}")]).output();
    imported.is_ok_and(|output| output.status.success())
}

/// Says on the terminal, also where tests' output is kept back, that a test is left out.
fn skip(why: &str) {
    let _ = writeln!(std::io::stderr(), "\n*** SKIPPED: {why}\n");
}

/// The numbers that a program prints.
fn printed(python: &Path, program: &str) -> Vec<f64> {
    let mut child = Command::new(python)
        .args(["-W", "ignore", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(program.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{program}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.rsplit(' ').next().unwrap().parse().unwrap()).collect()
}

fn prints_the_losses(python: &Path, language: &str) {
    let mut worst: f64 = 0.0;
    for case in cases() {
        let (train, validation, test) = case.losses();
        let expected: Vec<f64> = [Some(train), validation, test].into_iter().flatten().collect();
        let found = printed(python, &case.export(language));
        assert_eq!(found.len(), expected.len(), "{}", case.experiment);
        for (found, expected) in found.iter().zip(&expected) {
            let error = (found - expected).abs() / expected.abs().max(1.0);
            assert!(error < 1e-6, "{}: {found} instead of {expected}", case.experiment);
            worst = worst.max(error);
        }
    }
    println!("{language}: {} experiments, worst error {worst:e}", cases().len());
}

#[test]
fn the_numpy_program_prints_the_loss() {
    match numpy() {
        Ok(python) => prints_the_losses(&python, "numpy"),
        Err(why) => skip(&format!("the NumPy programs were not run: {why}")),
    }
}

#[test]
fn the_pytorch_program_prints_the_loss() {
    let named = std::env::var("DOWNHILL_PYTORCH").unwrap_or_else(|_| "python3".into());
    match imports(Path::new(&named), "torch") {
        true => prints_the_losses(Path::new(&named), "pytorch"),
        false => skip(&format!(
            "the PyTorch programs were not run: {named} has no torch (DOWNHILL_PYTORCH names another Python)"
        )),
    }
}

/// The NumPy program, with each of its functions replaced by that of PyTorch.
fn in_torch(numpy: &str) -> String {
    let mut text = numpy.to_string();
    for (from, to) in [
        ("import numpy as np", "import torch"),
        ("np.array(", "torch.tensor("),
        ("np.float64", "torch.float64"),
        ("np.logaddexp.reduce(a, axis=1)", "torch.logsumexp(a, dim=1)"),
        ("np.logaddexp(0, z)", "torch.logaddexp(torch.zeros_like(z), z)"),
        ("np.minimum(z, 0)", "torch.clamp(z, max=0)"),
        ("np.maximum(z, 0)", "torch.clamp(z, min=0)"),
        ("np.maximum(a, 0)", "torch.clamp(a, min=0)"),
        ("np.maximum(1 - (2 * y - 1) * a, 0)", "torch.clamp(1 - (2 * y - 1) * a, min=0)"),
        (".astype(int)", ".long()"),
        ("axis=", "dim="),
        ("np.", "torch."),
    ] {
        text = text.replace(from, to);
    }
    let lines = text.lines().map(|line| match line.split_once("torch.eye(") {
        Some((before, after)) => {
            let (count, rest) = after.split_once(')').unwrap();
            format!("{before}torch.eye({count}, dtype=torch.float64){rest}\n")
        }
        None => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn the_pytorch_program_is_the_numpy_one_line_by_line() {
    for case in cases() {
        let (numpy, torch) = (case.export("numpy"), case.export("pytorch"));
        let expected = in_torch(&numpy);
        assert_eq!(torch.lines().count(), expected.lines().count());
        for (torch, expected) in torch.lines().zip(expected.lines()) {
            assert_eq!(torch, expected, "{}", case.experiment);
        }
    }
}

#[test]
fn weights_that_go_out_come_in_again() {
    let case = Case::new("layers=4-3&seed=5", "70");
    let losses = case.losses();
    let mut file: serde_json::Value = serde_json::from_str(&case.export("weights")).unwrap();
    file["query"] = "layers=4-3&seed=5".into();
    let again = Case { experiment: "-".into(), input: file.to_string(), iterations: "0" };
    assert_eq!(again.losses(), losses);
}

#[test]
fn an_experiment_that_goes_out_comes_in_again() {
    for case in cases() {
        let file = case.export("experiment");
        let again = Case { experiment: "-".into(), input: file, iterations: case.iterations };
        assert_eq!(again.losses(), case.losses(), "{}", case.experiment);
        assert_eq!(again.export("experiment"), case.export("experiment"));
    }
    let whole = r#"{"weights": [{"W": [[1,2],[3,4],[5,6]], "b": [0,0,1]}], "batches": [[0,1],[2,2]],
                    "layers": [], "seed": 2, "edits": [{"iteration": 3, "key": "l2", "value": 0.5}]}"#;
    let case = Case { experiment: "-".into(), input: whole.into(), iterations: "9" };
    let file = case.export("experiment");
    let again = Case { experiment: "-".into(), input: file, iterations: "9" };
    assert_eq!(again.losses(), case.losses());
}

#[test]
fn data_go_out_with_their_split_and_the_answers() {
    let case = Case::new("validation_fraction=0.2", "300");
    let text = case.export("data");
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows[0], ["bill length", "bill depth", "class", "split", "prediction"]);
    assert_eq!(rows.len(), 343);
    let last = case.call(&["trace"]);
    let last: serde_json::Value = serde_json::from_str(last.lines().last().unwrap()).unwrap();
    let names = [("training", "train"), ("validation", "validation"), ("test", "test")];
    for (split, name) in names {
        let of: Vec<_> = rows.iter().filter(|row| row[3] == split).collect();
        let right = of.iter().filter(|row| row[2] == row[4]).count();
        let accuracy = last["metrics"][name]["accuracy"].as_f64().unwrap();
        assert_eq!(right as f64 / of.len() as f64, accuracy);
    }
    let text = Case::new("data=nebulae&layers=&cost=squared_error&test_fraction=0.2", "50");
    let text = text.export("data");
    assert!(text.lines().next().unwrap().contains(",split,prediction of velocity"), "{text}");
}

#[test]
fn the_history_goes_out() {
    let case = Case::new("batch_size=24&l2=0.01", "1500");
    let trace: Vec<serde_json::Value> =
        case.call(&["trace"]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let text = case.export("history");
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    assert_eq!(
        header,
        "iteration,epoch,learning_rate,train_loss,test_loss,penalty,batch_loss,gradient_norm,\
         train_accuracy,test_accuracy"
    );
    let mut last = 0;
    for line in lines {
        let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        last = cells[0] as usize;
        let state = &trace[last];
        for (cell, key) in
            cells[1..3].iter().chain(&cells[3..4]).zip(["epoch", "learning_rate", "loss"])
        {
            assert_eq!(state[key].as_f64().unwrap(), *cell, "{key}");
        }
        assert_eq!(state["metrics"]["test"]["loss"].as_f64().unwrap(), cells[4]);
        assert_eq!(state["batch_loss"].as_f64().unwrap(), cells[6]);
        assert_eq!(state["metrics"]["test"]["accuracy"].as_f64().unwrap(), cells[9]);
    }
    assert_eq!(last, 1500);
    assert!((250..=514).contains(&text.lines().count()), "{}", text.lines().count());
}

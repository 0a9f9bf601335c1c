//! Arguments, help, errors and exit codes of all commands.

use crate::{command, downhill};
use serde_json::Value;
use std::process::Output;

const COMMANDS: [&str; 6] = ["trace", "digest", "export", "function", "render", "oembed"];

/// A call of each kind that prints something.
const CALLS: [&[&str]; 9] = [
    &["trace", "function=square&start=4&learning_rate=0.001", "--iterations", "2000"],
    &["trace", "batch_size=10", "--format", "csv", "--iterations", "3"],
    &["digest", "seed=2", "--iterations", "3"],
    &["export", "numpy", "seed=2", "--iterations", "3"],
    &["function", "x^2"],
    &["--help"],
    &["--version"],
    &["trace", "--help"],
    &["help", "export"],
];

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// The standard output of a call that succeeds without a word on standard error.
fn printed(arguments: &[&str], input: &str) -> String {
    let output = downhill(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{arguments:?} {output:?}");
    assert_eq!(err(&output), "", "{arguments:?}");
    out(&output).to_string()
}

/// The error of a call that prints no result and ends with exit code 2.
fn refused(arguments: &[&str]) -> String {
    let output = downhill(arguments, "");
    assert_eq!(output.status.code(), Some(2), "{arguments:?} {output:?}");
    assert_eq!(out(&output), "", "{arguments:?}");
    err(&output).to_string()
}

fn object(arguments: &[&str], input: &str) -> Value {
    serde_json::from_str(&printed(arguments, input)).unwrap()
}

#[test]
fn each_command_has_help_and_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(printed(&["--version"], ""), format!("downhill {version}\n"));
    assert_eq!(printed(&["-V"], ""), format!("downhill {version}\n"));
    let whole = printed(&["--help"], "");
    for command in COMMANDS {
        assert!(whole.contains(&format!("\n  {command} ")), "{whole}");
        for call in [&[command, "--help"][..], &[command, "-h"], &["help", command]] {
            let help = printed(call, "");
            assert!(help.contains(&format!("Usage: downhill {command} ")), "{help}");
            assert!(help.contains(&format!("\nExamples:\n  downhill {command} ")), "{help}");
        }
        let named = format!("downhill-{command} {version}\n");
        assert_eq!(printed(&[command, "--version"], ""), named);
    }
}

#[cfg(unix)]
#[test]
fn the_examples_of_the_help_run() {
    use std::path::Path;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    std::fs::create_dir_all(&folder).unwrap();
    let grades = "hours,sleep,passed\n1,6,no\n2,8,no\n5,7,yes\n8,6,yes\n9,8,yes\n3,5,no\n";
    std::fs::write(folder.join("grades.csv"), grades).unwrap();
    let programs = Path::new(env!("CARGO_BIN_EXE_downhill")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    for command in COMMANDS {
        let help = printed(&[command, "--help"], "");
        let (_, examples) = help.split_once("Examples:\n").unwrap();
        assert!(examples.lines().count() >= 2);
        for example in examples.lines() {
            let output = std::process::Command::new("sh")
                .args(["-c", example])
                .current_dir(&folder)
                .env("PATH", &path)
                .output()
                .unwrap();
            assert!(output.status.success(), "{example} {output:?}");
            assert_eq!(err(&output), "", "{example}");
            if let Some((_, file)) = example.split_once(" -o ") {
                assert!(folder.join(file).metadata().unwrap().len() > 1000, "{example}");
                continue;
            }
            match example.split_once('>') {
                Some((_, file)) => {
                    let written = std::fs::read_to_string(folder.join(file.trim())).unwrap();
                    assert!(written.lines().count() > 5, "{example}: {written}");
                }
                None => assert!(!output.stdout.is_empty(), "{example}"),
            }
        }
    }
}

#[test]
fn a_call_without_a_command_shows_the_help() {
    let help = refused(&[]);
    assert!(COMMANDS.iter().all(|command| help.contains(command)), "{help}");
    assert!(refused(&["tracing", "seed=2"]).contains("'trace'"));
    for command in COMMANDS {
        assert!(refused(&[command]).contains("required arguments"));
    }
}

#[test]
fn an_unknown_option_is_named_with_the_nearest() {
    for (arguments, nearest) in [
        (&["trace", "seed=2", "--iteration", "3"][..], "'--iterations'"),
        (&["trace", "seed=2", "--fromat=csv"], "'--format'"),
        (&["trace", "seed=2", "--curvatures"], "'--curvature'"),
        (&["digest", "--itrations", "3", "seed=2"], "'--iterations'"),
        (&["export", "data", "seed=2", "--date", "grades.csv"], "'--data'"),
        (&["function", "--domian", "-1,1", "x"], "'--domain'"),
    ] {
        let said = refused(arguments);
        assert!(said.contains("unexpected argument '--"), "{said}");
        assert!(said.contains(nearest), "{arguments:?}: {said}");
    }
}

#[test]
fn an_option_that_is_not_used_is_an_error() {
    for (arguments, option) in [
        (&["trace", "seed=2", "--at", "1"][..], "--at"),
        (&["trace", "seed=2", "--domain", "1,2"], "--domain"),
        (&["trace", "seed=2", "--target", "passed"], "--data"),
        (&["trace", "function=square", "--curvature"], "--curvature"),
        (&["trace", "function=square", "--data", "grades.csv"], "--data"),
        (&["digest", "seed=2", "--format", "csv"], "--format"),
        (&["digest", "seed=2", "--curvature"], "--curvature"),
        (&["export", "data", "seed=2", "--format", "csv"], "--format"),
        (&["function", "x^2", "--iterations", "3"], "--iterations"),
        (&["function", "x^2", "--data", "grades.csv"], "--data"),
        (&["trace", "seed=2", "--iterations", "3", "--iterations", "4"], "--iterations"),
        (&["function", "x*y", "--at", "1", "--at", "2"], "--at"),
        (&["trace", "seed=2", "seed=3"], "seed=3"),
    ] {
        let said = refused(arguments);
        assert!(said.contains(option), "{arguments:?}: {said}");
    }
}

#[test]
fn an_unknown_value_is_answered_with_the_known_ones() {
    let said = refused(&["trace", "seed=2", "--format", "xml"]);
    assert!(said.contains("xml") && said.contains("json, csv"), "{said}");
    let said = refused(&["export", "nump", "seed=2"]);
    assert!(said.contains("numpy, pytorch, weights, data, history, experiment"), "{said}");
    for (arguments, value) in [
        (&["trace", "seed=2", "--iterations", "-3"][..], "'-3' for '--iterations"),
        (&["trace", "seed=2", "--iterations", "many"], "'many' for '--iterations"),
        (&["function", "x^2", "--at", "here"], "'here' for '--at"),
        (&["function", "x^2", "--at", "1,2"], "--at takes 1 number"),
        (&["function", "x^2", "--domain", "2,1"], "domain"),
        (&["function", "seed=2&function=frog"], "frog"),
        (&["export", "data", "function=square"], "function="),
    ] {
        let said = refused(arguments);
        assert!(said.contains(value), "{arguments:?}: {said}");
    }
}

#[test]
fn a_function_is_differentiated_and_searched() {
    let found = object(&["function", "x^2 - 4x", "--at", " 3", "--domain", "-5,5"], "");
    assert_eq!(found["at"]["value"], -3.0);
    assert_eq!(found["at"]["gradient"][0], 2.0);
    assert_eq!(found["at"]["hessian"][0][0], 2.0);
    assert_eq!(found["domain"], serde_json::json!([[-5.0, 5.0]]));
    assert_eq!(found["stationary_points"].as_array().unwrap().len(), 1);
    assert_eq!(found["stationary_points"][0]["kind"], "global_min");
    assert!((found["stationary_points"][0]["x"][0].as_f64().unwrap() - 2.0).abs() < 1e-12);

    let found = object(&["function", "rosenbrock", "--at=-1, 1", "--domain=-2,2,-1,3"], "");
    assert_eq!(found["at"]["value"], 4.0);
    assert_eq!(found["at"]["gradient"], serde_json::json!([-4.0, 0.0]));
    assert_eq!(found["variables"].as_array().unwrap().len(), 2);
}

#[test]
fn a_formula_may_begin_with_a_minus_sign() {
    for arguments in [
        &["function", "--at", "-2", "--", "-x^2"][..],
        &["function", "-x^2", "--at", "-2"],
        &["function", "--at", "-2", "-x^2"],
        &["function", "--at=-2", "--domain", "-3,3", "-x^2"],
        &["function", "-x^2", "--domain=-3,3", "--at=-2"],
    ] {
        let found = object(arguments, "");
        assert_eq!(found["at"]["value"], -4.0, "{arguments:?}");
        assert_eq!(found["at"]["gradient"][0], 4.0, "{arguments:?}");
    }
    for (formula, value) in [
        ("-3", -3.0),
        ("-x", 2.0),
        ("--x", -2.0),
        ("-sin(x)^2 - x", 1.173_178_189_568_194),
        ("−x^2", -4.0),
    ] {
        let found = object(&["function", formula, "--at", "-2"], "");
        let near = found["at"]["value"].as_f64().unwrap() - value;
        assert!(near.abs() < 1e-12, "{formula}: {found}");
    }
    assert!(refused(&["function", "x", "--att", "1"]).contains("--att"));
}

#[test]
fn an_experiment_is_read_from_standard_input() {
    let experiment = r#"{"function": "square", "start": [4], "learning_rate": 0.1}"#;
    let query = "function=square&start=4&learning_rate=0.1";
    for rest in [&["trace"][..], &["digest"]] {
        let read = printed(&[rest, &["-", "--iterations", "5"]].concat(), experiment);
        assert_eq!(read, printed(&[rest, &[query, "--iterations", "5"]].concat(), ""));
    }
    assert_eq!(object(&["function", "-"], experiment), object(&["function", query], ""));
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    for call in CALLS {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = command(call).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{call:?} {output:?}");
        assert_eq!(err(&output), "", "{call:?}");
    }
}

#[cfg(target_os = "linux")]
fn full_disk() -> std::fs::File {
    std::fs::File::options().write(true).open("/dev/full").unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    for call in CALLS {
        let output = command(call).stdout(full_disk()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{call:?} {output:?}");
        let said = err(&output);
        assert!(said.starts_with("downhill: standard output cannot be written: "), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn notes_that_cannot_be_written_stop_nothing() {
    let call = ["trace", "seed=3&scene=network", "--iterations", "2"];
    let output = command(&call).stderr(full_disk()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(out(&output).lines().count(), 3);
    let output = command(&["trace", "--colour"]).stderr(full_disk()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}

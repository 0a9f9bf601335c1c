//! Experiments that cannot be read: exit 2, one line that says what and where, nothing computed.

use crate::downhill;

/// An experiment, its place (`-` for JSON on standard input), and words of the error.
struct Bad {
    experiment: String,
    input: String,
    said: &'static str,
}

/// JSON with this field in place of a good one.
fn field(key: &str, value: &str, said: &'static str) -> Bad {
    json(format!("{{\"seed\": 2, \"{key}\": {value}, \"batch_size\": 10}}"), said)
}

fn json(input: impl Into<String>, said: &'static str) -> Bad {
    Bad { experiment: "-".into(), input: input.into(), said }
}

fn query(query: &str, said: &'static str) -> Bad {
    Bad { experiment: query.into(), input: String::new(), said }
}

/// Data with these inputs and targets.
fn data(inputs: &str, targets: &str, said: &'static str) -> Bad {
    field("data", &format!("{{\"inputs\": {inputs}, \"targets\": {targets}}}"), said)
}

fn wrong_types() -> Vec<Bad> {
    let mut all = Vec::new();
    const NUMBERS: [&str; 8] = [
        "learning_rate",
        "l1",
        "l2",
        "noise",
        "test_fraction",
        "dropout",
        "gradient_noise",
        "condition_number",
    ];
    for key in NUMBERS {
        for value in ["\"fast\"", "[1, [2]]", "{\"a\": 1}", "true", "-1"] {
            all.push(field(key, value, key));
        }
    }
    for key in ["samples", "seed", "batch_size", "version"] {
        for value in ["1.5", "\"ten\"", "-3", "{}", "[[1]]"] {
            all.push(field(key, value, key));
        }
    }
    for key in
        ["optimizer", "cost", "activation", "initialization", "data", "test_rows", "schedule"]
    {
        for value in ["7", "\"nothing\"", "[{}]", "true"] {
            all.push(field(key, value, key));
        }
    }
    for key in ["standardize", "standardize_targets", "penalize_biases"] {
        for value in ["\"yes\"", "2", "{}"] {
            all.push(field(key, value, key));
        }
    }
    for (key, value) in [
        ("layers", "[8, \"x\"]"),
        ("layers", "[0]"),
        ("layers", "[[8]]"),
        ("layers", "{\"a\": 8}"),
        ("layers", "\"8--8\""),
        ("layers", "[1, 2, 3, 4, 5, 6, 7]"),
        ("layers", "null"),
        ("frozen", "[1.5]"),
        ("frozen", "\"all\""),
        ("domain", "[1]"),
        ("domain", "[2, 1]"),
        ("start", "[\"a\"]"),
        ("start", "[null]"),
        ("function", "\"x^^2\""),
        ("function", "3"),
        ("target", "\"x+\""),
        ("search", "\"luck\""),
        ("features", "\"x;;q(\""),
        ("momentum", "0.9"),
        ("momentum", "\"x\""),
        ("edits", "[{\"iteration\": 1}]"),
        ("edits", "[1]"),
        ("edits", "7"),
        ("edits", "[{\"iteration\": 1, \"key\": \"seed\", \"value\": 1}]"),
        ("query", "7"),
        ("query", "\"seed=x\""),
        ("weights", "[1]"),
        ("weights", "[{\"W\": [[1]]}]"),
        ("weights", "[{\"W\": [1], \"b\": [1]}]"),
        ("weights", "[{\"W\": [[1]], \"b\": [0]}]"),
        ("batches", "[1]"),
        ("batches", "[[-1]]"),
        ("batches", "[[0.5]]"),
        ("batches", "[]"),
        ("batches", "[[9999]]"),
        ("scene", "\"nowhere\""),
        ("patience", "{}"),
        ("patience", "[[1]]"),
        ("race", "{\"a\": 1}"),
        ("race", "[null]"),
    ] {
        let said = match (key, value) {
            ("function", "3") => "start",
            ("function", _) => "haracter",
            ("target", _) => "haracter",
            ("features", _) => "Feature",
            ("edits", "[{\"iteration\": 1, \"key\": \"seed\", \"value\": 1}]") => "seed",
            ("query", "\"seed=x\"") => "seed",
            _ => key,
        };
        all.push(field(key, value, said));
    }
    all
}

fn own_data() -> Vec<Bad> {
    vec![
        data("[1, 2, 3]", "[2, 4, 6.5]", "data.inputs[0]"),
        data("[[1], [2], 3]", "[2, 4, 6.5]", "data.inputs[2]"),
        data("[[1], [\"2\"], [3]]", "[2, 4, 6.5]", "data.inputs[1][0]"),
        data("[[1], [null], [3]]", "[0, 1, 1]", "data.inputs[1][0]"),
        data("[[1], [2], [3]]", "[0, \"a\", 1]", "data.targets[1]"),
        data("[[1], [2], [3]]", "[\"a\", \"b\", 1]", "data.targets[2]"),
        data("[[1], [2], [3]]", "[[1], [2], 3]", "data.targets[2]"),
        data("[[1], [2], [3]]", "[[1], [2, 3], [4]]", "targets"),
        data("[[1], [2], [3]]", "[0, 1]", "3 inputs, but 2 targets"),
        data("[[1], [2, 3]]", "[0, 1]", "row 1"),
        data("[]", "[]", "inputs"),
        data("[[]]", "[0]", "inputs"),
        data("\"1 2 3\"", "[0]", "data.inputs"),
        data("[[1], [2]]", "\"a b\"", "data.targets"),
        data("[[1], [2]]", "{\"a\": 1}", "data.targets"),
        data("[[1], [2]]", "[true, false]", "data.targets[0]"),
        data("[[1], [2]]", "[0, 4000]", "classes"),
        data("[[NaN], [2]]", "[0, 1]", "column"),
        data("[[1e999], [2]]", "[0, 1]", "too large"),
        data("[[1], [2]]", "[0, 2]", "“class 1” has no rows"),
        data("[[1], [2]]", "[1, 2]", "“class 0” has no rows"),
        field("data", "{\"inputs\": [[1], [2]]}", "data.targets is missing"),
        field("data", "{\"targets\": [0, 1]}", "data.inputs is missing"),
        field("data", "{\"inputs\": [[1]], \"targets\": [0], \"label\": 1}", "label"),
        field("data", "{\"inputs\": [[1]], \"inputs\": [[2]], \"targets\": [0]}", "twice"),
        field(
            "data",
            "{\"inputs\": [[1]], \"targets\": [0.5], \"names\": [\"a\", \"b\"]}",
            "2 names",
        ),
        field("data", "{\"inputs\": [[1]], \"targets\": [0.5], \"names\": [1]}", "data.names[0]"),
        field("data", "[[1], [2]]", "data cannot be read"),
        field("data", "null", "data cannot be read"),
        json(
            "{\"data\": {\"inputs\": [[1], [2], [3]], \"targets\": [2.5, 4, 6]}, \"cost\": \"hinge\"}",
            "cost",
        ),
    ]
}

fn no_json() -> Vec<Bad> {
    let good =
        "{\"seed\": 2, \"layers\": [4, 4], \"optimizer\": \"adam\", \"learning_rate\": 0.01}";
    let mut all: Vec<Bad> =
        (1..good.len()).step_by(4).map(|end| json(&good[..end], "Line 1, column ")).collect();
    for (text, said) in [
        ("", "Line 1"),
        ("   \n\n ", "column"),
        ("null", "object"),
        ("[1, 2]", "object"),
        ("7", "object"),
        ("\"seed=2\"", "object"),
        ("seed=2", "Line 1, column 1"),
        ("{seed: 2}", "Line 1, column 2"),
        ("{'seed': 2}", "Line 1, column 2"),
        ("{\"seed\": 2,}", "column"),
        ("{\"seed\": 2 \"l1\": 1}", "column"),
        ("{\"seed\": 2}}", "follows"),
        ("{\"seed\": 2} {\"seed\": 3}", "follows"),
        ("{\"seed\": NaN}", "NaN"),
        ("{\n\"l1\":\n Infinity}", "Line 3, column 2"),
        ("{\"l1\": -Infinity}", "column"),
        ("{\"l1\": 1e999}", "too large"),
        ("{\"l1\": .5}", "column"),
        ("{\"l1\": 0x10}", "column"),
        ("{\"l1\": 1,5}", "column"),
        ("{\"l1\": \"a\nb\"}", "Line"),
        ("{\"l1\": \"\\q\"}", "column"),
        ("// seed\n{}", "Line 1"),
        ("{\"seed\": 1, \"seed\": 1}", "“seed” stands twice"),
        ("{\"seed\": 1, \"l1\": 0.1, \"seed\": 2}", "“seed” stands twice"),
        (
            "{\"momentum\": 0.9, \"optimizer\": \"momentum\", \"momentum\": 0.8}",
            "“momentum” stands twice",
        ),
        ("{\"query\": \"seed=1\", \"query\": \"seed=2\"}", "“query” stands twice"),
        ("{\"query\": \"seed=1&seed=2\"}", "“seed” stands twice"),
    ] {
        all.push(json(text, said));
    }
    all
}

fn queries() -> Vec<Bad> {
    [
        ("function=x^^2", "character"),
        ("seed=3&colour=red", "“colour”"),
        ("Seed=3", "“Seed”"),
        ("seed=x", "seed"),
        ("seed=NaN", "seed"),
        ("learning_rate=NaN", "learning_rate"),
        ("learning_rate=inf", "learning_rate"),
        ("learning_rate=0", "learning_rate"),
        ("l1=nan&l2=1", "l1"),
        ("seed=1&seed=2", "“seed” stands twice"),
        ("data=moons&data=iris", "“data” stands twice"),
        ("data=pengins", "penguins"),
        ("layers=8,8", "layers"),
        ("optimizer=adam&momentum=0.9", "momentum"),
        ("target=sin(x)&cost=softmax_cross_entropy", "cost"),
        ("data=sunspots&cost=hinge", "cost"),
        ("points=c00", "points"),
        ("edits=5", "edits"),
        ("edits=5:seed:3", "seed"),
        ("frozen=999", "frozen"),
        ("start=1,2", "start"),
        ("function=x&start=a", "start"),
        ("function=x", "start"),
        ("scene=nowhere", "scene"),
        ("=3", "“”"),
        ("seed", "no file"),
        ("nothing.json", "no file"),
        ("seed=2\nl1=3", "seed"),
        ("batch_size=0", "batch_size"),
    ]
    .into_iter()
    .map(|(text, said)| query(text, said))
    .collect()
}

fn large() -> Vec<Bad> {
    const SIZE: usize = 10_000_000;
    let keys: String = (0..SIZE / 12).map(|k| format!("\"k{k}\": 1, ")).collect();
    vec![
        json("[".repeat(SIZE), "column"),
        json("x".repeat(SIZE), "column"),
        json(format!("{{\"a\": \"{}\"}}", "x".repeat(SIZE)), "“a”"),
        json(format!("{{\"{}\": 1}}", "x".repeat(SIZE)), "“xxx"),
        json(format!("{{\"layers\": [{}8]}}", "8, ".repeat(SIZE / 3)), "layers"),
        json(format!("{{\"function\": \"{}x\"}}", "x + ".repeat(SIZE / 4)), "unction"),
        json(format!("{{{keys}\"seed\": 1}}"), "“k0”"),
        json(
            format!(
                "{{\"data\": {{\"inputs\": [{}[1]], \"targets\": [0]}}}}",
                "[1], ".repeat(SIZE / 5)
            ),
            "data",
        ),
    ]
}

/// Why the program does not refuse it in one line that has these words; nothing if it does.
fn fault(Bad { experiment, input, said }: &Bad) -> Option<String> {
    // The parser's own wording is not for people.
    const FOREIGN: [&str; 6] =
        ["untagged", "invalid type", "expected `", "at line", "u64", "did not match"];
    let output = downhill(&["trace", experiment, "--iterations", "2"], input);
    let text = String::from_utf8(output.stderr).unwrap();
    let good = output.status.code() == Some(2)
        && output.stdout.is_empty()
        && text.starts_with("downhill: ")
        && text.lines().count() == 1
        && text.chars().count() < 700
        && text.contains(said)
        && !FOREIGN.iter().any(|word| text.contains(word));
    let start: String = input.chars().take(200).collect();
    (!good).then(|| format!("{experiment} {start}: {:?} {text}, not {said}", output.status))
}

fn all_are_refused(all: &[Bad]) {
    let faults: Vec<String> = all.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn two_hundred_bad_experiments_are_refused_in_one_line() {
    let all = [wrong_types(), own_data(), no_json(), queries()];
    let all: Vec<Bad> = all.into_iter().flatten().collect();
    assert!(all.len() >= 200, "{}", all.len());
    all_are_refused(&all);
}

#[test]
fn ten_megabytes_are_refused_in_one_line() {
    all_are_refused(&large());
}

#[test]
fn what_an_address_may_have_json_may_have() {
    for (json, query) in [
        (r#"{"layers": "8-8"}"#, "layers=8-8"),
        (r#"{"layers": [8, 8]}"#, "layers=8-8"),
        (r#"{"layers": ""}"#, "layers="),
        (r#"{"batch_size": "full"}"#, "batch_size=full"),
        (r#"{"batch_size": "10"}"#, "batch_size=10"),
        (r#"{"seed": "3", "l2": "0.01"}"#, "seed=3&l2=0.01"),
        (
            r#"{"activation": ["tanh", "relu"], "layers": [4, 3]}"#,
            "activation=tanh-relu&layers=4-3",
        ),
        (r#"{"frozen": "0-5"}"#, "frozen=0-5"),
        (r#"{"standardize": 0}"#, "standardize=false"),
        (r#"{"edits": "1:learning_rate:0.05"}"#, "edits=1:learning_rate:0.05"),
        (r#"{"features": ["x", "y", "x*y"]}"#, "features=x;y;x*y"),
        (r#"{"schedule": "step:30:0.1"}"#, "schedule=step:30:0.1"),
        (r#"{"function": "square", "start": "4"}"#, "function=square&start=4"),
        (
            r#"{"function": "bowl", "start": [4, 2], "domain": "-5,5"}"#,
            "function=bowl&start=4,2&domain=-5,5",
        ),
        (r#"{"samples": null, "noise": "0.1", "data": "moons"}"#, "noise=0.1&data=moons"),
        ("\u{feff}{\"seed\": 4}", "seed=4"),
    ] {
        let from = |experiment: &str, input: &str| {
            let output = downhill(&["digest", experiment, "--iterations", "3"], input);
            assert!(output.status.success(), "{json} {output:?}");
            assert!(output.stderr.is_empty(), "{json} {output:?}");
            output.stdout
        };
        assert_eq!(from("-", json), from(query, ""), "{json}");
    }
}

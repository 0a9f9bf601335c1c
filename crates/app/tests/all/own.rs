//! Data of one's own: tables, experiments in JSON, and the cost that suits them.

use crate::support::Page;
use downhill_core::Experiment;

fn open(page: &mut Page, text: &str) -> Result<(), String> {
    page.change(|app| app.open_text(text)).map_err(|error| error.to_string())
}

/// The table as the page tells it: its sentence, and each column's name and role.
fn table(page: &Page) -> (String, Vec<String>) {
    let table = page.told().table.unwrap_or_else(|| panic!("there is no table"));
    let columns = table.columns.iter().map(|(name, role)| format!("{name} {role}"));
    (table.told, columns.collect())
}

#[test]
fn an_address_of_values_has_a_cost_for_values() {
    for (query, cost) in [
        ("?target=sin(x)", "squared_error"),
        ("?data=sunspots", "squared_error"),
        ("?data=co2&scene=network", "squared_error"),
        ("?data=nebulae&layers=3", "squared_error"),
        ("?data=petals&scene=network", "squared_error"),
        ("?target=x^2&samples=30&noise=0.2", "squared_error"),
        ("?points=v00*x*0242", "squared_error"),
        ("?data=sunspots&cost=huber", "huber"),
        ("?target=sin(x)&cost=absolute_error", "absolute_error"),
        ("?data=moons", "softmax_cross_entropy"),
        ("?target=x-y", "softmax_cross_entropy"),
    ] {
        let mut page = Page::open_empty(query);
        assert_eq!(page.told().problems, [""; 0], "{query}");
        assert_eq!(page.settings().cost.id, cost, "{query}");
        page.step(5);
        assert!(page.app.subject().run().unwrap().snapshot().train.loss >= 0.0, "{query}");
        // The address leads back to the same.
        let again = Page::open_empty(&page.query());
        assert_eq!(again.experiment(), page.experiment(), "{query}");
    }
    let page = Page::open_empty("?target=sin(x)&cost=hinge");
    assert_eq!(page.settings().cost.id, "squared_error");
    let problems = page.told().problems.join(" ");
    assert!(problems.contains("hinge") && problems.contains("left out"), "{problems}");
}

#[test]
fn a_cost_for_classes_cannot_be_chosen_for_values() {
    let mut page = Page::open_empty("?data=sunspots");
    for cost in ["softmax_cross_entropy", "binary_cross_entropy", "hinge"] {
        let said = page.change(|app| app.set("cost", cost)).unwrap_err().to_string();
        assert!(said.contains("values, not classes"), "{said}");
        assert_eq!(page.settings().cost.id, "squared_error");
    }
    page.set("data", "moons");
    assert_eq!(page.settings().cost.id, "softmax_cross_entropy");
    page.set("target", "sin(x)");
    assert_eq!(page.settings().cost.id, "squared_error");
}

#[test]
fn a_table_that_does_not_fit_can_be_fitted_by_other_columns() {
    for (text, said) in [
        ("a,b,c\n1,2,3.5\n3,4,5.5\n", "one column of values"),
        ("a,b,c,d\n1,2,3.5,1\n3,4,5.5,7\n", "one column of values"),
        ("a,b,k\n1,2,k\n3,4,l\n1,3,m\n1,3,n\n1,5,n\n", "two or three classes"),
        ("a,b,c\n1,x,cat\n2,3,dog\n2,4,dog\n", "line 2, “b”"),
        ("a,b,k\n1,2,k\n3,,l\n,3,k\n", "All rows have “k”"),
        ("a,b,c,d\n,,,\n1,2,,5\n3,4,,6\n", "one column of values"),
        ("a,b,y,k\n1,2,7,k\n1,3,8,k\n", "one column of values"),
        ("k,b\nu,2\nv,3\nu,4\nv,5\n", "at least two columns"),
        ("name,city\nAnn,Rome\nBo,Oslo\n", "No column of numbers"),
        ("a,k\n1,k\n2,l\n3,l\n", "at least two columns"),
    ] {
        let mut page = Page::open_empty("?scene=network");
        let before = page.experiment().clone();
        let error = open(&mut page, text).unwrap_err();
        assert!(error.contains(said), "{text}: {error}");
        let (told, columns) = table(&page);
        assert_eq!(told, error, "the message stands beside the columns");
        let names: Vec<&str> = text.lines().next().unwrap().split(',').collect();
        assert_eq!(columns.len(), names.len(), "{columns:?}");
        assert_eq!(*page.experiment(), before);
    }
    // One choice after the other leads to a table that can be learned from.
    let mut page = Page::open_empty("?scene=network");
    open(&mut page, "a,b,c,d\n1,2,3.5,1\n3,4,5.5,7\n2,2,2,2\n").unwrap_err();
    let choose = |page: &mut Page, column| page.change(|app| app.choose_column(column, "unused"));
    choose(&mut page, 0).unwrap_err();
    assert_eq!(table(&page).1, ["a unused", "b input", "c input", "d target"]);
    choose(&mut page, 1).unwrap();
    assert_eq!(table(&page).1, ["a unused", "b unused", "c input", "d target"]);
    assert!(table(&page).0.starts_with("3 rows read."), "{}", table(&page).0);
    assert_eq!(page.settings().cost.id, "squared_error");
    // From there, a choice that does not fit changes nothing.
    choose(&mut page, 2).unwrap_err();
    assert_eq!(table(&page).1, ["a unused", "b unused", "c input", "d target"]);
}

#[test]
fn why_a_text_is_no_table_is_said_where_tables_are_brought() {
    for text in ["", "x\n1\n2\n", "a,b\n1,2\n3\n", "a,y\n1,\"2\n", "a,y\n1,2\n3,4,5\n"] {
        let mut page = Page::open_empty("?scene=network");
        let error = open(&mut page, text).unwrap_err();
        assert_eq!(table(&page), (error, vec![]), "{text:?}");
        let rows: String = (0..9).map(|k| format!("{k}.5,{},{}\n", k * k, k % 2)).collect();
        open(&mut page, &rows).unwrap();
        assert!(table(&page).0.starts_with("9 rows read."), "{}", table(&page).0);
    }
    let mut page = Page::open_empty("?scene=network");
    let damaged = page.change(|app| app.open_bytes(b"gr\x81,y\n1,2\n")).unwrap_err().to_string();
    assert_eq!(table(&page).0, damaged);
}

#[test]
fn what_was_left_out_of_a_table_is_named_with_the_reason() {
    let rows: String = (0..9)
        .map(|k| format!("{k},2024-01-0{},{k}.5,{},w{k},{}\n", k + 1, k * k % 7, ["u", "v"][k % 2]))
        .collect();
    let text = format!("Measured by hand\n#in May\nid,day,a,b,word,kind\n{rows}9,,,,,u\n");
    let mut page = Page::open_empty("?scene=network");
    open(&mut page, &text).unwrap();
    let (told, columns) = table(&page);
    for part in [
        "9 rows read.",
        "2 lines skipped",
        "the first: line 1.",
        "1 left out",
        "numbers the rows: id.",
        "dates: day.",
        "not chosen: word.",
    ] {
        assert!(told.contains(part), "{told}: {part}");
    }
    let roles = ["id unused", "day unused", "a input", "b input", "word unused", "kind target"];
    assert_eq!(columns, roles);
    // A date can be chosen: as an input it is a number.
    page.change(|app| app.choose_column(1, "input")).unwrap();
    assert_eq!(table(&page).1[1], "day input");
    assert!(page.app.subject().run().unwrap().split().table.rows[8][0] > 2024.0);
}

#[test]
fn of_an_experiment_in_json_the_rest_is_kept_and_what_was_left_out_is_said() {
    for (text, said, kept) in [
        (
            r#"{"seed": 7, "colour": "red"}"#,
            "“colour” is not known here. It was left out.",
            "seed=7",
        ),
        (r#"{"seed": 7, "l1": "x"}"#, "l1", "seed=7"),
        (r#"{"query": "seed=7&l1=x"}"#, "l1", "seed=7"),
        (r#"{"query": "seed=7", "weights": 3}"#, "weights cannot be read", "seed=7"),
        (r#"{"layers": "4-3", "batches": 3}"#, "batches cannot be read", "layers=4-3"),
        (r#"{"data": {"inputs": [1, 2]}, "seed": 7}"#, "data.targets is missing", "seed=7"),
        (r#"{"data": "moons", "cost": "cheap"}"#, "cost", "data=moons"),
        (r#"{"seed": 7, "batch_size": "full", "seed": 7}"#, "stands twice", "seed=7"),
        (
            r#"{"target": "sin(x)", "cost": "hinge"}"#,
            "values, not classes",
            "target=sin%28x%29&cost=squared_error",
        ),
        (r#"{"function": "x^2", "l1": -1}"#, "l1", "function=x^2&start="),
    ] {
        let mut page = Page::open_empty("?scene=network&layers=2");
        let error = open(&mut page, text).unwrap_err();
        assert!(error.contains(said), "{text}: {error}");
        assert!(!error.contains("untagged") && !error.contains("invalid type"), "{error}");
        let (expected, _) = Experiment::from_query(kept);
        if expected.function.is_none() {
            assert_eq!(*page.experiment(), expected, "{text}");
        } else {
            assert_eq!(page.experiment().function, expected.function, "{text}");
        }
    }
    for (text, said) in [
        ("{", "JSON"),
        ("{}", "nothing to open"),
        (r#"{"weights": [[1]]}"#, "weights cannot be read"),
        (r#"{"query": "seed=x"}"#, "seed"),
        (r#"{"colour": 1}"#, "colour"),
        (r#"{"data": {"inputs": [[1]], "targets": [0], "x": 1}}"#, "x"),
    ] {
        let mut page = Page::open_empty("?scene=network&layers=2");
        let before = page.experiment().clone();
        let error = open(&mut page, text).unwrap_err();
        assert!(error.contains(said), "{text}: {error}");
        assert_eq!(*page.experiment(), before, "{text}");
    }
}

#[test]
fn data_in_json_are_for_the_network_that_there_is() {
    let mut page = Page::open_empty("?scene=network&layers=7&seed=4");
    open(&mut page, r#"{"data": {"inputs": [[1], [2], [3]], "targets": [2.0, 4.0, 6.0]}}"#)
        .unwrap();
    let of = page.settings();
    assert_eq!((&of.layers[..], of.seed, of.cost.id), (&[7][..], 4, "squared_error"));
    assert!(of.standardize_targets);
    let weights = r#"{"weights": [{"W": [[1], [2]], "b": [0, 1]}, {"W": [[1, 1]], "b": [3]}]}"#;
    open(&mut page, weights).unwrap();
    assert_eq!(page.settings().layers, [2]);
    assert_eq!(page.place(), [1.0, 2.0, 0.0, 1.0, 1.0, 1.0, 3.0]);
}

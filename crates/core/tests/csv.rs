//! Files of people's own: what can be read, and what is said of the rest.

mod shared;

use downhill_core::Error;
use downhill_core::data::csv::{self, MOST_CLASSES, MOST_COLUMNS, MOST_ROWS};
use downhill_core::data::{DataSet, Split, Table, Targets};
use downhill_core::rng::{Rng, Stream};
use shared::shared;

fn read(text: &str) -> Table {
    csv::read(text, None).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn values(table: &Table) -> Vec<f64> {
    let Targets::Values { values, .. } = &table.targets else { panic!("{:?}", table.targets) };
    values.iter().map(|row| row[0]).collect()
}

#[test]
fn a_file_is_read_as_people_write_it() {
    let expected = read("a,b,y\n1,2,red\n3,4.5,blue\n-5e1,.5,red\n");
    assert_eq!(expected.inputs, ["a", "b"]);
    assert_eq!(expected.rows, [[1.0, 2.0], [3.0, 4.5], [-50.0, 0.5]]);
    let Targets::Classes { names, labels } = &expected.targets else { panic!() };
    assert_eq!((names.join(" ").as_str(), labels.as_slice()), ("red blue", &[0, 1, 0][..]));
    for same in [
        "a;b;y\n1;2;red\n3;4.5;blue\n-5e1;.5;red\n",
        "a;b;y\n1;2;red\n3;4,5;blue\n-5e1;,5;red\n",
        "a\tb\ty\r\n1\t2\tred\r\n3\t4.5\tblue\r\n-5e1\t.5\tred",
        "\u{feff}\n a , b ,y\n\n1,2,red\r3, 4.5 ,\"blue\"\n  \n\"-5e1\",.5,red\n\n",
        "\"a\",b,\"y\"\n1,2,red\n3,4.5,blue\n-5e1,.5,red\n",
    ] {
        assert_eq!(read(same), expected, "{same:?}");
    }
    let quoted = read("\"a, in mm\",\"say \"\"y\"\"\"\n1,\"1\"\n2,2\n");
    assert_eq!((quoted.inputs[0].as_str(), &*quoted.targets.names()[0]), ("a, in mm", "say \"y\""));
}

#[test]
fn columns_are_named_by_the_header_or_counted() {
    let table = read("1,2,3\n4,5,6\n");
    assert_eq!(table.inputs, ["column 1", "column 2"]);
    assert_eq!(table.targets.names(), ["column 3"]);
    assert_eq!(values(&table), [3.0, 6.0]);
    assert_eq!(read("a,,y\n1,2,3\n").inputs, ["a", "column 2"]);
    // A number among the names is a number: this is a row.
    assert_eq!(read("1,red\n2,blue\n").rows.len(), 2);
}

#[test]
fn any_column_can_be_the_target() {
    let text = "a,b,y\n1,2,3\n4,5,6\n";
    let table = csv::read(text, Some(" b ")).unwrap();
    assert_eq!(table.inputs, ["a", "y"]);
    assert_eq!(
        (values(&table), table.rows),
        (vec![2.0, 5.0], vec![vec![1.0, 3.0], vec![4.0, 6.0]])
    );
    let table = csv::read("1,2\n3,4\n", Some("column 1")).unwrap();
    assert_eq!(values(&table), [1.0, 3.0]);
    let error = csv::read(text, Some("z")).unwrap_err().to_string();
    assert!(error.contains("“z”") && error.contains("“a”, “b”, “y”"), "{error}");
}

#[test]
fn rows_that_lack_something_are_left_out_and_counted() {
    let table = read("a,b,y\n1,2,red\n,2,blue\nNA,2,red\n1,NaN,red\n1,?,red\n1,2,\n3,4,blue\n,,\n");
    assert_eq!((table.rows.len(), table.dropped), (2, 6));
    // The target is of words, though its first cell is missing; a class that is
    // only in rows left out is none.
    let table = read("a,y\n1,NA\n?,green\n3,red\n4,blue\n");
    assert_eq!((table.targets.names().join(" ").as_str(), table.dropped), ("red blue", 2));
}

#[test]
fn the_shared_files_can_be_read() {
    if let Some(text) = shared("data/sunspots.csv") {
        let table = read(&text);
        assert_eq!((table.inputs[0].as_str(), table.rows.len()), ("YEAR", 309));
        assert_eq!(values(&table)[308], 2.9);
    }
    if let Some(text) = shared("data/co2.csv") {
        let table = read(&text);
        assert_eq!(table.rows.len() + table.dropped, 2284);
        assert!(table.dropped > 0);
    }
    if let Some(text) = shared("data/iris.csv") {
        // Its header is of its own kind: said, not guessed.
        let error = csv::read(&text, None).unwrap_err().to_string();
        assert!(error.starts_with("line 1, “column 3” = “setosa”"), "{error}");
        let table = read(text.split_once('\n').unwrap().1);
        assert_eq!((table.rows.len(), table.inputs.len()), (150, 4));
        assert_eq!(table.rows, DataSet::from_id("iris").unwrap().table(0.0, 1).rows);
    }
    if let Some(text) = shared("data/penguins.csv") {
        let error = csv::read(&text, Some("species")).unwrap_err().to_string();
        assert!(error.starts_with("line 2, “island” = “Torgersen”"), "{error}");
        // Species, bills, flippers, mass: what a person would cut out.
        let columns = [2, 3, 4, 5, 0];
        let lines = text.lines().map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            columns.map(|column| cells[column]).join(";")
        });
        let table = read(&lines.collect::<Vec<_>>().join("\n"));
        assert_eq!((table.rows.len(), table.dropped), (342, 2));
        assert_eq!(table.targets.names(), ["Adelie", "Gentoo", "Chinstrap"]);
        assert!(Split::new(table, 0.3, 1, true).is_ok());
    }
}

#[test]
fn what_is_wrong_in_a_file_is_named_by_line_and_column() {
    let rows = |count| "1,2\n".repeat(count);
    let long = format!("a,{}\n1,2,3\n", "y".repeat(5000));
    let classes: String = (0..=MOST_CLASSES).map(|class| format!("1,c{class}\n")).collect();
    let column = |cell: &str, count: usize| vec![cell; count].join(",");
    for (text, said) in [
        ("", "empty"),
        ("\n\r\n  \n\u{feff}", "one column"),
        ("\u{feff}\n", "empty"),
        ("   ", "empty"),
        ("1\n2\n3\n", "one column"),
        ("x\n1\n2\n", "one column"),
        ("a b c\n1 2 3\n", "one column"),
        ("a,b\n1,2\n3\n", "Line 3 has 1 cell(s), line 1 has 2"),
        ("a,b\n1,2\n3,4,5\n", "Line 3 has 3 cell(s)"),
        ("\n\na,b\n\n1,2\n\n\n3,4,5\n", "Line 8 has 3 cell(s), line 3 has 2"),
        ("a,b\r\r1,2\r3,4,5\r", "Line 4 has 3 cell(s)"),
        ("a,b\n\"1\n\",2\n3,4,5\n", "Line 4 has 3 cell(s)"),
        ("a;b\n1,5;2\n1.5;x\n", "line 2, “a” = “1,5”"),
        ("a,b,y\n1,5;2,3\n", "line 2, “b” = “5;2”"),
        ("a;b\n1.000,5;2\n1;2\n", "line 2, “a” = “1.000,5”"),
        ("a,b,y\n1,2,red\n1,two,blue\n", "line 3, “b” = “two”"),
        ("a,b,y\nred,2,1\n", "line 2, “a” = “red”"),
        ("a,y\n1,2\n2,x\n", "line 3, “y” = “x”"),
        ("a,y\n1,x\n2,3\n", "line 3, “y” = “3”"),
        ("a,y\n1,red\n2,red\n", "“red” in column “y”"),
        ("a,y\n1,\n,2\n", "Every row lacks something"),
        ("a,y\n1,2\n1e999,2\n", "to 1e100"),
        ("a,y\n1,2\n-1e101,2\n", "line 3, “a” = “-1e101”"),
        ("a,y\n1,2\ninf,2\n", "line 3, “a” = “inf”"),
        ("a,y\n1,2\n0x10,2\n", "line 3, “a” = “0x10”"),
        ("a,y\n1,2\n1_000,2\n", "line 3, “a” = “1_000”"),
        ("a,y\n1,2\n\"1,000\",2\n", "line 3, “a” = “1,000”"),
        ("a,b\nred,blue\n", "line 1, “column 1” = “a”"),
        ("a,2024\n1,2\n", "line 1, “column 1” = “a”"),
        ("a,y\n1,2\n\"3,4\n5,6\n", "Line 3 has 1 cell(s)"),
        ("a,y\n1,2\n\u{0},2\n", "line 3, “a” = “\u{0}”"),
        (&rows(MOST_ROWS + 1), "100000 rows"),
        (&format!("a,y\n{}", rows(MOST_ROWS + 1)), "100000 rows"),
        (&column("1", MOST_COLUMNS + 1), "101 columns"),
        (&classes, "50 classes"),
        (&long, "Line 2 has 3 cell(s)"),
        (&format!("a,y\n1,2\n{},3\n", "x".repeat(5000)), "line 3, “a” = “xxx"),
        (&format!("{},y\nred,2\n1,3\n", "a".repeat(5000)), "line 2, “aaa"),
    ] {
        let error = csv::read(text, None).unwrap_err();
        assert!(matches!(error, Error::BadValue { .. } | Error::Inconsistent(_)), "{error:?}");
        let error = error.to_string();
        let start: String = text.chars().take(60).collect();
        assert!(error.contains(said), "{start:?}: {error}");
        assert!(error.len() < 300, "{error}");
        println!("{start:?}\n    {error}");
    }
    assert_eq!(read(&format!("a,y\n{}", rows(MOST_ROWS))).rows.len(), MOST_ROWS);
    assert_eq!(read(&column("1", MOST_COLUMNS)).inputs.len(), MOST_COLUMNS - 1);
}

#[test]
fn no_text_makes_the_reader_panic() {
    let seeds = [
        "a,b,y\n1,2,red\n3,4.5,blue\n-5e1,.5,red\n",
        "\u{feff}a;b;y\r\n1,5;2;3\r\n\"4\";NA;6\r\n",
        "1\t2\t\"x\"\n3\t?\t\"y\"\n",
    ];
    let pieces: [&[u8]; 20] = [
        b",",
        b";",
        b"\t",
        b"\n",
        b"\r",
        b"\"",
        b"\"\"",
        b"NA",
        b"?",
        b"1e999",
        b"-",
        b".",
        b"nan",
        b"\xff",
        b"\0",
        b"\xef\xbb\xbf",
        b"\xc3\xa9",
        b" ",
        b"7",
        b"\xe2\x80\xa8",
    ];
    let mut rng = Rng::new(1, Stream::Data);
    let (mut good, mut bad) = (0, 0);
    for round in 0..10_000 {
        let mut bytes = seeds[round % seeds.len()].as_bytes().to_vec();
        for _ in 0..=rng.below(3) {
            let at = rng.below(bytes.len() + 1);
            let end = (at + rng.below(4)).min(bytes.len());
            let piece = pieces[rng.below(pieces.len())];
            match rng.below(3) {
                0 => drop(bytes.splice(at..at, piece.iter().copied())),
                1 => drop(bytes.splice(at..end, piece.iter().copied())),
                _ => drop(bytes.drain(at..end)),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        for target in [None, Some("b"), Some("column 1")] {
            let Ok(table) = csv::read(&text, target) else {
                bad += 1;
                continue;
            };
            good += 1;
            assert!(table.rows.iter().flatten().all(|value| value.is_finite()), "{text:?}");
            assert_eq!(table.rows.len(), table.targets.rows());
            // What was read can be split, or it is said why not.
            if let Ok(split) = Split::new(table, 0.3, 1, true) {
                assert!(split.train.inputs.iter().all(|value| value.is_finite()), "{text:?}");
            }
        }
    }
    println!("{good} read, {bad} refused");
    assert!(good > 2_000 && bad > 2_000, "{good} {bad}");
}

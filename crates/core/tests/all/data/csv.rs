//! Files of people's own: what can be read, and what is said of the rest.

use crate::cases::for_all;
use crate::shared::shared;
use downhill_core::data::builtin::DataSet;
use downhill_core::data::csv::{
    self, Choice, Kind, MOST_CLASSES, MOST_COLUMNS, MOST_ROWS, Role, Sheet,
};
use downhill_core::data::split::Split;
use downhill_core::data::table::{Table, Targets};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::cell::Cell;

fn read(text: &str) -> Table {
    csv::read(text, None).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn values(table: &Table) -> Vec<f64> {
    let Targets::Values { values, .. } = &table.targets else { panic!("{:?}", table.targets) };
    values.iter().map(|row| row[0]).collect()
}

/// What was read, in one line: inputs > target, rows, how many rows were left out.
fn told(bytes: &[u8]) -> String {
    let read = csv::decode(bytes)
        .and_then(|text| Sheet::read(&text))
        .and_then(|sheet| sheet.table(&sheet.usual(None)));
    let (table, missing) = match read {
        Ok(read) => read,
        Err(error) => return error.to_string(),
    };
    assert_eq!(missing.len(), table.dropped);
    let kind = if table.targets.label(0).is_some() { "classes" } else { "values" };
    let mut text =
        format!("{} > {kind} {}:", table.inputs.join(" "), table.targets.names().join(" "));
    for (row, inputs) in table.rows.iter().enumerate().take(6) {
        let numbers: Vec<String> = inputs.iter().map(f64::to_string).collect();
        let target = match &table.targets {
            Targets::Classes { names, labels } => names[labels[row]].clone(),
            Targets::Values { values, .. } => values[row][0].to_string(),
        };
        text += &format!(" {} > {target} |", numbers.join(" "));
    }
    let more = table.rows.len().saturating_sub(6);
    if more > 0 {
        text += &format!(" and {more} more |");
    }
    if table.dropped > 0 {
        let at = missing.iter().map(|(line, column)| format!("{line}:{}", column + 1));
        text += &format!(" left out {}", at.collect::<Vec<_>>().join(" "));
    }
    text.trim_end_matches(" |").to_string()
}

/// UTF-16 with its byte-order mark.
fn utf16(text: &str, of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(of).collect()
}

#[test]
fn fifty_files_good_and_ugly() {
    let plain = "a b > classes red blue: 1 2 > red | 3 4.5 > blue | -50 0.5 > red";
    let good: &[(&str, &str)] = &[
        ("a,b,y\n1,2,red\n3,4.5,blue\n-5e1,.5,red\n", plain),
        ("\u{feff}a,b,y\n1,2,red\n3,4.5,blue\n-50,.5,red\n", plain),
        ("a;b;y\n1;2;red\n3;4.5;blue\n-5e1;.5;red\n", plain),
        ("a;b;y\n1;2;red\n3;4,5;blue\n-5e1;,5;red\n", plain),
        ("a\tb\ty\r\n1\t2\tred\r\n3\t4.5\tblue\r\n-50\t.5\tred", plain),
        ("a|b|y\n1|2|red\n3|4.5|blue\n-50|.5|red\n", plain),
        ("a b y\n1 2 red\n3  4.5 blue\n -50 .5 red  \n", plain),
        ("sep=;\na;b;y\n1;2;red\n3;4,5;blue\n-50;0,5;red\n", plain),
        ("a,b,y\r1,2,red\r3,4.5,blue\r-50,.5,red\r", plain),
        ("# measured in May\na,b,y\n# the good ones\n1,2,red\n3,4.5,blue\n-50,.5,red\n", plain),
        ("\n a , b ,y\n\n1,2,red\r3, 4.5 ,\"blue\"\n  \n\"-5e1\",.5,red\n\n", plain),
        ("a,b,y,\n1,2,red,\n3,4.5,blue,\n-50,.5,red,\n", plain),
        ("a,b,y\n1,2,red,,\n3,4.5,blue,,\n-50,.5,red,,\n", plain),
        ("a,b,y\n1,2,red\n3,4.5,blue\n\u{2212}50,0.5,red\n", plain),
        ("a,b,y\n1,2%,red\n3,4.5 %,blue\n-50,0.5%,red\n", plain),
        (
            "\"a\",\"b\",\"y\"\n\"1\",\"2\",\"red\"\n\"3\",\"4.5\",\"blue\"\n\"-50\",\"0.5\",\"red\"\n",
            plain,
        ),
        ("a;b;y\n\"1\";\"2,0\";red\n3;\"4,5\";blue\n-50;\"0,5\";red\n", plain),
        ("a,b,y\n1,\"2,0\",red\n3,\"4,5\",blue\n-50,\"0,5\",red\n", plain),
        (
            "\"a, in mm\",\"say \"\"y\"\"\nor n\"\n1,2\n2,3\n",
            "a, in mm > values say \"y\"\nor n: 1 > 2 | 2 > 3",
        ),
        ("a,y\n\"1,234.5\",2\n\"12,000\",3\n", "a > values y: 1234.5 > 2 | 12000 > 3"),
        ("a;y\n1.234,5;2\n12.000;3\n", "a > values y: 1234.5 > 2 | 12000 > 3"),
        ("a;y\n1 234,5;2\n12\u{a0}000;3\n", "a > values y: 1234.5 > 2 | 12000 > 3"),
        ("a;y\n1'234.5;2\n12'000;3\n", "a > values y: 1234.5 > 2 | 12000 > 3"),
        ("a;y\n1,234;2\n5,6;3\n", "a > values y: 1.234 > 2 | 5.6 > 3"),
        ("a;y\n1,234;2\n5.6;3\n", "a > values y: 1234 > 2 | 5.6 > 3"),
        ("a,y\n1e3,2E-1\n+1.5e+2,3\n", "a > values y: 1000 > 0.2 | 150 > 3"),
        ("1,2,3\n4,5,6\n", "column 1 column 2 > values column 3: 1 2 > 3 | 4 5 > 6"),
        ("1,red\n2,blue\n", "column 1 > classes red blue: 1 > red | 2 > blue"),
        ("a,a,,y\n1,2,3,4\n5,6,7,8\n", "a a (column 2) column 3 > values y: 1 2 3 > 4 | 5 6 7 > 8"),
        ("2019,b\n1,2\n3,4\n", "2019 > values b: 1 > 2 | 3 > 4"),
        ("x,2024\n1,2\n3,4\n", "x > values 2024: 1 > 2 | 3 > 4"),
        (
            "a,y\n1,NA\n?,green\n3,red\n4,blue\nNaN,red\nnull,red\n–,red\n5,\n-,blue\nN/A,red\n.,red\n",
            "a > classes red blue: 3 > red | 4 > blue | left out 2:2 3:1 6:1 7:1 8:1 9:2 10:1 11:1 12:1",
        ),
        (
            "a,y\n1,0\n2,1\n3,0\n4,1\n5,1\n6,0\n",
            "a > classes 0 1: 1 > 0 | 2 > 1 | 3 > 0 | 4 > 1 | 5 > 1 | 6 > 0",
        ),
        ("a,y\n1,0\n2,1\n3,7\n", "a > values y: 1 > 0 | 2 > 1 | 3 > 7"),
        (
            "a,y\n1,true\n2,false\n3,true\n",
            "a > classes true false: 1 > true | 2 > false | 3 > true",
        ),
        (
            "day,a,y\n2024-01-05,1,2\n2024-01-06,3,4\n2024-01-06,5,6\n",
            "a > values y: 1 > 2 | 3 > 4 | 5 > 6",
        ),
        (
            "species,a,b\ncat,1,2\ndog,3,4\ncat,5,6\n",
            "a b > classes cat dog: 1 2 > cat | 3 4 > dog | 5 6 > cat",
        ),
        ("empty,a,y\n,1,2\n,3,4\n", "a > values y: 1 > 2 | 3 > 4"),
        ("unit,a,y\nm,1,2\nm,3,4\n", "a > values y: 1 > 2 | 3 > 4"),
        (
            "4,2,setosa,virginica\n5.1,3.5,0\n4.9,3,0\n7,3.2,1\n6.4,3,1\n",
            "column 1 column 2 > classes setosa virginica: 5.1 3.5 > setosa | 4.9 3 > setosa | 7 3.2 > virginica | 6.4 3 > virginica",
        ),
        ("größe,prêt\n1,2\n3,4\n", "größe > values prêt: 1 > 2 | 3 > 4"),
        // And what cannot be read.
        ("", "This file is empty: it needs a row of numbers in each line."),
        ("\u{feff}\n", "This file is empty: it needs a row of numbers in each line."),
        (
            "x\n1\n2\n",
            "This file has one column: it needs an input and a target, separated by a comma, a semicolon or a tab.",
        ),
        (
            "a,b,y\n",
            "No column of numbers is left as an input: the network needs at least one beside the target.",
        ),
        (
            "a,b\n1,2\n3\n",
            "Line 3 has 1 cell(s), line 1 has 2: give every line as many, and put a cell that contains a separator in quotes.",
        ),
        (
            "\n\na,b\n\n1,2\n\n\n3,4,5\n",
            "Line 8 has 3 cell(s), line 3 has 2: give every line as many, and put a cell that contains a separator in quotes.",
        ),
        (
            "a,b\n\"1\n\",2\n3,4,5\n",
            "Line 4 has 3 cell(s), line 1 has 2: give every line as many, and put a cell that contains a separator in quotes.",
        ),
        (
            "a,y\n1,2\n\"3,4\n5,6\n",
            "Line 3: a quote is opened here and never closed. Close it, or write it twice if it is part of the cell.",
        ),
        (
            "a,y\n1,2\n3\u{0},2\n",
            "Line 3, cell 1: there is a character that no text has. Save the table as CSV, in UTF-8.",
        ),
        (
            "a,b,y\n1,2,red\n1,two,blue\n1,3,red\n",
            "line 3, “b” = “two” does not fit: it takes a number such as 1.5, or nothing if it is missing; only the target may be a word.",
        ),
        (
            "a,y\n1,2\n2,x\n3,4\n",
            "line 3, “y” = “x” does not fit: it takes a number such as 1.5, or nothing if it is missing; only the target may be a word.",
        ),
        (
            "a,y\n1,2\n1e999,2\n2,3\n",
            "line 3, “a” = “1e999” does not fit: it takes a number from −1e100 to 1e100.",
        ),
        (
            "a,y\n1,2\ninf,2\n2,3\n",
            "line 3, “a” = “inf” does not fit: it takes a number from −1e100 to 1e100.",
        ),
        (
            "a,y\n1,2\n0x10,2\n2,3\n",
            "line 3, “a” = “0x10” does not fit: it takes a number such as 1.5, or nothing if it is missing; only the target may be a word.",
        ),
        (
            "a;y\n1,5;2\n1.5;3\n2;3\n",
            "line 2, “a” = “1,5” does not fit: it takes a number such as 1.5, or nothing if it is missing; only the target may be a word.",
        ),
        (
            "a,y\n1,\n,2\n",
            "Every row lacks something, and rows that do are left out: fill in what is missing, or leave out the columns that lack it.",
        ),
        (
            "name,city\nAnn,Rome\nBo,Oslo\n",
            "No column of numbers is left as an input: the network needs at least one beside the target.",
        ),
    ];
    for (text, expected) in good {
        assert_eq!(told(text.as_bytes()), *expected, "{text:?}");
    }
    let text = "a;b;y\n1;2;red\n3;4,5;blue\n-50;0,5;red\n";
    let others: [(Vec<u8>, &str); 9] = [
        (utf16(text, u16::to_le_bytes), plain),
        (utf16(text, u16::to_be_bytes), plain),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR,\0".to_vec(),
            "Line 3, cell 1: there is a character that no text has. Save the table as CSV, in UTF-8.",
        ),
        (b"gr\xf6\xdfe,y\n1,2\n3,4\n".to_vec(), "größe > values y: 1 > 2 | 3 > 4"),
        (
            format!("a,y\n{}", "1,2\n".repeat(MOST_ROWS)).into_bytes(),
            "a > values y: 1 > 2 | 1 > 2 | 1 > 2 | 1 > 2 | 1 > 2 | 1 > 2 | and 99994 more",
        ),
        (
            format!("a,y\n{}", "1,2\n".repeat(MOST_ROWS + 1)).into_bytes(),
            "This file has more than 100000 rows: leave some of them out.",
        ),
        (
            [vec!["1"; MOST_COLUMNS + 1].join(","), String::new()].join("\n").into_bytes(),
            "This file has 101 columns: leave out all but 100.",
        ),
        (
            format!("a,{}\n1,2,3\n", "y".repeat(1_000_000)).into_bytes(),
            "Line 2 has 3 cell(s), line 1 has 2: give every line as many, and put a cell that contains a separator in quotes.",
        ),
        (
            (0..=MOST_CLASSES)
                .map(|class| format!("word{class},c{class}\n"))
                .collect::<String>()
                .into_bytes(),
            "No column of numbers is left as an input: the network needs at least one beside the target.",
        ),
    ];
    for (bytes, expected) in &others {
        let start: String = String::from_utf8_lossy(bytes).chars().take(60).collect();
        assert_eq!(told(bytes), *expected, "{start:?}");
    }
    assert!(good.len() + others.len() >= 50);
}

#[test]
fn columns_can_be_chosen() {
    let text = "a,b,kind,y\n1,2,u,0\n4,5,v,1\n,8,u,2\n9,9,v,3\n";
    let sheet = Sheet::read(text).unwrap();
    assert_eq!(sheet.kinds, [Kind::Numbers, Kind::Numbers, Kind::Words, Kind::Numbers]);
    let usual = sheet.usual(None);
    assert_eq!(usual.roles, [Role::Input, Role::Input, Role::Target, Role::Input]);
    assert!(usual.classes);
    let chosen = Choice {
        roles: vec![Role::Unused, Role::Input, Role::Unused, Role::Target],
        classes: false,
    };
    // The row that lacks what is not asked for stays.
    let (table, missing) = sheet.table(&chosen).unwrap();
    assert_eq!((table.rows.len(), missing.len(), values(&table)), (4, 0, vec![0.0, 1.0, 2.0, 3.0]));
    // Numbers as classes, if one says so; words as values are a mistake that is named.
    let (table, _) = sheet.table(&Choice { classes: true, ..chosen.clone() }).unwrap();
    assert_eq!(table.targets.names(), ["0", "1", "2", "3"]);
    let words = Choice { classes: false, ..usual.clone() };
    let error = sheet.table(&words).unwrap_err().to_string();
    assert!(error.starts_with("line 2, “kind” = “u”"), "{error}");
    for (roles, said) in [
        (vec![Role::Input; 4], "one column as the target"),
        (vec![Role::Target; 4], "one column as the target"),
        (vec![Role::Unused, Role::Unused, Role::Target, Role::Unused], "No column of numbers"),
    ] {
        let error = sheet.table(&Choice { roles, classes: true }).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    let table = csv::read("a,b,y\n1,2,3\n4,5,6\n", Some(" b ")).unwrap();
    assert_eq!((table.inputs.join(" ").as_str(), values(&table)), ("a y", vec![2.0, 5.0]));
    let error = csv::read(text, Some("z")).unwrap_err().to_string();
    assert!(error.contains("“z”") && error.contains("“a”, “b”, “kind”, “y”"), "{error}");
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
        let table = read(&text);
        assert_eq!((table.rows.len(), table.inputs.len()), (150, 4));
        assert_eq!(table.targets.names(), ["setosa", "versicolor", "virginica"]);
        assert_eq!(table.rows, DataSet::from_id("iris").unwrap().table(0.0, 1).rows);
    }
    if let Some(text) = shared("data/penguins.csv") {
        let sheet = Sheet::read(&text).unwrap();
        let usual = sheet.usual(Some(sheet.column("species").unwrap()));
        let (table, missing) = sheet.table(&usual).unwrap();
        assert_eq!(table.inputs.len(), 5);
        assert_eq!((table.rows.len(), missing.len()), (342, 2));
        assert_eq!(table.targets.names(), ["Adelie", "Gentoo", "Chinstrap"]);
        assert!(Split::new(table, 0.3, 1, true).is_ok());
    }
}

/// Tables that are in order but for one to three places, where something was put in, taken out or
/// replaced.
fn spoiled() -> impl Strategy<Value = String> {
    const TABLES: [&str; 3] = [
        "a,b,y\n1,2,red\n3,4.5,blue\n-5e1,.5,red\n",
        "\u{feff}a;b;y\r\n1,5;2;3\r\n\"4\";NA;6\r\n",
        "1\t2\t\"x\"\n3\t?\t\"y\"\n",
    ];
    const PIECES: [&[u8]; 20] = [
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
    let change = (any::<Index>(), 0..4usize, select(&PIECES[..]), 0..3);
    (select(&TABLES[..]), vec(change, 1..=3)).prop_map(|(table, changes)| {
        let mut bytes = table.as_bytes().to_vec();
        for (at, length, piece, kind) in changes {
            let at = at.index(bytes.len() + 1);
            let end = (at + length).min(bytes.len());
            match kind {
                0 => drop(bytes.splice(at..at, piece.iter().copied())),
                1 => drop(bytes.splice(at..end, piece.iter().copied())),
                _ => drop(bytes.drain(at..end)),
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[test]
fn no_text_makes_the_reader_panic() {
    let (good, bad) = (Cell::new(0), Cell::new(0));
    for_all(file!(), 10_000, spoiled(), |text| {
        for target in [None, Some("b"), Some("column 1")] {
            let Ok(table) = csv::read(&text, target) else {
                bad.set(bad.get() + 1);
                continue;
            };
            good.set(good.get() + 1);
            assert!(table.rows.iter().flatten().all(|value| value.is_finite()), "{text:?}");
            assert_eq!(table.rows.len(), table.targets.rows());
            // What was read can be split, or it is said why not.
            if let Ok(split) = Split::new(table, 0.3, 1, true) {
                assert!(split.train.inputs.iter().all(|value| value.is_finite()), "{text:?}");
            }
        }
        Ok(())
    });
    let (good, bad) = (good.get(), bad.get());
    println!("{good} read, {bad} refused");
    assert!(good > 2_000 && bad > 2_000, "{good} {bad}");
}

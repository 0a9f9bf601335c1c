//! Kinds of tables that people bring: which column is what, and no byte or row lost unsaid.

use downhill_core::data::csv::{self, Kind, Reason, Role, Sheet};
use downhill_core::data::table::Targets;

fn sheet(text: &str) -> Sheet {
    Sheet::read(text).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// The usual roles in one line: inputs > target, and whether it is classes.
fn roles(text: &str) -> String {
    let sheet = sheet(text);
    let choice = sheet.usual(None);
    let of = |wanted: Role| {
        let columns = sheet.names.iter().zip(&choice.roles).filter(|(_, role)| **role == wanted);
        columns.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ")
    };
    let kind = if choice.classes { "classes" } else { "values" };
    format!("{} > {} {kind}", of(Role::Input), of(Role::Target))
}

/// A table of the header and eight rows, `#` in a row standing for its number from 0.
fn table(header: &str, row: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..8).map(row).collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

#[test]
fn row_numbers_are_left_out_and_named() {
    for (header, first, name) in [
        (",x,y,label", 0, "column 1"),
        (",x,y,label", 1, "column 1"),
        (",x,y,label", 100, "column 1"),
        ("\"\",x,y,label", 1, "column 1"),
        ("id,x,y,label", 1, "id"),
        ("ID,x,y,label", 1001, "ID"),
        ("Index,x,y,label", 0, "Index"),
        ("#,x,y,label", 1, ""),
        ("Nr.,x,y,label", 1, "Nr."),
        ("row number,x,y,label", 1, "row number"),
        ("Unnamed: 0,x,y,label", 0, "Unnamed: 0"),
        ("PassengerId,x,y,label", 1, "PassengerId"),
        ("customer_id,x,y,label", 7, "customer_id"),
    ] {
        // A line that begins with # is a comment: there the name is in quotes.
        let header = header.replace('#', "\"#\"");
        let name = if name.is_empty() { "#" } else { name };
        let text = table(&header, |k| {
            format!("{},{}.5,{},{}", k + first, k % 3, 7 - k, ["cat", "dog"][k % 2])
        });
        assert_eq!(roles(&text), "x y > label classes", "{text}");
        let sheet = sheet(&text);
        assert_eq!((sheet.names[0].as_str(), sheet.reason(0)), (name, Reason::RowNumbers));
        assert!(sheet.can_be_input(0), "it can be chosen");
    }
    // Without a header, and where it is no row number.
    let bare: String = (1..9).map(|k| format!("{k},{}.5,{}\n", k % 3, k * k)).collect();
    assert_eq!(roles(&bare), "column 2 > column 3 values");
    for (header, first) in [("year,rain,sun", 1990), ("x,a,b", 0), ("hour,a,b", 1), ("dose,a,b", 1)]
    {
        let text = table(header, |k| format!("{},{}.5,{}.25", k + first, k % 3, 7 - k));
        let first = header.split(',').next().unwrap();
        assert!(roles(&text).starts_with(first), "{}", roles(&text));
    }
    // It is all there is; it does not rise by one.
    let only = table("id,y", |k| format!("{k},{}.5", k * k));
    assert_eq!(roles(&only), "id > y values");
    let jumps = table("id,x,y", |k| format!("{},{k}.5,{}.5", 3 * k, k * k));
    assert_eq!(roles(&jumps), "id x > y values");
}

#[test]
fn unique_words_are_no_classes() {
    let names = ["Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"];
    for (header, row, expected) in [
        ("name,a,b", 0, "a > b values"),
        ("a,name,b", 1, "a > b values"),
        ("a,b,name", 2, "a > b values"),
    ] {
        let text = table(header, |k| {
            let mut cells = vec![format!("{k}.5"), format!("{}", k * k)];
            cells.insert(row, names[k].to_string());
            cells.join(",")
        });
        assert_eq!(roles(&text), expected, "{text}");
    }
    for (word, kind) in [
        ("n#", "a > b values"),
        ("http://x.org/#", "a > b values"),
        ("00#", "a > b values"),
        ("#:30 h", "a > b values"),
        ("remark number #", "a > b values"),
        ("k%", "a b > word classes"),
        ("00%", "a b > word classes"),
        ("%:30 h", "a b > word classes"),
    ] {
        let text = table("a,b,word", |k| {
            let word = word.replace('#', &k.to_string()).replace('%', &(k % 3).to_string());
            format!("{k}.5,{},{word}", k * k)
        });
        assert_eq!(roles(&text), kind, "{text}");
    }
    // Most of many words stand alone: those are no classes either.
    let many: String = (0..30).map(|k| format!("{k}.5,{},w{}\n", k * k, k.min(28))).collect();
    assert_eq!(roles(&format!("a,b,word\n{many}")), "a > b values");
}

#[test]
fn dates_are_offered_as_numbers() {
    for (write, first, last) in [
        ((|k| format!("2024-01-0{}", k + 1)) as fn(usize) -> String, 2024.0, 2024.0 + 7.0 / 366.0),
        (|k| format!("2023/01/0{}", k + 1), 2023.0, 2023.0 + 7.0 / 365.0),
        (|k| format!("0{}.01.2023", k + 1), 2023.0, 2023.0 + 7.0 / 365.0),
        (|k| format!("{}.1.2023", k + 20), 2023.0 + 19.0 / 365.0, 2023.0 + 26.0 / 365.0),
        (|k| format!("01/0{}/2023", k + 1), 2023.0, 2023.0 + 7.0 / 365.0),
        (|k| format!("{}/01/2023", k + 10), 2023.0 + 9.0 / 365.0, 2023.0 + 16.0 / 365.0),
        (|k| format!("2023-0{}", k + 1), 2023.0, 2023.0 + 212.0 / 365.0),
        (|k| format!("{} Feb 2023", k + 1), 2023.0 + 31.0 / 365.0, 2023.0 + 38.0 / 365.0),
        (|k| format!("\"March {}, 2023\"", k + 1), 2023.0 + 59.0 / 365.0, 2023.0 + 66.0 / 365.0),
        (|k| format!("0{}-Jan-2023", k + 1), 2023.0, 2023.0 + 7.0 / 365.0),
        (|k| format!("2023-01-01 {:02}:00", 3 * k), 2023.0, 2023.0 + 21.0 / 24.0 / 365.0),
        (|k| format!("1/{}/24", k + 1), 2024.0, 2024.0 + 7.0 / 366.0),
        (|k| format!("0{}.01.24", k + 1), 2024.0, 2024.0 + 7.0 / 366.0),
        (|k| format!("{}/1/99", k + 20), 1999.0 + 19.0 / 365.0, 1999.0 + 26.0 / 365.0),
        (|k| format!("{}-Jan-24", k + 1), 2024.0, 2024.0 + 7.0 / 366.0),
        (|k| format!("1/{}/24 12:00", k + 1), 2024.0 + 0.5 / 366.0, 2024.0 + 7.5 / 366.0),
        (
            |k| format!("2023-01-01T{:02}:30:00Z", k),
            2023.0 + 0.5 / 24.0 / 365.0,
            2023.0 + 7.5 / 24.0 / 365.0,
        ),
    ] {
        let text = table("when,a,b", |k| format!("{},{}.5,{}", write(k), k % 3, k * k));
        assert_eq!(roles(&text), "a > b values", "{text}");
        let sheet = sheet(&text);
        assert!(matches!(sheet.kinds[0], Kind::Dates(_)), "{text} {:?}", sheet.kinds[0]);
        assert_eq!(sheet.reason(0), Reason::Dates);
        // Beside values alone it is their input.
        let text = table("when,b", |k| format!("{},{}", write(k), k * k));
        assert_eq!(roles(&text), "when > b values");
        let table = csv::read(&text, None).unwrap();
        let years = [table.rows[0][0], table.rows[7][0]];
        assert!((years[0] - first).abs() < 1e-9, "{text} {years:?}");
        assert!((years[1] - last).abs() < 1e-9, "{text} {years:?}");
    }
    for word in [
        "2023-13-0#",
        "2023-02-3#",
        "0#-0#",
        "1.2.#",
        "May #",
        "#/#/#",
        "2023-01-0#x",
        "13/13/2#",
        "24-01-0#",
    ] {
        let text = table("when,a,b", |k| {
            let k = k + 1;
            format!("{},{}.5,{}", word.replace('#', &k.to_string()), k % 3, k * k)
        });
        assert!(!matches!(sheet(&text).kinds[0], Kind::Dates(_)), "{text}");
    }
}

#[test]
fn codes_and_numbers_of_two_values_are_classes() {
    for codes in [["001", "002"], ["010", "100"], ["00", "01"], ["007", "042"], ["0150", "8010"]] {
        let text = table("a,b,code", |k| format!("{k}.5,{},{}", k * k, codes[k % 2]));
        assert_eq!(roles(&text), "a b > code classes", "{text}");
        let table = csv::read(&text, None).unwrap();
        assert_eq!(table.targets.names(), codes, "as they were written");
    }
    for values in
        [["0", "1"], ["1", "2"], ["-1", "1"], ["3.5", "7.2"], ["0", "100"], ["1900", "2000"]]
    {
        let text = table("a,b,y", |k| format!("{k}.5,{},{}", k * k, values[k / 2 % 2]));
        assert_eq!(roles(&text), "a b > y classes", "{text}");
    }
    // One number, written in two ways.
    let text = table("a,b,y", |k| format!("{k}.5,{},{}", k * k, ["1", "1.0", "2"][k % 3]));
    let Targets::Classes { names, .. } = csv::read(&text, None).unwrap().targets else {
        panic!("classes");
    };
    assert_eq!(names, ["1", "2"]);
    for other in ["1.5", "2", "-1", "1e3"] {
        let text =
            table("a,b,y", |k| format!("{k}.5,{},{}", k * k, if k == 5 { other } else { "1" }));
        assert_eq!(roles(&text), "a b > y values", "{text}");
    }
}

#[test]
fn every_byte_is_read_or_refused() {
    let latin = |text: &str| -> Vec<u8> {
        let byte = |char: char| match char {
            '€' => 0x80,
            '„' => 0x84,
            '…' => 0x85,
            '–' => 0x96,
            'Œ' => 0x8c,
            'Ÿ' => 0x9f,
            char => u8::try_from(char).unwrap(),
        };
        text.chars().map(byte).collect()
    };
    let utf16 = |text: &str, mark: bool, of: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        mark.encode_utf16().chain(text.encode_utf16()).flat_map(of).collect()
    };
    let wide = "größe,prix €\n1,2\n3,4\n";
    for (bytes, text) in [
        (latin("größe,y\n1,2\n"), "größe,y\n1,2\n"),
        (latin("température;prix €\n1;2\n"), "température;prix €\n1;2\n"),
        (latin("„a…"), "„a…"),
        (latin("Œuvre – Ÿ"), "Œuvre – Ÿ"),
        (latin("ñandú,1\nÅngström,2\n"), "ñandú,1\nÅngström,2\n"),
        (wide.as_bytes().to_vec(), wide),
        ([b"\xef\xbb\xbf", wide.as_bytes()].concat(), wide),
        (utf16(wide, true, u16::to_le_bytes), wide),
        (utf16(wide, true, u16::to_be_bytes), wide),
        (utf16(wide, false, u16::to_le_bytes), wide),
        (utf16("a,b\n😀,1\n", true, u16::to_be_bytes), "a,b\n😀,1\n"),
        (Vec::new(), ""),
    ] {
        match csv::decode(&bytes) {
            Ok(found) => assert_eq!(found, text),
            Err(error) => panic!("{text}: {error}"),
        }
    }
    for (bytes, place) in [
        (b"a,b\n1,2\n\x81,3\n".to_vec(), "Line 3"),
        (b"a,b\n\x9d,2\n".to_vec(), "Line 2"),
        ([wide.as_bytes(), b"\xff,1\n"].concat(), "Line 4"),
        (wide.as_bytes()[..3].to_vec(), "Line 1"),
        (utf16(wide, true, u16::to_le_bytes)[..31].to_vec(), "Line 2"),
        (b"\xff\xfea\0\0\xd8b\0".to_vec(), "Line 1"),
    ] {
        match csv::decode(&bytes) {
            Err(error) => {
                let said = error.to_string();
                assert!(said.starts_with(place) && said.contains("UTF-8"), "{said}");
            }
            // Cut within a letter before any other beyond ASCII, it is Windows-1252.
            Ok(text) => assert_eq!((place, text.as_str()), ("Line 1", "grÃ")),
        }
    }
}

#[test]
fn a_workbook_is_refused_with_the_remedy() {
    for begin in ["PK\x03\x04\x14\0\x06\0[Content_Types].xml", "PK\x03\x04mimetype"] {
        let said = csv::decode(begin.as_bytes()).unwrap_err().to_string();
        assert!(said.contains("workbook") && said.contains("CSV"), "{said}");
    }
    let said = csv::decode(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0").unwrap_err().to_string();
    assert!(said.contains("workbook") && said.contains("CSV"), "{said}");
    assert_eq!(csv::decode(b"PK,y\n1,2\n").unwrap(), "PK,y\n1,2\n");
}

#[test]
fn a_formula_without_a_value_is_a_missing_value_and_no_comment() {
    for sign in [
        "#N/A", "#NV", "#N/D", "#DIV/0!", "#VALUE!", "#WERT!", "#VALEUR!", "#REF!", "#BEZUG!",
        "#NUM!", "#ZAHL!", "#NAME?", "#n/a",
    ] {
        let sheet = sheet(&format!("a;b;y\n1;2;red\n{sign};4;blue\n5;{sign};red\n6;7;blue\n"));
        assert_eq!(sheet.skipped, [0; 0], "{sign}");
        let (table, _) = sheet.table(&sheet.usual(None)).unwrap();
        assert_eq!(table.rows.len(), 2, "{sign}");
    }
}

#[test]
fn arabic_and_persian_digits_are_numbers() {
    for (cell, value) in [
        ("٢", 2.0),
        ("٢٫٥", 2.5),
        ("-٠٫٥", -0.5),
        ("\u{2212}٧", -7.0),
        ("١٢٣", 123.0),
        ("١٬٢٣٤٫٥", 1234.5),
        ("۴۵۶", 456.0),
        ("۷٫۸۹", 7.89),
        ("٥٠٪", 50.0),
        ("٠", 0.0),
    ] {
        let sheet = sheet(&format!("س;ص\n{cell};١\n٣;٤\n٩;٦٫٥\n"));
        let (table, _) = sheet.table(&sheet.usual(None)).unwrap();
        assert_eq!(table.rows[0][0], value, "{cell}");
    }
}

#[test]
fn lines_are_skipped_and_counted_only_where_they_are_no_rows() {
    let rows = "a,b,y\n1,2,red\n3,4,blue\n5,6,red\n";
    for (before, skipped) in [
        ("", vec![]),
        ("# measured in May\n", vec![1]),
        ("# one\n#two\n", vec![1, 2]),
        ("Weather station\n", vec![1]),
        ("Weather station\n\n", vec![1]),
        ("Berlin; 2024\n", vec![1]),
        ("Station,Berlin\n", vec![1]),
        ("Title,,\n", vec![1]),
        ("Title\nStation,Berlin\nHeight,34\n\n", vec![1, 2, 3]),
        ("\"Weather, in May\"\n# and so on\n", vec![1, 2]),
    ] {
        let sheet = sheet(&[before, rows].concat());
        assert_eq!(
            (sheet.names.join(" ").as_str(), &sheet.skipped),
            ("a b y", &skipped),
            "{before}"
        );
        let (table, _) = sheet.table(&sheet.usual(None)).unwrap();
        assert_eq!(table.rows.len(), 3);
    }
    let among = sheet("a,b,y\n1,2,red\n#3,4,blue\n5,6,red\n # 7\n8,9,blue\n");
    assert_eq!(among.skipped, [3, 5]);
    for (text, said) in [
        ("a,b,y\n1,2,red\n3,4\n5,6,red\n", "Line 3 has 2 cell(s)"),
        ("1,2\n1,2,3\n4,5,6\n", "Line 2 has 3 cell(s)"),
        ("a,b,\n1,2,3\n4,5,6,7\n", "Line 3 has 4 cell(s)"),
        ("a,b,y\n1,2,red\n3,4,blue\nSum\n", "Line 4 has 1 cell(s)"),
    ] {
        let error = Sheet::read(text).unwrap_err().to_string();
        assert!(error.starts_with(said), "{text}: {error}");
    }
}

#[test]
fn the_separator_makes_most_lines_equally_long() {
    for (text, names) in [
        ("temp (C; dry),yield\n1,2\n3,4\n", "temp (C; dry)|yield"),
        ("a;b,yield\n1,2\n3,4\n5,6\n", "a;b|yield"),
        ("a|b,y\n1,2\n3,4\n", "a|b|y"),
        ("length, in mm;y\n1,5;2\n3,5;4\n", "length, in mm|y"),
        ("a\tb; c, d\n1\t2\n3\t4\n", "a|b; c, d"),
        ("a,b\ty\n1\t2\n3\t4\n", "a,b|y"),
        ("1,5;2,5\n3,5;4,5\n", "column 1|column 2"),
        ("\"sep=;\"\na;b\n1,5;2\n3,5;4\n", "a|b"),
        ("sep=|\na|b\n1|2\n3|4\n", "a|b"),
        ("SEP=;\na,x;b\n1;2\n3;4\n", "a,x|b"),
        ("remarks; many\na,b\n1,2\n3,4\n", "a|b"),
        ("a, b, c\n1, 2, 3\n4, 5, 6\n", "a|b|c"),
        ("mean temp,yield\n1 000,2\n3 000,4\n", "mean temp|yield"),
    ] {
        assert_eq!(sheet(text).names.join("|"), names, "{text}");
    }
}

#[test]
fn dates_that_may_be_read_in_two_ways_are_told() {
    for (dates, ambiguous) in [
        (["1/3/24", "2/3/24"], true),
        (["1/3/2024", "12/3/2024"], true),
        (["01/02/2024 10:00", "03/02/2024 11:00"], true),
        (["13/3/24", "2/3/24"], false),
        (["3/13/24", "3/2/24"], false),
        (["3/3/24", "4/4/24"], false),
        (["1.3.24", "2.3.24"], false),
        (["2024-01-03", "2024-02-03"], false),
        (["2024/01/03", "2024/02/03"], false),
        (["3 Jan 24", "4 Jan 24"], false),
    ] {
        let text = table("when,a,b", |k| format!("{},{k}.5,{}", dates[k % 2], k * k));
        assert_eq!(sheet(&text).is_ambiguous(0), ambiguous, "{text}");
        assert!(matches!(sheet(&text).kinds[0], Kind::Dates(_)), "{text}");
    }
}

#[test]
fn numbers_with_one_unit_are_numbers_and_the_unit_is_in_the_name() {
    for (cell, name, scale) in [
        ("#5 kg", "b (kg)", 1.0),
        ("#5kg", "b (kg)", 1.0),
        ("€#5", "b (€)", 1.0),
        ("€ #5", "b (€)", 1.0),
        ("#5 €", "b (€)", 1.0),
        ("-€#5", "b (€)", -1.0),
        ("$-#5", "b ($)", -1.0),
        ("$#5.00", "b ($)", 1.0),
        ("US$#5", "b (US$)", 1.0),
        ("#5 USD", "b (USD)", 1.0),
        ("CHF #5", "b (CHF)", 1.0),
        ("£#5", "b (£)", 1.0),
        ("#5 km/h", "b (km/h)", 1.0),
        ("−#5 °C", "b (°C)", -1.0),
        ("#5 m²", "b (m²)", 1.0),
        ("#5.0e0 mg", "b (mg)", 1.0),
    ] {
        for separator in [",", ";", "\t"] {
            let text = table("a,b,y", |k| {
                format!("{k}.5,{},{}.25", cell.replace('#', &(k + 1).to_string()), k * k)
            });
            let text = text.replace(',', separator);
            let sheet = sheet(&text);
            assert_eq!(sheet.names, ["a", name, "y"], "{text}");
            assert_eq!(sheet.column("b").unwrap(), 1);
            let (read, _) = sheet.table(&sheet.usual(None)).unwrap();
            assert_eq!(read.rows[3][1], scale * 45.0, "{text}");
        }
    }
    for (cells, expected) in [
        (["$1,200", "$3,400"], [1200.0, 3400.0]),
        (["£1,200.50", "£3"], [1200.5, 3.0]),
        (["1.200 €", "3.400,5 €"], [1200.0, 3400.5]),
        (["1 200 kg", "3 kg"], [1200.0, 3.0]),
        (["1,5 kg", "3 kg"], [1.5, 3.0]),
    ] {
        let text = table("a;b;y", |k| format!("{k};{};{}", cells[k % 2], k * k));
        let read = csv::read(&text, None).unwrap();
        assert_eq!([read.rows[0][1], read.rows[1][1]], expected, "{text}");
    }
    // The unit is in the name already, there is no header, a cell is missing.
    let named = sheet("a,weight (kg)\n1,5 kg\n2,6 kg\n4,\n3,8 kg\n");
    assert_eq!(named.names, ["a", "weight (kg)"]);
    assert_eq!(named.table(&named.usual(None)).unwrap().0.rows.len(), 3);
    assert_eq!(sheet("1,5 kg\n2,6 kg\n3,8 kg\n").names, ["column 1", "column 2 (kg)"]);
    for (cells, reason) in [
        (["5 kg", "300 g"], Reason::Units),
        (["5 kg", "5 lb"], Reason::Units),
        (["€5", "$6"], Reason::Units),
        (["class 5", "class 6"], Reason::NoNumbers),
        (["A5", "A6"], Reason::NoNumbers),
        (["5-6 kg", "7-8 kg"], Reason::NoNumbers),
        (["10:30 h", "11:30 h"], Reason::NoNumbers),
        (["5 kg per day", "6 kg per day"], Reason::NoNumbers),
    ] {
        let sheet = sheet(&table("b,x,y,z", |k| {
            format!("{},{k}.5,{},{}", cells[k % 2], k * k, ["cat", "dog"][k % 2])
        }));
        assert_eq!((sheet.kinds[0], sheet.reason(0)), (Kind::Words, reason), "{cells:?}");
    }
    let error = csv::read("a,b\n1,2\n3,5 kg\n4,6\n", Some("b")).unwrap_err().to_string();
    assert!(error.contains("line 3") && error.contains("the same unit"), "{error}");
}

//! Data of one's own in an address: the same data come out again, bit for bit.

use crate::cases::cases;
use downhill_core::Experiment;
use downhill_core::data::builtin::DataSet;
use downhill_core::data::csv;
use downhill_core::data::custom::{Data, OwnData, OwnTargets};
use downhill_core::data::url_codec::{self, LONGEST};
use downhill_core::network::cost::Cost;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn bits(own: &OwnData) -> Vec<u64> {
    own.inputs.iter().flatten().map(|number| number.to_bits()).collect()
}

/// Tables of one to three columns, all numbers with so many decimals.
fn tables() -> impl Strategy<Value = OwnData> {
    (1..=3usize, 1..=60usize, 0..16usize, 0..3, 0..4usize).prop_flat_map(
        |(width, rows, decimals, kind, first)| {
            let number =
                (-0.5..0.5, select(&[3.0, 200.0, 1e6, 1e15][..])).prop_map(move |(share, size)| {
                    format!("{:.decimals$}", share * size).parse::<f64>().unwrap() + 0.0
                });
            let inputs = vec(vec(number.clone(), width), rows);
            let values = vec(vec(number, 1), rows);
            (inputs, values).prop_map(move |(inputs, values)| {
                let targets = match kind {
                    0 => OwnTargets::Values(values),
                    1 => OwnTargets::Classes((0..rows).map(|row| (row + first) % 4).collect()),
                    _ => OwnTargets::Names(
                        (0..rows).map(|row| format!("größe {}", row % 3)).collect(),
                    ),
                };
                let names = (0..width).map(|index| format!("x & {index}=")).collect();
                OwnData { inputs, targets, names }
            })
        },
    )
}

proptest! {
    // Of 400 tables at the most, 100 are short enough for an address.
    #![proptest_config(ProptestConfig { max_global_rejects: 300, ..cases(100) })]
    #[test]
    fn data_come_out_of_an_address_as_they_went_in(own in tables()) {
        let text = url_codec::write(&own);
        prop_assume!(text.is_some());
        let text = text.unwrap();
        assert!(text.len() <= LONGEST);
        let again = url_codec::read(&text).unwrap();
        assert_eq!(again, own);
        assert_eq!(bits(&again), bits(&own));
        // A cost that goes with values and with classes.
        let cost = Cost::SQUARED_ERROR;
        let experiment = Experiment { data: Data::Own(own), cost, ..Experiment::default() };
        let (from, errors) = Experiment::from_query(&experiment.to_query().unwrap());
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(from, experiment);
    }
}

#[test]
fn a_class_of_pupils_fits_and_a_large_table_does_not() {
    let penguins = DataSet::PENGUINS.table(0.0, 1);
    let own = |rows: usize| {
        let mut own = OwnData::from(penguins.clone());
        own.inputs.truncate(rows);
        if let OwnTargets::Names(names) = &mut own.targets {
            names.truncate(rows);
        }
        own
    };
    let text = url_codec::write(&own(300)).unwrap();
    println!("300 penguins: {} characters", text.len());
    let table = csv::read(&"1,2,3\n".repeat(3000), None).unwrap();
    assert!(url_codec::write(&OwnData::from(table)).is_none());
}

#[test]
fn no_text_makes_the_reader_panic() {
    for bad in [
        "",
        "*",
        "c",
        "c*",
        "c00*x*y",
        "c00*x*y*A*0",
        "v0*x*",
        "c00*x*y*A*000_",
        "cz*x*A*00",
        "c0*x*A*-------------------",
        "c0*x*A*______________0",
        "x",
        "c0é*x*A*00",
        "c0*x*A*000é",
    ] {
        assert!(url_codec::read(bad).is_none(), "{bad}");
        let (experiment, errors) = Experiment::from_query(&format!("points={bad}"));
        assert_eq!(errors.is_empty(), bad.is_empty(), "{bad}");
        assert!(!experiment.data.is_own());
    }
}

proptest! {
    #![proptest_config(cases(20_000))]
    #[test]
    fn what_is_read_from_a_text_with_wrong_letters_is_finite(
        letters in vec((0..22usize, 32..127u8), 1..=3),
    ) {
        let mut bytes = *b"c11*x*y*A*B*05g0dc1ab0";
        for (at, letter) in letters {
            bytes[at] = letter;
        }
        let text = str::from_utf8(&bytes).unwrap();
        if let Some(own) = url_codec::read(text) {
            assert!(own.inputs.iter().flatten().all(|number| number.is_finite()));
        }
    }
}
